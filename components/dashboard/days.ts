/** Days as date fields know them (`YYYY-MM-DD`, local) and moments as filters know them (RFC 3339, UTC). */

/** The moment at which a local day begins, `plus` days later; undefined for an empty or impossible day. */
export function dayStart(day: string, plus = 0): string | undefined {
  const at = new Date(`${day}T00:00`);
  if (Number.isNaN(at.getTime())) return undefined;
  at.setDate(at.getDate() + plus);
  return at.toISOString();
}

/** The local day of a moment, `plus` days later; empty for none. */
export function dayOf(moment: string | undefined, plus = 0): string {
  if (moment === undefined) return '';
  const at = new Date(moment);
  at.setDate(at.getDate() + plus);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
