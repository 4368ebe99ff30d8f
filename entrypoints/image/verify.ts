/** Has a signature checked by a worker, one for each check: it ends with it. */
import type { Verdict } from '../../lib/evidence/image/verdict.ts';
import type { VerifyReply, VerifyRequest } from './verify.worker.ts';

/** `picture` has its true type. Aborting ends the worker, and the promise never settles. Throws where the credentials cannot be read. */
export async function verify(picture: Blob, signal: AbortSignal): Promise<Verdict> {
  const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  const { promise, resolve, reject } = Promise.withResolvers<VerifyReply>();
  worker.addEventListener('message', ({ data }: MessageEvent<VerifyReply>) => resolve(data));
  worker.addEventListener('error', (event) => reject(new Error(event.message)));
  worker.postMessage({ picture } satisfies VerifyRequest, []);
  try {
    const reply = await promise;
    if ('problem' in reply) throw new Error(reply.problem);
    return reply.verdict;
  } finally {
    worker.terminate();
  }
}
