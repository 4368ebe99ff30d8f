/** The one list of rules, the strongest first: where a page has too much evidence, the first is kept. */
import { agents } from './agents.ts';
import { credentials } from './credentials.ts';
import { disclosure } from './disclosure.ts';
import { disclosureHeader } from './disclosureHeader.ts';
import { labels } from './labels.ts';
import { links } from './links.ts';
import { pasteChatgpt } from './pasteChatgpt.ts';
import { pasteClaude } from './pasteClaude.ts';
import { pasteGemini } from './pasteGemini.ts';
import { platforms } from './platforms.ts';
import { residue } from './residue.ts';
import type { Rule } from './rule.ts';
import { structuredData } from './structuredData.ts';
import { talk, talkPhrases } from './talk.ts';

export const rules: readonly Rule[] = [
  platforms,
  agents,
  disclosure,
  credentials,
  structuredData,
  disclosureHeader,
  pasteChatgpt,
  pasteGemini,
  pasteClaude,
  residue,
  labels,
  talk,
  talkPhrases,
  links,
];
