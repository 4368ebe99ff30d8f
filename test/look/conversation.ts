/** What is said on the page of the visual reference: a tall answer, a short one, and another version of the short one. */
import type { Exchange } from '../chat-uis/conversations.ts';

/** One language's conversation, and the passages of it that are selected and flagged. */
export interface Talk {
  turns: [Exchange, Exchange, Exchange];
  /** What the model says when it is asked again. */
  other: string;
  /** In the tall answer: two that overlap, and one by itself. */
  passages: { one: string; over: string; alone: string };
  /** In the short answer, across its end of line. */
  selected: string;
  /** What is written before the short answer when it is corrected. */
  typed: string;
  note: string;
}

export const english: Talk = {
  turns: [
    {
      prompt: 'How do I keep sourdough bread fresh?',
      answer:
        'A whole loaf keeps for **four to five days** if its crust stays dry and its crumb stays moist. Cut it in the middle and push the halves together, so that only the crust meets the air.\n\n' +
        '- in a paper bag: two days\n- in a bread box: five days\n- in the freezer: three months\n\n' +
        'Never put it into the refrigerator: at 4 °C starch hardens six times faster than in the kitchen. A study of 2019 found the same for rye. A loaf that is hard already comes back to life:\n\n' +
        '1. Hold it under the tap for a second.\n2. Bake it for ten minutes at 180 °C.\n3. Let it rest before you cut it.',
    },
    { prompt: 'Can I freeze it sliced?', answer: 'Yes. Freeze the slices flat, with paper between them, and toast them without thawing.' },
    { prompt: 'And rolls?', answer: 'Rolls freeze well for two months.' },
  ],
  other: 'Yes, for about three months. Put paper between the slices, press the air out of the bag, and toast them from frozen.',
  passages: { one: 'starch hardens six times faster', over: 'six times faster than in the kitchen', alone: 'A study of 2019' },
  selected: 'toast them without thawing',
  typed: 'Yes, but only fresh bread. Freeze the slices flat, with paper between them, and toast them from frozen.',
  note: 'The study was about wheat; rye was not in it.',
};

export const arabic: Talk = {
  turns: [
    {
      prompt: 'كيف أحفظ خبز العجين المخمر طازجًا؟',
      answer:
        'يبقى الرغيف الكامل طازجًا **من أربعة إلى خمسة أيام** إذا ظلت قشرته جافة ولبّه رطبًا. اقطعه من الوسط وأعد ضم النصفين، فلا يلامس الهواء إلا القشرة.\n\n' +
        '- في كيس ورقي: يومان\n- في علبة خبز: خمسة أيام\n- في المجمد: ثلاثة أشهر\n\n' +
        'لا تضعه في الثلاجة أبدًا: عند 4 درجات يتصلب النشا أسرع بست مرات مما في المطبخ. ووجدت دراسة من عام 2019 الأمر نفسه في خبز الجاودار. والرغيف الذي صار قاسيًا يعود إلى الحياة:\n\n' +
        '1. ضعه تحت الماء ثانية واحدة.\n2. اخبزه عشر دقائق على 180 درجة.\n3. دعه يرتاح قبل تقطيعه.',
    },
    { prompt: 'هل أستطيع تجميده مقطعًا؟', answer: 'نعم. جمّد الشرائح مسطحة وبينها ورق، ثم حمّصها دون إذابة.' },
    { prompt: 'والأرغفة الصغيرة؟', answer: 'تتجمد جيدًا لمدة شهرين.' },
  ],
  other: 'نعم، لنحو ثلاثة أشهر. ضع ورقًا بين الشرائح، وأخرج الهواء من الكيس، وحمّصها مجمدة.',
  passages: { one: 'يتصلب النشا أسرع بست مرات', over: 'أسرع بست مرات مما في المطبخ', alone: 'دراسة من عام 2019' },
  selected: 'حمّصها دون إذابة',
  typed: 'نعم، ولكن الخبز الطازج وحده. جمّد الشرائح مسطحة وبينها ورق، ثم حمّصها مجمدة.',
  note: 'كانت الدراسة عن القمح، ولم يكن الجاودار فيها.',
};
