/** Arabic: see the English table. */
import type { Words } from '../../../model/words.ts';

export const manifest: Words = {
  'manifest.description': 'راجع إجابات الذكاء الاصطناعي حيث تقرؤها: ضع علامات وصحّح وقيّم، واحتفظ بكل مراجعة.',
  'manifest.focusNext': 'الانتقال إلى الإجابة التالية بلا مراجعة',
  'manifest.reviewSelection': 'مراجعة النص المحدد كناتج ذكاء اصطناعي',
};
