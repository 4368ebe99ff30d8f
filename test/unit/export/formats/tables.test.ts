/** The table for Excel: what differs from the plain one. */
import { expect, test } from 'vitest';
import { reviewed } from '../../sample.ts';
import { hostile } from '../generated.ts';
import { format, write } from '../write.ts';

test('the mark comes first and once; the rest is the plain table', async () => {
  const items = [reviewed({ rating: 1, note: 'é "x"' }), reviewed({ rating: -1, id: 'r2', note: '=1+1' })];
  const excel = (await write('excel', items)).files['bluepencil.excel.csv'] ?? '';
  const plain = (await write('csv', items)).files['bluepencil.csv'];
  expect(excel).toBe(`\uFEFF${plain}`);
});

test('a text beyond a cell is refused by name, one that fills it is whole', async () => {
  const fits = reviewed({ id: 'r1' }, { text: 'x'.repeat(32_767) });
  const long = reviewed({ id: 'r2' }, { text: 'x'.repeat(32_768) });
  const { files, refused } = await write('excel', [long, fits]);
  expect(refused).toEqual(['too-long']);
  expect(files['bluepencil.excel.csv']?.split('\r\n')).toHaveLength(3);
  // The sign before a formula counts too.
  expect((await write('excel', [reviewed({}, { text: `=${'x'.repeat(32_766)}` })])).refused).toEqual(['too-long']);
  expect((await write('excel', [long])).files).toEqual({});
});

test.each(['csv', 'excel'])('%s holds hostile text, a line a review or a reason', async (id) => {
  const { files, refused } = await write(id, hostile);
  const [text = ''] = Object.values(files);
  const said = hostile.reduce((sum, item) => sum + ('preference' in item ? 1 : item.reviews.length), 0);
  expect(cellsOf(text.replace(/^\uFEFF/, ''))).toHaveLength(said - refused.length + 1);
  expect(text.isWellFormed()).toBe(true);
});

test('the check refuses what is no record, has a cell too few or too long, or calculates', () => {
  const cells = Array.from({ length: cellsOf(format('csv').id === 'csv' ? heading : '')[0]?.length ?? 0 }, () => 'x');
  const excel = (row: string[]) => format('excel').check('x', `${row.join(',')}\r\n`);
  expect(excel(cells)).toEqual([]);
  expect(excel(cells.slice(1))).not.toEqual([]);
  expect(excel(['"x', ...cells.slice(1)])).not.toEqual([]);
  expect(excel(['=1', ...cells.slice(1)])).not.toEqual([]);
  expect(excel(['x'.repeat(32_768), ...cells.slice(1)])).not.toEqual([]);
  expect(format('csv').check('x', `\uFEFF${cells.join(',')}\r\n`)).toEqual([]);
});

const heading =
  'review,revision,answer_id,reviewer,reviewer_id,role,updated_at,site,url,title,provider,model,prompt,answer,rating,decision,correction,flags,note,active_ms,tags\r\n';

/** Records and their cells, read as RFC 4180 says, a character at a time. */
function cellsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (inside && sign === '"' && text[at + 1] === '"') cell += text[at++];
    else if (sign === '"') inside = !inside;
    else if (!inside && (sign === ',' || sign === '\r')) {
      record.push(cell);
      cell = '';
      if (sign === '\r') {
        records.push(record);
        record = [];
        at++;
      }
    } else cell += sign;
  }
  return records;
}
