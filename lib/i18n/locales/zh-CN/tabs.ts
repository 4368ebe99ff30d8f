/** Simplified Chinese: see the English table. */
import type { Words } from '../../../model/words.ts';

export const tabs: Words = {
  'twice.heading': '您在另一个标签页中也更改了此处',
  'twice.here': '当前生效',
  'twice.there': '另一个标签页中',
  'twice.headingBackup': '备份中的内容与此处不同',
  'twice.thereBackup': '备份中',
  'twice.headingComputer': '您在另一台电脑上的内容与此处不同',
  'twice.thereComputer': '另一台电脑上',
  'twice.keep': '保留这个',
  'twice.take': '保留那个',
  'twice.nothing': '无',
  'private.saved': '已保存，关闭隐私窗口后消失',
  'private.panel':
    '隐私窗口：您在这里的评审只保存在内存中，最后一个隐私窗口关闭后即消失。它们不会出现在任何列表、备份或导出中，也不会发送到任何地方。',
  'private.dashboard':
    '隐私窗口：您在隐私窗口中的审阅只保存在内存中。它们不会列在这里，也无法导出，因为浏览器在交出文件之前可能会先将其写入配置文件。其他审阅请在普通窗口中查看。',
  'error.private-full': '隐私窗口的评审已没有空间，因此这次没有保存。之前保存的内容仍在。关闭隐私窗口即可腾出空间。',
};
