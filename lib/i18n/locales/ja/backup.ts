/** Japanese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const backup: Words = {
  'backup.title': 'バックアップ',
  'backup.about':
    'レビュー、回答、下書き、設定、操作の記録をすべて一つのファイルに収めます。トークンは含まれません。復元では不足分だけを加え、何も上書きしません。',
  'backup.save': 'バックアップを保存',
  'backup.protect': 'パスフレーズで保護する',
  'backup.passphrase': 'パスフレーズ',
  'backup.passphraseHint': 'これがなければ誰もファイルを開けません。忘れるとご自身も開けません。',
  'backup.restore': 'ファイルから復元…',
  'backup.saving': '保存しています…',
  'backup.reading': 'ファイルを確認しています…',
  'backup.bringing': '復元しています…',
  'backup.stop': '停止',
  'backup.saved': 'ブラウザーのダウンロードに渡しました：{size}。',
  'backup.locked': 'このバックアップは保護されています。',
  'backup.open': '開く',
  'backup.holds': { other: '{at} のバックアップにはレビューが {n} 件あります。' },
  'backup.fresh': { other: '{n} 件はここにない新しいものです。' },
  'backup.changed': { other: '{n} 件はここにない内容を含みます。両方とも残ります。' },
  'backup.drafts': { other: '下書きが {n} 件加わります。' },
  'backup.adapters': { other: 'サイトアダプターが {n} 件加わります。' },
  'backup.settings': '設定も元に戻ります。トークンは入力し直してください。',
  'backup.nothing': '中身はすべてここにあります。',
  'backup.bring': '復元',
  'backup.leave': '今はしない',
  'backup.close': '閉じる',
  'backup.done': { other: 'レビューを {n} 件復元しました。' },
  'backup.doneOther': '復元しました。',
  'backup.stopped': '停止しました。ここまでに入ったものは完全です。残りは同じファイルから復元できます。',
  'error.backup-empty': 'ファイルが空です。何も変更していません。',
  'error.backup-not-ours': 'Bluepencil のバックアップではありません。何も変更していません。',
  'error.backup-newer-file':
    'このファイルは新しいバージョンの Bluepencil で書かれています。更新してから復元してください。何も変更していません。',
  'error.backup-newer-database':
    'このバックアップは新しいバージョンの Bluepencil のものです。更新してから復元してください。何も変更していません。',
  'error.backup-passphrase': 'パスフレーズがこのファイルと合いません。',
  'error.backup-damaged': 'ファイルが壊れています。書かれたときの内容と違います。何も変更していません。別のコピーをお試しください。',
  'error.backup-cut': 'ファイルが途中で切れています。末尾がないか、壊れています。何も変更していません。別のコピーをお試しください。',
  'error.backup-order': 'このファイルの各部分が、書かれたときと違う順序になっています。何も変更していません。別のコピーをお試しください。',
  'error.backup-line': '{max} MB を超える行があります。バックアップにはありえません。何も変更していません。',
  'error.backup-bomb':
    'このファイルは展開すると {times} 倍の大きさになります。バックアップではありえないため、読み込みを中止しました。何も変更していません。',
  'error.backup-record': 'ファイルの {line} 行目は Bluepencil が書いた記録ではありません（{problem}）。何も変更していません。',
  'error.backup-unreadable': 'ファイルを読み取れなくなりました。もう一度選んでください。何も変更していません。',
  'backup.takes':
    'バックアップ、「Bluepencil JSONL」形式の書き出し、またはデータセット（JSON Lines、JSON、CSV、Parquet）から。データセットの回答はダッシュボードでレビューを待ちます。',
  'backup.rows': { other: 'このファイルには、レビューする回答が {n} 件あります。' },
  'backup.queue': 'タグ「{tag}」の下書きとしてダッシュボードに入ります。レビューするまで何も送信されません。',
  'error.dataset-json': '{row} 行目は JSON ではありません（{detail}）。何も変更していません。',
  'error.dataset-field': '{row} 行目：「{field}」は {expected} でなければなりません。何も変更していません。',
  'error.dataset-answer': '{row} 行目に回答がありません。次のいずれかの項目に入ります：{fields}。何も変更していません。',
  'error.dataset-large': '一つの JSON リストであるファイルは {max} MB までです。JSON Lines で保存してください。何も変更していません。',
  'error.dataset-unknown':
    'バックアップでも、書き出しでも、JSON Lines、JSON、CSV、Parquet のデータセットでもありません。何も変更していません。',
  'error.dataset-parquet':
    'この Parquet ファイルは読み取れません（{detail}）。Snappy か Zstandard で圧縮したもの、または圧縮していないものは読み取れます。何も変更していません。',
  'error.dataset-group':
    'この Parquet ファイルには、{max} MB または 100 万行を超える行グループがあります。小さいグループで保存してください。何も変更していません。',
};
