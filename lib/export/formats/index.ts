/** The list of formats, in the order in which people are asked. A new one is a file beside this one and a line here. */
import type { ExportFormat } from '../format.ts';
import { csv } from './csv.ts';
import { native } from './native.ts';
import { openaiChat } from './openai-chat.ts';
import { trlKto } from './trl-kto.ts';
import { trlPreference } from './trl-preference.ts';
import { trlSft } from './trl-sft.ts';

/** Every format. */
export const formats: readonly ExportFormat[] = [native, trlSft, trlPreference, trlKto, openaiChat, csv];
