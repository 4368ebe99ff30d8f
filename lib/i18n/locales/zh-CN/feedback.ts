/** Simplified Chinese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const feedback: Words = {
  'feedback.last': '请修改你上一条回答。',
  'feedback.to': '请修改你对“{quote}”的回答：',
  'feedback.beginning': '请修改你以“{quote}”开头的回答：',
  'feedback.whole': '整个回答：{what}',
  'feedback.noted': '{category}：{note}',
  'feedback.corrected': '应改为：',
  'feedback.old': '把这里：',
  'feedback.new': '改成：',
  'feedback.after': '在这之后：',
  'feedback.add': '加上：',
  'feedback.first': '以此开头：',
  'feedback.leaveOut': '删去：',
  'feedback.leftOut': { other: '（为了简短，这里省略了另外 {n} 点。）' },

  'feedback.send': '把我的更正发给模型',
  'feedback.sendAll': '发送全部 {n} 个回答的更正',
  'feedback.copy': '复制',
  'feedback.copyLong': '复制我的更正',
  'feedback.drafted': '已写好草稿，随时可以发送。',
  'feedback.copied': '已复制。',
  'feedback.noComposer': '这里没有找到输入框，已改为复制。',
  'feedback.notInserted': '输入框没有接受，已改为复制。',
  'feedback.notCopied': '无法复制。',
  'feedback.nothing': '还没有可发送的内容：请先标记、更正或备注。',
};
