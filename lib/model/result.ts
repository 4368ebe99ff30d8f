/** What crosses contexts instead of an exception: `Error` does not survive JSON. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** `code` is stable and for programs; `message` is for people: what happened, what is safe, what to do. */
export interface Failure {
  code: string;
  message: string;
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: string, message: string): Result<never> => ({ ok: false, error: { code, message } });

/** An expected failure inside one context. `params` fill the sentence that `i18n` has for the code. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: string;
  readonly params: Record<string, string | number>;
  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
