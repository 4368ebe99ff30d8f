/**
 * Who reads a format, in the order in which people are asked. A proper name is the same in every language; null: it has a word,
 * `reader.<id>`.
 */
export const readers = {
  people: null,
  trl: 'Hugging Face TRL',
  huggingface: 'Hugging Face (Parquet)',
  openai: 'OpenAI',
  azure: 'Azure OpenAI',
  together: 'Together AI',
  fireworks: 'Fireworks AI',
  gemini: 'Google Gemini',
  bedrock: 'Amazon Bedrock',
  mistral: 'Mistral AI',
  axolotl: 'Axolotl',
  'llama-factory': 'LLaMA-Factory',
  datasets: null,
  tools: null,
} as const;
export type Reader = keyof typeof readers;
