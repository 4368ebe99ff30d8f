/** Spain: DNI and NIE, whose letter is the rest by 23 (Real Decreto 1553/2005, Orden INT/2058/2008). */
import type { NationalId } from './nationalId.ts';

const letter = (digits: string): string => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23]!;
const words = ['dni', 'nif', 'nie', 'd\\.n\\.i', 'documento', 'documento nacional', 'identidad', 'extranjer[oa]'];

export const es: NationalId[] = [
  {
    id: 'es-dni',
    shape: /\d{2}\.?\d{3}\.?\d{3}[- ]?[A-Za-z]/g,
    isValid: (value) => letter(value.slice(0, 8)) === value[8],
    alone: /^\d{2}\.\d{3}\.\d{3}-?[A-Z]$|^\d{8}-[A-Z]$/,
    words,
  },
  {
    id: 'es-nie',
    shape: /[XYZxyz][- ]?\d{7}[- ]?[A-Za-z]/g,
    isValid: (value) => letter('XYZ'.indexOf(value[0]!) + value.slice(1, 8)) === value[8],
    alone: /^[XYZ]-?\d{7}-[A-Z]$/,
    words,
  },
];
