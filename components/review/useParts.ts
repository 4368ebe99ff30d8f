/** The comparison of two texts as they change: at once where they are short, else from a worker when it is ready. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { compare, type Part } from './compare.ts';
import type { CompareReply, CompareRequest } from './compare.worker.ts';

/** Both texts together, UTF-16 units: comparing these takes less than a frame. */
const short = 8000;

/** Null until a first comparison is there; after that the newest one that is ready. */
export function useParts(before: string, after: string): Part[] | null {
  const isShort = before.length + after.length <= short;
  const now = useMemo(() => (isShort ? compare(before, after) : null), [isShort, before, after]);
  const [later, setLater] = useState<Part[] | null>(null);
  useEffect(() => (isShort ? undefined : compareBeside({ before, after }, setLater)), [isShort, before, after]);
  return now ?? later;
}

let worker: Worker | null = null;
let last = 0;

/** Returns the way to lose interest in the answer. */
function compareBeside(texts: Omit<CompareRequest, 'number'>, ready: (parts: Part[]) => void): () => void {
  worker ??= new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' });
  const number = (last += 1);
  const asked = worker;
  const hear = ({ data }: MessageEvent<CompareReply>): void => {
    if (data.number !== number) return;
    asked.removeEventListener('message', hear);
    ready(data.parts);
  };
  asked.addEventListener('message', hear);
  asked.postMessage({ number, ...texts } satisfies CompareRequest, []);
  return () => asked.removeEventListener('message', hear);
}
