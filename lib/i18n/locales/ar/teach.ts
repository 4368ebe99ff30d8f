/** Arabic: see the English table. */
import type { Words } from '../../../model/words.ts';

export const teach: Words = {
  'teach.name': 'تعليم هذا الموقع',
  'teach.answer': 'انقر إجابة ذكاء اصطناعي.',
  'teach.prompt': 'انقر الآن السؤال الذي تجيب عنه.',
  'teach.keys': '{arrows} تنقّل · {enter} اختيار · {esc} خروج',
  'teach.noPrompt': 'لا يوجد',
  'teach.cancel': 'إلغاء',
  'teach.close': 'إغلاق',
  'teach.answers': { zero: 'لا إجابات', one: 'إجابة واحدة', two: 'إجابتان', few: '{n} إجابات', many: '{n} إجابة', other: '{n} إجابة' },
  'teach.prompts': { zero: 'لا أسئلة', one: 'سؤال واحد', two: 'سؤالان', few: '{n} أسئلة', many: '{n} سؤالًا', other: '{n} سؤال' },
  'teach.found': 'وُجد: {answers}، {prompts}.',
  'teach.foundAlone': 'وُجد: {answers}.',
  'teach.right': 'هل هذه كلها، ولا شيء غيرها؟',
  'teach.narrower': 'أقل',
  'teach.wider': 'أكثر',
  'teach.again': 'الاختيار من جديد',
  'teach.save': 'حفظ',
  'teach.saved': 'تم الحفظ. يجد Bluepencil الإجابات هنا بهذه الطريقة من الآن.',
  'teach.undo': 'يمكنك إزالته في الإعدادات.',
  'teach.same': 'لا يستطيع Bluepencil التمييز بينهما. انقر كلمات إجابة مرة أخرى، ثم كلمات سؤال.',
  'teach.inside': 'هذه هي الإجابة نفسها. انقر السؤال الذي قبلها.',
  'teach.aimed': 'على: {words}',
  'teach.wordless': 'لا شيء يُقرأ',
};
