/** Moves the focus to the next or the previous element that fits, around the ends. */
export function moveFocus(within: ParentNode, what: string, by: 1 | -1): void {
  const all = [...within.querySelectorAll<HTMLElement>(what)];
  const root = all[0]?.getRootNode();
  const at = root instanceof ShadowRoot ? all.indexOf(root.activeElement as HTMLElement) : -1;
  const start = at < 0 && by < 0 ? 0 : at;
  all[(start + by + all.length) % all.length]?.focus({ preventScroll: true });
}
