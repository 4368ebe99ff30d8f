/** All site adapters. A new tool is one file and one line here, with its pages in the tests. */
import type { SiteAdapter } from '../model/site.ts';
import { chatgpt } from './chatgpt.ts';
import { claude } from './claude.ts';
import { gemini } from './gemini.ts';

export const adapters: SiteAdapter[] = [chatgpt, claude, gemini];
