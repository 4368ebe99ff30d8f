/** Japanese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const welcome: Words = {
  'welcome.title': 'Bluepencil へようこそ',
  'welcome.lead': 'AI の回答を、読んでいるその場でレビュー。短い 3 ステップで準備できます。',
  'welcome.step': '{n} / 3',
  'welcome.sites': 'レビューする場所',
  'welcome.sitesAbout': 'これらははじめからオンです。不要なものはオフにしてください。そこでは Bluepencil は何も動きません。',
  'welcome.sitesMore': 'その他のチャット：開いてツールバーの Bluepencil アイコンをクリックし、オンにします。',
  'welcome.try': 'ここで試す',
  'welcome.tryAbout':
    '回答にポインターを合わせて親指を押します。または、誤った語句を選択して 1 を押します。これは見本です。何も保存されません。',
  'welcome.tried': 'これでレビューは完了です。ここから先は自由です。',
  'welcome.prompt': 'リース車の付加価値税は控除できますか？',
  'welcome.answer.1': 'はい。走行の 10 % 以上を業務に使う場合、リース料に含まれる付加価値税を控除できます。',
  'welcome.answer.2': '控除は 2020 年から 50 % に制限されています。',
  'welcome.answer.3': '業務での使用割合を示せるように、運転日誌を付けてください。',
  'welcome.data': 'レビューの行き先',
  'welcome.data.1': 'このコンピューターに残ります。アカウントはなく、どこにも送られません。',
  'welcome.data.2': 'チームのエンドポイントがあれば、設定で指定します。最初の送信内容は、送る前に確認できます。',
  'welcome.data.3': 'いつでも書き出せます。学習用の行としても、読むためにも。',
  'welcome.settings': '設定を開く',
  'welcome.done': '始める',
  'welcome.keys': '次の未レビューの回答へのショートカット：{shortcut}',
};
