/** Japanese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const tabs: Words = {
  'twice.heading': '別のタブでもここを変更しました',
  'twice.here': 'いま有効なもの',
  'twice.there': '別のタブのもの',
  'twice.headingBackup': 'バックアップの内容はここと異なります',
  'twice.thereBackup': 'バックアップのもの',
  'twice.headingComputer': '別のコンピューターでの内容はここと異なります',
  'twice.thereComputer': '別のコンピューターのもの',
  'twice.keep': 'こちらを残す',
  'twice.take': 'あちらを残す',
  'twice.nothing': 'なし',
  'private.saved': 'プライベートウィンドウを閉じるまで保存',
  'private.panel':
    'プライベートウィンドウ：ここでのレビューはメモリーにだけ置かれ、最後のプライベートウィンドウを閉じると消えます。一覧、バックアップ、エクスポートには入らず、どこにも送信されません。',
  'private.dashboard':
    'プライベートウィンドウ：ここでのレビューはメモリーだけに保持されます。この一覧には表示されず、書き出すこともできません。ブラウザーがファイルを渡す前にプロファイルへ書き込むことがあるためです。ほかのレビューは通常のウィンドウに表示されます。',
  'error.private-full':
    'プライベートウィンドウのレビューを置く場所がいっぱいのため、保存できませんでした。前に保存したものは残っています。プライベートウィンドウを閉じると場所が空きます。',
};
