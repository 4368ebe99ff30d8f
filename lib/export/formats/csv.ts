/** A table for programs and people: UTF-8 without a mark, cells of any length. */
import { tableFormat } from '../table.ts';

export const csv = tableFormat({ id: 'csv', mark: '', cellLimit: Infinity });
