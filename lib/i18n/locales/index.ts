/** The one list of languages with their words. Adding one: its folder, a line here, and its tag in `languages.ts`. */
import type { Language } from '../languages.ts';
import type { Tables } from '../text.ts';
import { ar } from './ar/index.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { ja } from './ja/index.ts';
import { ptBR } from './pt-BR/index.ts';
import { zhCN } from './zh-CN/index.ts';

/** What a language lacks is said in English, but nothing lacks: `test/rules/locales.test.ts`. */
export const locales: Record<Language, Partial<Tables>> = { en, de, fr, es, 'pt-BR': ptBR, ja, 'zh-CN': zhCN, ar };
