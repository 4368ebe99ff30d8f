/** Runs one of the project's own tools from `node_modules/.bin`. */
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Waits until the tool is done. `pipe` keeps what it says, `inherit` shows it. */
export function runTool(tool: string, args: string[], env: Record<string, string> = {}, stdio: 'pipe' | 'inherit' = 'pipe') {
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  const { status, stdout, stderr, error } = spawnSync(tool, args, {
    cwd: root,
    encoding: 'utf8',
    stdio,
    // On Windows the tools are scripts, which only a shell runs.
    shell: process.platform === 'win32',
    maxBuffer: 64 << 20,
    env: { ...process.env, PATH: path, ...env },
  });
  return { worked: status === 0, said: `${stdout ?? ''}${stderr ?? ''}${error ? String(error) : ''}`.trim() };
}

/** The commands that make what browser tests load: the builds and the chat pages. */
export const builds: Record<string, { tool: string; args: string[]; env?: Record<string, string> }> = {
  'build for Chromium': { tool: 'wxt', args: ['build'] },
  'build for Firefox': { tool: 'wxt', args: ['build', '-b', 'firefox'] },
  'test build for Chromium': { tool: 'wxt', args: ['build'], env: { BLUEPENCIL_TEST: '1' } },
  'test build for Firefox': { tool: 'wxt', args: ['build', '-b', 'firefox'], env: { BLUEPENCIL_TEST: '1' } },
  'chat pages': { tool: 'vite', args: ['build', '--config', 'test/chat-uis/vite.config.ts'] },
};
