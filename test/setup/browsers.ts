/** Finds the browsers on this machine; installs them where that is possible without asking. */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Kind = 'chromium' | 'firefox';

interface Needed {
  name: string;
  /** The same as in the manifest. */
  oldest: number;
  commands: string[];
  places: string[];
  /** Names in Debian and Ubuntu, best first. */
  packages: string[];
  /** A path in this variable wins over everything. */
  variable: string;
}

const needed: Record<Kind, Needed> = {
  chromium: {
    name: 'Chromium',
    oldest: 138,
    commands: ['chrome-for-testing', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    places: [
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    packages: ['chromium'],
    variable: 'BLUEPENCIL_CHROMIUM',
  },
  firefox: {
    name: 'Firefox',
    oldest: 140,
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    packages: ['firefox-esr', 'firefox'],
    variable: 'BLUEPENCIL_FIREFOX',
  },
};

/** The path of a browser that is new enough. Throws with one sentence that says what to do. */
export function browserPath(kind: Kind): string {
  const found = find(kind);
  if (found) return found;
  const { name, oldest, variable } = needed[kind];
  if (installable()) {
    install(kind);
    const installed = find(kind);
    if (installed) return installed;
  }
  throw new Error(
    `${name} ${oldest} or newer was not found. Install it, or put the path of one into the environment variable ${variable}.`,
  );
}

function find(kind: Kind): string | null {
  const { commands, places, variable } = needed[kind];
  const named = process.env[variable];
  if (named) return named;
  const onPath = commands.flatMap((command) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command)));
  return [...onPath, ...places].find((path) => isProgram(path) && isNewEnough(kind, path)) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** On Windows a browser does not say its version on the command line: it is taken as it is. */
function isNewEnough(kind: Kind, path: string): boolean {
  if (process.platform === 'win32') return true;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const major = /(\d+)\.\d/.exec(stdout ?? '')?.[1];
  return Number(major) >= needed[kind].oldest;
}

const installable = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function install(kind: Kind): void {
  const { name, packages } = needed[kind];
  console.log(`Installing ${name} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  for (const name of packages) {
    const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    if (status === 0) return;
  }
}
