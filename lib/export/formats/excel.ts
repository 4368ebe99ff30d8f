/**
 * The table for Excel: the byte-order mark by which it knows UTF-8, nothing that it would calculate, no cell beyond the 32,767 characters that it
 * holds.
 */
import { tableFormat } from '../table.ts';

export const excel = tableFormat({ id: 'excel', mark: '\uFEFF', cellLimit: 32_767 });
