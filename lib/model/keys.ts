/** The single keys inside the controls. A person can change them; the digits, Tab, the arrows, Enter and Esc stay what they are. */

/** What a key does, in the order in which help lists them. */
export const keyActs = [
  'up',
  'down',
  'flag',
  'correct',
  'approve',
  'reject',
  'escalate',
  'more',
  'note',
  'undo',
  'next',
  'previous',
  'help',
] as const;
export type KeyAct = (typeof keyActs)[number];
/** One character each, lower case, no two alike. */
export type KeyMap = Record<KeyAct, string>;

export const defaultKeys: KeyMap = {
  up: 'u',
  down: 'd',
  flag: 'f',
  correct: 'c',
  approve: 'a',
  reject: 'r',
  escalate: 'e',
  more: 'm',
  note: 'n',
  undo: 'z',
  next: 'j',
  previous: 'k',
  help: '?',
};

/** What is wrong with a key for an act. */
export type KeyProblem = { code: 'key-long' | 'key-digit' | 'key-reserved' } | { code: 'key-taken'; by: KeyAct };

/** A key as a person presses it (`KeyboardEvent.key`), as maps hold it. */
export const keyOf = (pressed: string): string => pressed.toLowerCase();

/** Null: the act may have the pressed key. Digits choose categories; keys with names, and space, move, choose and leave. */
export function keyProblem(keys: KeyMap, act: KeyAct, pressed: string): KeyProblem | null {
  if (/^\s$|^[A-Z][A-Za-z0-9]+$/.test(pressed)) return { code: 'key-reserved' };
  const key = keyOf(pressed);
  if (!/^.$/u.test(key)) return { code: 'key-long' };
  if (/\p{N}/u.test(key)) return { code: 'key-digit' };
  const by = keyActs.find((other) => other !== act && keys[other] === key);
  return by ? { code: 'key-taken', by } : null;
}

/** The keys with a person's own; null where two acts would have the same, or one a key that it may not have. */
export function keysWith(own: Partial<KeyMap>): KeyMap | null {
  const keys = { ...defaultKeys, ...own };
  return keyActs.some((act) => keys[act] !== keyOf(keys[act]) || keyProblem(keys, act, keys[act])) ? null : keys;
}

/** What of a press tells its key. */
type Press = Pick<KeyboardEvent, 'key' | 'code'>;

/** The character of a key, lower case. On keyboards of other scripts it is the Latin letter of the same key. */
export function letterOf({ key, code }: Press): string {
  const lower = key.toLowerCase();
  const [, latin] = /^Key([A-Z])$/.exec(code) ?? [];
  return latin && /[^\p{ASCII}]/u.test(lower) && !/\p{Script=Latin}/u.test(lower) ? latin.toLowerCase() : lower;
}

/** The digit of a key, also where the row of digits needs Shift for them (French and Czech keyboards); null for other keys. */
export function digitOf({ key, code }: Press): string | null {
  if (/^\d$/.test(key)) return key;
  return key.length === 1 ? (/^Digit(\d)$/.exec(code)?.[1] ?? null) : null;
}
