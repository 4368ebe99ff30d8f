/** Japanese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const manifest: Words = {
  'manifest.description': 'AI の回答を、読んでいるその場でレビュー。指摘、修正、評価をして、すべてのレビューを残せます。',
  'manifest.focusNext': '次の未レビューの回答へ移動',
  'manifest.reviewSelection': '選択したテキストを AI の出力としてレビュー',
};
