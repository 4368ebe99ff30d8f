// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeys, type Keys } from '../../../lib/overlay/keys.ts';

let end: AbortController;
let keys: Keys;
let host: HTMLElement;
const site = vi.fn();

beforeEach(() => {
  end = new AbortController();
  keys = createKeys(window, end.signal);
  host = document.createElement('div');
  document.documentElement.append(host);
  keys.host = host;
  window.addEventListener('keydown', site, { capture: true, signal: end.signal });
});
afterEach(() => {
  end.abort();
  host.remove();
  site.mockReset();
});

const type = (target: EventTarget) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true, composed: true, cancelable: true }));

test("a key in our controls is kept from the page's own shortcuts", () => {
  type(host);
  expect(site).not.toHaveBeenCalled();
});

test('a key anywhere else is the page’s', () => {
  keys.handle = vi.fn();
  type(document.body);
  expect(site).toHaveBeenCalledOnce();
  expect(keys.handle).not.toHaveBeenCalled();
});

test('a key that a script makes up does nothing', () => {
  keys.handle = vi.fn(() => true);
  type(host);
  expect(keys.handle).not.toHaveBeenCalled();
});

test('after the end every key is the page’s', () => {
  end.abort();
  const seen = vi.fn();
  window.addEventListener('keydown', seen, { capture: true, once: true });
  type(host);
  expect(seen).toHaveBeenCalledOnce();
});
