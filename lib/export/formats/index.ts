/** The list of formats, in the order in which people are asked; those of one reader stand together. A new one is a file beside this one and a line here. */
import type { ExportFormat } from '../format.ts';
import { argilla } from './argilla.ts';
import { axolotlChat } from './axolotl-chat.ts';
import { axolotlDetail } from './axolotl-detail.ts';
import { axolotlKto } from './axolotl-kto.ts';
import { axolotlParts } from './axolotl-parts.ts';
import { axolotlPreference } from './axolotl-preference.ts';
import { azureChat } from './azure-chat.ts';
import { azurePreference } from './azure-preference.ts';
import { azureRft } from './azure-rft.ts';
import { bedrockClaude } from './bedrock-claude.ts';
import { bedrockCompletion } from './bedrock-completion.ts';
import { bedrockConversation } from './bedrock-conversation.ts';
import { bedrockRft } from './bedrock-rft.ts';
import { csv } from './csv.ts';
import { excel } from './excel.ts';
import { fineGrainedRlhf } from './fine-grained-rlhf.ts';
import { fireworksChat } from './fireworks-chat.ts';
import { fireworksPreference } from './fireworks-preference.ts';
import { geminiPreference } from './gemini-preference.ts';
import { geminiSft } from './gemini-sft.ts';
import { helpsteer } from './helpsteer.ts';
import { hhRlhf } from './hh-rlhf.ts';
import { labelStudio } from './label-studio.ts';
import { llamaFactoryAlpaca } from './llama-factory-alpaca.ts';
import { llamaFactoryKto } from './llama-factory-kto.ts';
import { llamaFactoryRanking } from './llama-factory-ranking.ts';
import { llamaFactorySharegpt } from './llama-factory-sharegpt.ts';
import { mistralChat } from './mistral-chat.ts';
import { native } from './native.ts';
import { openaiChat } from './openai-chat.ts';
import { openaiEvals } from './openai-evals.ts';
import { openaiPreference } from './openai-preference.ts';
import { openaiRft } from './openai-rft.ts';
import { parquetChat } from './parquet-chat.ts';
import { parquetKto } from './parquet-kto.ts';
import { parquetPreference } from './parquet-preference.ts';
import { report } from './report.ts';
import { togetherChat } from './together-chat.ts';
import { togetherPreference } from './together-preference.ts';
import { trlImplicit } from './trl-implicit.ts';
import { trlKto } from './trl-kto.ts';
import { trlLm } from './trl-lm.ts';
import { trlPreference } from './trl-preference.ts';
import { trlSft } from './trl-sft.ts';
import { trlStepwise } from './trl-stepwise.ts';
import { ultrafeedback } from './ultrafeedback.ts';
import { webAnnotation } from './web-annotation.ts';

/** Every format. */
export const formats: readonly ExportFormat[] = [
  native,
  csv,
  excel,
  report,
  trlSft,
  trlLm,
  trlPreference,
  trlImplicit,
  trlKto,
  trlStepwise,
  parquetChat,
  parquetPreference,
  parquetKto,
  openaiChat,
  openaiPreference,
  openaiRft,
  openaiEvals,
  azureChat,
  azurePreference,
  azureRft,
  togetherChat,
  togetherPreference,
  fireworksChat,
  fireworksPreference,
  geminiSft,
  geminiPreference,
  bedrockConversation,
  bedrockClaude,
  bedrockCompletion,
  bedrockRft,
  mistralChat,
  axolotlChat,
  axolotlPreference,
  axolotlKto,
  axolotlParts,
  axolotlDetail,
  llamaFactorySharegpt,
  llamaFactoryAlpaca,
  llamaFactoryRanking,
  llamaFactoryKto,
  hhRlhf,
  helpsteer,
  ultrafeedback,
  fineGrainedRlhf,
  webAnnotation,
  labelStudio,
  argilla,
];
