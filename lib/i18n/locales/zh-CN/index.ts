/** The Simplified Chinese tables. */
import { backup } from './backup.ts';
import { connectors } from './connectors.ts';
import { editor } from './editor.ts';
import { feedback } from './feedback.ts';
import { formats } from './formats.ts';
import { found } from './found.ts';
import { health } from './health.ts';
import { keeping } from './keeping.ts';
import { manifest } from './manifest.ts';
import { overlay } from './overlay.ts';
import { pages } from './pages.ts';
import { panel } from './panel.ts';
import { panels } from './panels.ts';
import { privacy } from './privacy.ts';
import { record } from './record.ts';
import { rubric } from './rubric.ts';
import { tabs } from './tabs.ts';
import { teach } from './teach.ts';
import { welcome } from './welcome.ts';

export const zhCN = {
  backup,
  manifest,
  overlay,
  connectors,
  editor,
  feedback,
  formats,
  found,
  health,
  keeping,
  pages,
  panel,
  panels,
  privacy,
  record,
  rubric,
  tabs,
  teach,
  welcome,
};
