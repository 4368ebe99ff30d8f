/** Japanese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const feedback: Words = {
  'feedback.last': '直前の回答を修正してください。',
  'feedback.to': '「{quote}」への回答を修正してください：',
  'feedback.beginning': '「{quote}」で始まる回答を修正してください：',
  'feedback.whole': '回答全体について：{what}',
  'feedback.noted': '{category}：{note}',
  'feedback.corrected': '正しくは次のとおりです：',
  'feedback.old': '変更前：',
  'feedback.new': '変更後：',
  'feedback.after': 'この後に：',
  'feedback.add': '次を追加：',
  'feedback.first': '冒頭に次を追加：',
  'feedback.leaveOut': '次を削除：',
  'feedback.leftOut': { other: '（短くするため、ほか {n} 点を省略しました。）' },

  'feedback.send': '修正をモデルに送る',
  'feedback.sendAll': '{n} 件の回答すべての修正を送る',
  'feedback.copy': 'コピー',
  'feedback.copyLong': '修正をコピー',
  'feedback.drafted': '下書きを入れました。好きなときに送信してください。',
  'feedback.copied': 'コピーしました。',
  'feedback.noComposer': 'ここに入力欄が見つからないため、コピーしました。',
  'feedback.notInserted': '入力欄に入れられなかったため、コピーしました。',
  'feedback.notCopied': 'コピーできませんでした。',
  'feedback.nothing': '送るものがまだありません。先に指摘、修正、メモのいずれかをしてください。',
};
