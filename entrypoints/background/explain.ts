/** What went wrong, in words: what happened, what is safe, what to do. */
import { knows, text } from '../../lib/i18n/text.ts';
import { Refusal, type Failure } from '../../lib/model/result.ts';

export function explain(error: unknown): Failure {
  if (error instanceof Refusal) {
    const key = `error.${error.code}`;
    return { code: error.code, message: knows(key) ? text(key, error.params) : text('error.unexpected', { detail: error.code }) };
  }
  console.error(error);
  return { code: 'unexpected', message: text('error.unexpected', { detail: String(error) }) };
}
