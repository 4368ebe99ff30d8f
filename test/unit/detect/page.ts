/** Small pages for the detector's tests, built without `innerHTML`. */

/** Replaces the page's body with parsed markup. */
export function show(html: string, title = 'Test'): HTMLElement {
  document.title = title;
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  document.body.replaceChildren(...[...parsed.childNodes].map((node) => document.importNode(node, true)));
  return document.body;
}

/** Turns as a kit would mark them; `name(role)` gives the class. */
export const turns = (texts: string[], name: (role: 'user' | 'bot') => string): string =>
  texts.map((text, at) => `<div class="${name(at % 2 ? 'bot' : 'user')}"><p>${text}</p></div>`).join('');
