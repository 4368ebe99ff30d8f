/** Japanese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const health: Words = {
  'health.reviews': 'レビュー',
  'health.drafts': { other: '下書き {n} 件' },
  'health.size': '使用量',
  'health.room': '空き {size}',
  'health.lost': '{at}：データベースが壊れていたため、空のものから始まりました。最後のバックアップを復元すると、その中身がすべて戻ります。',
  'health.newer':
    'これらのレビューは新しい版の Bluepencil が保存したものです。この版では表示、書き出し、バックアップだけができ、何も変更しません。レビューを続けるには Bluepencil を更新してください。',
  'health.unread': { other: 'そのうち {n} 件はここでは読めません。' },
  'health.see': '読めなかったもの',
  'health.first': { other: '最初の {n} 件だけを表示しています。ファイルにはすべて入ります。' },
  'health.unmasked': { other: 'ポリシーにより保存済みのテキストをマスクしています：以前の回答が残り{n}件です。' },
  'broken.title': 'レビューを開けません',
  'broken.fold': 'レビューを開けないとき',
  'broken.about': '何も削除されていません。次の手順を順番にお試しください。',
  'broken.restart': 'ブラウザーを再起動し、ディスクに空きがあり正常であることをご確認ください。多くの場合、それで直ります。',
  'broken.saveAbout': 'まだ読み取れるものを1行ずつ保存します。このファイルはバックアップで、ほかのバックアップと同じように復元できます。',
  'broken.save': '読み取れるものを保存',
  'broken.saving': '読み取っています…',
  'broken.saved': { other: 'ブラウザーのダウンロードに渡しました：{n}行（すべて）。' },
  'broken.savedPart': { other: 'ブラウザーのダウンロードに渡しました：{n}行。ほかは読み取れませんでした。' },
  'broken.none': 'もう何も読み取れないため、ファイルはありません。以前のバックアップをお探しください。',
  'broken.anewAbout':
    'やり直す：データベースをレビュー、設定、トークンごと削除し、空のものに置き換えます。新しい記録にはそのことが残ります。送信先とバックアップにあるものはそのままです。',
  'broken.anew': 'やり直す',
  'broken.waiting': '10秒後にデータベースが削除されます。',
  'broken.done': 'やり直しました。下で最後のバックアップを復元すると、その中身がすべて戻ります。',
  'broken.failed': 'データベースを削除できませんでした。{detail}',
};
