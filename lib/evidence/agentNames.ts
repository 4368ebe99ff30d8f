/**
 * Who commits and comments as an AI agent on code hosts. Names of people and words of the language are no marks (Claude, Devin, Jules; cursor,
 * amp, continue): addresses and account numbers are. Checked with GitHub's own list of users, 17 July 2026.
 */

/** Addresses in `Co-authored-by`; names beside them drift. A domain that is an agent's alone stands without a name before it. */
const addresses =
  /^(?:noreply@anthropic\.com|cursoragent@cursor\.com|copilot@github\.com|codex@openai\.com|amp@ampcode\.com|[a-z]{1,20}@aider\.chat)$/i;

/** GitHub's numbers of agents' accounts, in `<number>+<login>@users.noreply.github.com`. */
const numbers: Record<string, string> = {
  198982749: 'Copilot',
  167198135: 'copilot[bot]',
  209825114: 'claude[bot]',
  215619710: 'anthropic-claude[bot]',
  208546643: 'claude-code-action[bot]',
  199175422: 'chatgpt-codex-connector[bot]',
  215057067: 'openai-codex[bot]',
  206951365: 'cursor[bot]',
  201670782: 'cursoragent[bot]',
  161369871: 'google-labs-jules[bot]',
  158243242: 'devin-ai-integration[bot]',
  176961590: 'gemini-code-assist[bot]',
  136622811: 'coderabbitai[bot]',
  205137888: 'cline[bot]',
  230936708: 'continue[bot]',
  201248094: 'sourcegraph-cody[bot]',
  220155983: 'jetbrains-ai[bot]',
  208079219: 'amazon-q-developer[bot]',
};

/** The apps of those accounts: GitHub links a bot's name to `/apps/<slug>`, a person's to `/<login>`. */
const slugs = new Set([
  'copilot-swe-agent',
  'copilot-pull-request-reviewer',
  ...Object.values(numbers).flatMap((login) => (login.endsWith('[bot]') ? login.slice(0, -5) : [])),
]);

/** Whether an e-mail address is an agent's. */
export function isAgentAddress(address: string): boolean {
  const [, number, login] = /^(\d{1,12})\+([^@]{1,60})@users\.noreply\.github\.com$/i.exec(address) ?? [];
  return addresses.test(address) || (number !== undefined && numbers[number]?.toLowerCase() === login!.toLowerCase());
}

/** Whether a link's path on GitHub is an agent's app. */
export const isAgentApp = (path: string): boolean => slugs.has(/^\/apps\/([a-z0-9-]{1,60})\/?$/i.exec(path)?.[1]?.toLowerCase() ?? '');
