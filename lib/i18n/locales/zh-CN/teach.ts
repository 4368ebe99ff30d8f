/** Simplified Chinese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const teach: Words = {
  'teach.name': '教会此网站',
  'teach.answer': '请点击一个 AI 回答。',
  'teach.prompt': '现在点击它所回答的提问。',
  'teach.keys': '{arrows} 移动 · {enter} 选择 · {esc} 退出',
  'teach.noPrompt': '没有提问',
  'teach.cancel': '取消',
  'teach.close': '关闭',
  'teach.answers': { other: '{n} 个回答' },
  'teach.prompts': { other: '{n} 个提问' },
  'teach.found': '找到 {answers}和 {prompts}。',
  'teach.foundAlone': '找到 {answers}。',
  'teach.right': '是否全部找到，且没有多余的？',
  'teach.narrower': '更少',
  'teach.wider': '更多',
  'teach.again': '重新选择',
  'teach.save': '保存',
  'teach.saved': '已保存。Bluepencil 今后会这样在此处查找回答。',
  'teach.undo': '可以在设置中移除。',
  'teach.same': 'Bluepencil 无法区分这两者。请再次点击回答的文字，然后点击提问的文字。',
  'teach.inside': '这就是回答本身。请点击它前面的提问。',
  'teach.aimed': '位于：{words}',
  'teach.wordless': '没有可读内容',
};
