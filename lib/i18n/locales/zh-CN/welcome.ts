/** Simplified Chinese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const welcome: Words = {
  'welcome.title': '欢迎使用 Bluepencil',
  'welcome.lead': '在阅读的地方审阅 AI 回答。只需三小步。',
  'welcome.step': '第 {n} 步，共 3 步',
  'welcome.sites': '在哪里审阅',
  'welcome.sitesAbout': '这些网站一开始就已开启。关闭不需要的：那里不会运行 Bluepencil 的任何东西。',
  'welcome.sitesMore': '其他聊天：打开它，点击工具栏中的 Bluepencil 图标并开启。',
  'welcome.try': '在这里试试',
  'welcome.tryAbout': '将鼠标指向回答并点拇指。或选中有误的文字并按 1。这只是示例，不会保存任何内容。',
  'welcome.tried': '这就是一次完整的审阅。其余的由你决定。',
  'welcome.prompt': '租赁的汽车可以抵扣增值税吗？',
  'welcome.answer.1': '可以。如果企业至少有 10 % 的行程使用该车，就可以抵扣租金中的进项增值税。',
  'welcome.answer.2': '自 2020 年起抵扣上限为 50 %。',
  'welcome.answer.3': '请记录行车日志，以便证明其中有多少用于业务。',
  'welcome.data': '你的审阅去向何处',
  'welcome.data.1': '它们留在本机。无需账号，也不会发往任何地方。',
  'welcome.data.2': '如果团队有端点，请在设置中填写。首次发送前，你会看到要发送的内容。',
  'welcome.data.3': '你可以随时导出：作为训练数据，或供阅读。',
  'welcome.settings': '打开设置',
  'welcome.done': '开始',
  'welcome.keys': '跳到下一个未审阅回答的快捷键：{shortcut}',
};
