/** All site adapters. A new tool is one file and one line here, with its pages in the tests. */
import type { SiteAdapter } from '../model/site.ts';
import { aiElements } from './aiElements.ts';
import { aiStudio } from './aiStudio.ts';
import { amazon } from './amazon.ts';
import { arena } from './arena.ts';
import { assistantUi } from './assistantUi.ts';
import { baidu } from './baidu.ts';
import { bing } from './bing.ts';
import { botFramework } from './botFramework.ts';
import { botpress } from './botpress.ts';
import { brave } from './brave.ts';
import { carbonAiChat } from './carbonAiChat.ts';
import { chainlit } from './chainlit.ts';
import { chatgpt } from './chatgpt.ts';
import { claude } from './claude.ts';
import { copilotKit } from './copilotKit.ts';
import { deepChat } from './deepChat.ts';
import { deepseek } from './deepseek.ts';
import { dify } from './dify.ts';
import { doubao } from './doubao.ts';
import { duckAi } from './duckAi.ts';
import { duckduckgo } from './duckduckgo.ts';
import { flowise } from './flowise.ts';
import { gemini } from './gemini.ts';
import { geminiCloudAssist } from './geminiCloudAssist.ts';
import { geminiEnterprise } from './geminiEnterprise.ts';
import { githubCopilot } from './githubCopilot.ts';
import { googleAiMode } from './googleAiMode.ts';
import { googleAiOverview } from './googleAiOverview.ts';
import { gradio } from './gradio.ts';
import { grok } from './grok.ts';
import { huggingchat } from './huggingchat.ts';
import { kagi } from './kagi.ts';
import { kimi } from './kimi.ts';
import { librechat } from './librechat.ts';
import { lumo } from './lumo.ts';
import { metaAi } from './metaAi.ts';
import { microsoft365Copilot } from './microsoft365Copilot.ts';
import { microsoftCopilot } from './microsoftCopilot.ts';
import { mistral } from './mistral.ts';
import { mynahUi } from './mynahUi.ts';
import { n8n } from './n8n.ts';
import { nextChat } from './nextChat.ts';
import { notebooklm } from './notebooklm.ts';
import { openWebui } from './openWebui.ts';
import { patternfly } from './patternfly.ts';
import { perplexity } from './perplexity.ts';
import { poe } from './poe.ts';
import { qianwen } from './qianwen.ts';
import { qwen } from './qwen.ts';
import { rasa } from './rasa.ts';
import { streamlit } from './streamlit.ts';
import { typebot } from './typebot.ts';
import { voiceflow } from './voiceflow.ts';
import { yuanbao } from './yuanbao.ts';
import { zai } from './zai.ts';

export const adapters: SiteAdapter[] = [
  aiElements,
  aiStudio,
  amazon,
  arena,
  assistantUi,
  baidu,
  bing,
  botFramework,
  botpress,
  brave,
  carbonAiChat,
  chainlit,
  chatgpt,
  claude,
  copilotKit,
  deepChat,
  deepseek,
  dify,
  doubao,
  duckAi,
  duckduckgo,
  flowise,
  gemini,
  geminiCloudAssist,
  geminiEnterprise,
  githubCopilot,
  googleAiMode,
  googleAiOverview,
  gradio,
  grok,
  huggingchat,
  kagi,
  kimi,
  librechat,
  lumo,
  metaAi,
  microsoft365Copilot,
  microsoftCopilot,
  mistral,
  mynahUi,
  n8n,
  nextChat,
  notebooklm,
  openWebui,
  patternfly,
  perplexity,
  poe,
  qianwen,
  qwen,
  rasa,
  streamlit,
  typebot,
  voiceflow,
  yuanbao,
  zai,
];
