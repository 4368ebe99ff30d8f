/** Exports from the dashboard, as a person does. */
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../setup/until.ts';
import type { Desk } from './desk.ts';

/** The non-empty lines of the main file that an export in that format gives. */
export async function exported(desk: Pick<Desk, 'driven'>, format: string): Promise<string[]> {
  const [main] = await exportFiles(desk, format);
  return (main?.text ?? '').split('\n').filter(Boolean);
}
