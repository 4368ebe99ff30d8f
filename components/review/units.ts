/** Markdown cut into what is compared as a whole: a fenced block, a table, or one line. Together they are the text again. */

export interface Unit {
  kind: 'line' | 'code' | 'table';
  /** With its line end. */
  text: string;
}

/** Cuts a Markdown text; the texts of all units in order are the text. */
export function unitsOf(markdown: string): Unit[] {
  const lines = markdown.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const units: Unit[] = [];
  for (let at = 0; at < lines.length;) {
    const end = fenceEnd(lines, at) ?? tableEnd(lines, at);
    const kind = end === null ? 'line' : fenceOf(lines[at]!) ? 'code' : 'table';
    units.push({ kind, text: lines.slice(at, end ?? at + 1).join('') });
    at = end ?? at + 1;
  }
  return units;
}

/** The sign and the info string of a line that opens a fence (CommonMark 4.5); null for other lines. */
export function fenceOf(line: string): { sign: string; info: string } | null {
  const [, sign, info] = /^[ \t]*(`{3,}|~{3,})[ \t]*([^`\n]*)\n?$/.exec(line) ?? [];
  return sign === undefined ? null : { sign, info: info!.trim() };
}

/** The line after the block that a fence opens; an open block goes to the end. */
function fenceEnd(lines: string[], at: number): number | null {
  const fence = fenceOf(lines[at]!);
  if (!fence) return null;
  const close = new RegExp(`^[ \\t]*\\${fence.sign[0]}{${fence.sign.length},}[ \\t]*\\n?$`);
  const end = lines.findIndex((line, index) => index > at && close.test(line));
  return end < 0 ? lines.length : end + 1;
}

/** GFM: a header row, a row of dashes, then rows until a line without a bar. */
function tableEnd(lines: string[], at: number): number | null {
  if (!lines[at]!.includes('|') || !isDelimiter(lines[at + 1] ?? '')) return null;
  let end = at + 2;
  while (lines[end]?.includes('|')) end += 1;
  return end;
}

/** True for the row of dashes under a table's header. */
export const isDelimiter = (line: string): boolean =>
  line.includes('|') && line.includes('-') && /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\n?$/.test(line);

/** The cells of a table's row, trimmed; an escaped bar does not part them. */
export function cellsOf(row: string): string[] {
  const cells = row
    .trim()
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}
