/** What each format of training rows may hold. A format that is not here fails `formats/rows.test.ts`, unless it is one of `elsewhere`. */
import { axolotlInParts, axolotlInRanges } from './axolotl.ts';
import { chat, inputPair, reference } from './chats.ts';
import { bedrockConverse, bedrockMessages, geminiPreferences, geminiSupervised, promptText } from './clouds.ts';
import { aspects, attributes, dialogues, item } from './datasets.ts';
import { alpaca, axolotlJudged, axolotlPair, sharegpt, sharegptJudged, sharegptRanked } from './local.ts';
import type { Validator } from './parts.ts';
import { explicit, implicit, promptCompletion, stepwise, unpaired } from './trl.ts';

export const validators: Record<string, Validator> = {
  'trl-sft': promptCompletion,
  'trl-lm': chat,
  'trl-preference': explicit,
  'trl-implicit': implicit,
  'trl-kto': unpaired,
  'trl-stepwise': stepwise,
  'openai-chat': chat,
  'openai-preference': inputPair,
  'openai-rft': reference('developer'),
  'azure-chat': chat,
  'azure-preference': inputPair,
  'azure-rft': reference('developer'),
  'together-chat': chat,
  'together-preference': inputPair,
  'fireworks-chat': chat,
  'fireworks-preference': inputPair,
  'mistral-chat': chat,
  'openai-evals': item,
  'gemini-sft': geminiSupervised,
  'gemini-preference': geminiPreferences,
  'bedrock-claude': bedrockMessages,
  'bedrock-conversation': bedrockConverse,
  'bedrock-completion': promptText,
  'bedrock-rft': reference('system'),
  'axolotl-chat': chat,
  'axolotl-preference': axolotlPair,
  'axolotl-kto': axolotlJudged,
  'axolotl-parts': axolotlInParts,
  'axolotl-detail': axolotlInRanges,
  'llama-factory-alpaca': alpaca,
  'llama-factory-sharegpt': sharegpt,
  'llama-factory-ranking': sharegptRanked,
  'llama-factory-kto': sharegptJudged,
  'hh-rlhf': dialogues,
  helpsteer: attributes,
  ultrafeedback: aspects,
};

/** Formats that are no rows of JSON, with the file that tests them. */
export const elsewhere: Record<string, string> = {
  native: 'formats.test.ts',
  csv: 'formats.test.ts',
  excel: 'formats/tables.test.ts',
  report: 'formats/report.test.ts',
  'fine-grained-rlhf': 'formats/passages.test.ts',
  'web-annotation': 'formats/tools.test.ts',
  'parquet-chat': 'formats/parquet.test.ts',
  'parquet-preference': 'formats/parquet.test.ts',
  'parquet-kto': 'formats/parquet.test.ts',
  'label-studio': 'formats/tools.test.ts',
  argilla: 'formats/tools.test.ts',
};
