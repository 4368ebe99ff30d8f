/** Arabic: see the English table. */
import type { Words } from '../../../model/words.ts';

export const feedback: Words = {
  'feedback.last': 'من فضلك صحّح إجابتك الأخيرة.',
  'feedback.to': 'من فضلك صحّح إجابتك عن «{quote}»:',
  'feedback.beginning': 'من فضلك صحّح إجابتك التي تبدأ بـ«{quote}»:',
  'feedback.whole': 'الإجابة كلها: {what}',
  'feedback.noted': '{category}: {note}',
  'feedback.corrected': 'هكذا ينبغي أن تكون:',
  'feedback.old': 'بدلًا من هذا:',
  'feedback.new': 'اكتب هذا:',
  'feedback.after': 'بعد هذا:',
  'feedback.add': 'أضف هذا:',
  'feedback.first': 'ابدأ بهذا:',
  'feedback.leaveOut': 'احذف هذا:',
  'feedback.leftOut': {
    zero: '(لم يُترك شيء هنا.)',
    one: '(تُركت هنا نقطة أخرى للاختصار.)',
    two: '(تُركت هنا نقطتان أخريان للاختصار.)',
    few: '(تُركت هنا {n} نقاط أخرى للاختصار.)',
    many: '(تُركت هنا {n} نقطة أخرى للاختصار.)',
    other: '(تُركت هنا {n} نقطة أخرى للاختصار.)',
  },

  'feedback.send': 'إرسال تصحيحاتي إلى النموذج',
  'feedback.sendAll': 'إرسال تصحيحات كل الإجابات ({n})',
  'feedback.copy': 'نسخ',
  'feedback.copyLong': 'نسخ تصحيحاتي',
  'feedback.drafted': 'المسودة جاهزة. أرسلها متى شئت.',
  'feedback.copied': 'تم النسخ.',
  'feedback.noComposer': 'لا يوجد مربع نص هنا. تم النسخ بدلًا من ذلك.',
  'feedback.notInserted': 'لم يقبلها مربع النص. تم النسخ بدلًا من ذلك.',
  'feedback.notCopied': 'تعذّر النسخ.',
  'feedback.nothing': 'لا شيء للإرسال بعد: ضع إشارة أو صحّح أو دوّن شيئًا أولًا.',
};
