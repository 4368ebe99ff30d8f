/** Simplified Chinese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const manifest: Words = {
  'manifest.description': '在阅读的地方审阅 AI 回答：标记、修改、评价，并保留每一次审阅。',
  'manifest.focusNext': '跳到下一个未审阅的回答',
  'manifest.reviewSelection': '将选中的文字作为 AI 输出审阅',
};
