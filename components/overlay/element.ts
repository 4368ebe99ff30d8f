/** Elements of marks and rails, made and changed by hand: a renderer would weigh more in every page than all of them. */

/** `undefined`: without this attribute. */
type Attributes = Record<string, string | number | boolean | undefined>;

/** Makes an element. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/** Writes what has changed. */
export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) target.removeAttribute(name);
    else if (target.getAttribute(name) !== String(value)) target.setAttribute(name, String(value));
  }
}

/** Writes the text of an element if it is another one. */
export function setText(target: Element, words: string): void {
  if (target.textContent !== words) target.textContent = words;
}

/** Makes these the children, in this order. What stays is not moved, which would take the focus from it. */
export function setChildren(parent: Element, all: (Node | false | null | undefined)[]): void {
  const children = all.filter((child) => child instanceof Node);
  const wanted = new Set<Node>(children);
  for (const child of Array.from(parent.childNodes).filter((one) => !wanted.has(one))) child.remove();
  let next = parent.firstChild;
  for (const child of children) {
    if (child === next) next = next.nextSibling;
    else parent.insertBefore(child, next);
  }
}
