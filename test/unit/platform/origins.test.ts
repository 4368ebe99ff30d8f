import { expect, test } from 'vitest';
import { isOn, patternOf, webOrigin } from '../../../lib/platform/origins.ts';

test('a pattern keeps the port where the browser honours it', () => {
  expect(patternOf('http://localhost:4173', false)).toBe('http://localhost:4173/*');
  expect(patternOf('http://localhost:4173', true)).toBe('http://localhost/*');
});

test('only web addresses are sites', () => {
  expect(webOrigin('https://Chat.Example/c/1?q#h')).toBe('https://chat.example');
  for (const value of ['', 'chat.example', 'file:///etc/passwd', 'chrome://settings', 'javascript:alert(1)', 'null'])
    expect(webOrigin(value)).toBeNull();
});

test('built-in sites are on until the person turns them off; others the other way round', () => {
  expect(isOn('https://claude.ai', { on: [], off: [] })).toBe(true);
  expect(isOn('https://claude.ai', { on: [], off: ['https://claude.ai'] })).toBe(false);
  expect(isOn('https://chat.example', { on: [], off: [] })).toBe(false);
  expect(isOn('https://chat.example', { on: ['https://chat.example'], off: [] })).toBe(true);
});
