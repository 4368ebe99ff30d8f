/** Japanese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const teach: Words = {
  'teach.name': 'このサイトを教える',
  'teach.answer': 'AI の回答をクリックしてください。',
  'teach.prompt': '次に、その回答の質問をクリックしてください。',
  'teach.keys': '{arrows} 移動 · {enter} 選択 · {esc} 終了',
  'teach.noPrompt': 'ありません',
  'teach.cancel': 'キャンセル',
  'teach.close': '閉じる',
  'teach.answers': { other: '回答 {n} 件' },
  'teach.prompts': { other: '質問 {n} 件' },
  'teach.found': '見つかりました：{answers}、{prompts}。',
  'teach.foundAlone': '見つかりました：{answers}。',
  'teach.right': 'これで全部で、余計なものはありませんか？',
  'teach.narrower': '減らす',
  'teach.wider': '増やす',
  'teach.again': '選び直す',
  'teach.save': '保存',
  'teach.saved': '保存しました。これからは、この方法でここの回答を見つけます。',
  'teach.undo': '設定で削除できます。',
  'teach.same': 'この 2 つを区別できません。もう一度、回答の文字、次に質問の文字をクリックしてください。',
  'teach.inside': 'それは回答そのものです。その前の質問をクリックしてください。',
  'teach.aimed': '位置：{words}',
  'teach.wordless': '読めるものなし',
};
