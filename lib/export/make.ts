/** Runs an export and counts what came of it. */
import type { ReviewedAnswer } from '../model/reviewed.ts';
import { exportFiles, type ExportFormat, type ExportOptions, type RefusalReason } from './format.ts';

/** Where the pieces go, in order. */
export interface ExportSink {
  write(file: string, data: string): Promise<void> | void;
}

/** What an export gave. */
export interface ExportSummary {
  /** In the order in which they began; the first is the main file, the others say where its lines come from. */
  files: { file: string; rows: number }[];
  /** Rows of the main file. */
  rows: number;
  /** How many reviews give no row, by reason, the most frequent first. */
  refused: { reason: RefusalReason; n: number }[];
}

/**
 * Writes everything in a format into a sink. Each sink write is awaited, so that a slow disk holds the reading back.
 * `onRow` hears of the rows so far. Rejects with `AbortError` when the signal ends it, and with what the format refuses.
 */
export async function makeExport(
  format: ExportFormat,
  reviewed: AsyncIterable<ReviewedAnswer>,
  sink: ExportSink,
  { onRow, signal, ...options }: ExportOptions & { onRow?: (rows: number) => void; signal?: AbortSignal } = {},
): Promise<ExportSummary> {
  const rows = new Map<string, number>();
  const refused = new Map<RefusalReason, number>();
  for await (const item of exportFiles(format, reviewed, options)) {
    signal?.throwIfAborted();
    if ('refused' in item) {
      refused.set(item.reason, (refused.get(item.reason) ?? 0) + 1);
      continue;
    }
    await sink.write(item.file, item.data);
    // A heading is in the file but is no row: no review stands behind it.
    rows.set(item.file, (rows.get(item.file) ?? 0) + (item.reviewIds.length > 0 ? 1 : 0));
    const [main] = rows.values();
    if (main !== undefined) onRow?.(main);
  }
  signal?.throwIfAborted();
  const files = [...rows].map(([file, count]) => ({ file, rows: count }));
  return {
    files,
    rows: files[0]?.rows ?? 0,
    refused: [...refused].map(([reason, n]) => ({ reason, n })).sort((one, other) => other.n - one.n),
  };
}
