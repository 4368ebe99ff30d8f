/** Simplified Chinese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const health: Words = {
  'health.reviews': '审阅',
  'health.drafts': { other: '{n} 个草稿' },
  'health.size': '已用',
  'health.room': '可用 {size}',
  'health.lost': '{at}：数据库已损坏，并新建了一个空的。请恢复您最近的备份，其中的内容都会回来。',
  'health.newer':
    '这些审阅由更新版本的 Bluepencil 保存。当前版本可以查看、导出和备份它们，但不会更改任何内容。请更新 Bluepencil 以继续审阅。',
  'health.unread': { other: '其中 {n} 条在这里无法读取。' },
  'health.see': '无法读取的内容',
  'health.first': { other: '只显示前 {n} 条；文件中包含全部。' },
  'health.unmasked': { other: '策略要求对已存储的文本进行遮蔽：还有 {n} 条以前的回答待处理。' },
  'broken.title': '无法打开您的审阅',
  'broken.fold': '如果无法打开审阅',
  'broken.about': '没有删除任何内容。请按顺序执行以下步骤。',
  'broken.restart': '重启浏览器，并检查其磁盘是否有空间且状态正常。通常这样就够了。',
  'broken.saveAbout': '逐行保存仍可读取的内容。该文件是一份备份，可以像其他备份一样恢复。',
  'broken.save': '保存可读取的内容',
  'broken.saving': '正在读取…',
  'broken.saved': { other: '已交给浏览器下载：{n} 行，即全部内容。' },
  'broken.savedPart': { other: '已交给浏览器下载：{n} 行。其余内容无法读取。' },
  'broken.none': '已无法读取任何内容，因此没有文件。请查找更早的备份。',
  'broken.anewAbout': '重新开始：删除数据库及其中的审阅、设置和令牌，并换成一个空的。新的记录会注明这一点。端点和备份中的内容保持不变。',
  'broken.anew': '重新开始',
  'broken.waiting': '数据库将在十秒后删除。',
  'broken.done': '已重新开始。请在下方恢复您最近的备份，其中的内容都会回来。',
  'broken.failed': '浏览器无法删除其数据库。{detail}',
};
