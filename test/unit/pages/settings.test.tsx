// @vitest-environment happy-dom
/** The settings: errors stand at their field, the token is never shown, nothing is let go unseen. */
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Delivery, type DeliveryProps } from '../../../components/settings/Delivery.tsx';
import { DestinationForm, type DestinationFormProps, type Outcome } from '../../../components/settings/DestinationForm.tsx';
import { pages } from '../../../lib/i18n/locales/en/pages.ts';
import { speak } from '../../../lib/i18n/text.ts';
import type { SyncStatus } from '../../../lib/model/sync.ts';

let root: HTMLElement;
const good: Outcome = { kind: 'good', message: 'Saved', field: null };
const input = (name: string) => root.querySelector(`input[name=${name}]`) as HTMLInputElement;
const button = (words: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === words);

beforeEach(() => {
  speak('en', pages);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  await act(() => render(null, root));
  root.remove();
});

const show = (node: VNode) => act(() => render(node, root));
const press = (words: string) => act(async () => button(words)?.click());
const type = (name: string, value: string) =>
  act(() => {
    input(name).value = value;
    input(name).dispatchEvent(new Event('input', { bubbles: true }));
  });

async function form(props: Partial<DestinationFormProps> = {}) {
  const given = { saved: null, hasToken: false, onSave: vi.fn(async () => good), onTest: vi.fn(async () => good), ...props };
  await show(<DestinationForm {...given} />);
  return given;
}

test('a blank token keeps the saved one, and a saved one is not shown', async () => {
  const { onSave } = await form({ saved: 'https://collector.example/', hasToken: true });
  expect(input('token').value).toBe('');
  expect(input('token').type).toBe('password');
  await press(pages['options.save']);
  expect(onSave).toHaveBeenCalledWith('https://collector.example/', undefined);
});

test('a typed token is handed over once, then the field is blank again', async () => {
  const { onSave } = await form({ saved: 'https://collector.example/' });
  await type('token', 'secret');
  await press(pages['options.save']);
  expect(onSave).toHaveBeenCalledWith('https://collector.example/', 'secret');
  expect(input('token').value).toBe('');
});

test('what is wrong stands at its field, and what was typed stays', async () => {
  const wrong: Outcome = { kind: 'bad', message: 'Token: it holds a line break.', field: 'token' };
  await form({ saved: 'https://collector.example/', onSave: vi.fn(async () => wrong) });
  await type('token', 'secret');
  await press(pages['options.save']);
  expect(input('token').getAttribute('aria-invalid')).toBe('true');
  expect(input('token').value).toBe('secret');
  expect(input('url').hasAttribute('aria-invalid')).toBe(false);
  const described = input('token').getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(wrong.message);
});

test('the token goes with its address: for another one nothing is offered to be kept or removed', async () => {
  await form({ saved: 'https://collector.example/', hasToken: true });
  expect(button(pages['options.removeToken'])).toBeDefined();
  await type('url', 'https://other.example/');
  expect(button(pages['options.removeToken'])).toBeUndefined();
});

test('to stop sending saves no address', async () => {
  const { onSave } = await form({ saved: 'https://collector.example/' });
  await press(pages['options.turnOff']);
  expect(onSave).toHaveBeenCalledWith(null);
});

const status = (approved: boolean): SyncStatus => ({
  destination: { id: 'webhook-1', connector: 'webhook', url: 'https://collector.example/', paused: false, approved },
  hasToken: true,
  waiting: 1,
  rejected: 0,
  oldestWaitingAt: null,
  lastSentAt: null,
  lastProblem: null,
  nextTryAt: null,
  sending: false,
});

async function delivery(approved: boolean, props: Partial<DeliveryProps> = {}) {
  const given = {
    status: status(approved),
    now: 0,
    onPreview: vi.fn(async () => ({ headers: { Authorization: 'Bearer …' }, body: '{"events":[1]}', events: 1 })),
    onApprove: vi.fn(async () => null),
    onNow: vi.fn(async () => null),
    onPause: vi.fn(async () => null),
    ...props,
  };
  await show(<Delivery {...given} />);
  return given;
}

test('before the first payload was seen it can neither be sent nor synced', async () => {
  const { onApprove } = await delivery(false);
  expect(button(pages['options.send'])).toBeUndefined();
  expect(button(pages['options.now'])).toBeUndefined();
  await press(pages['options.see']);
  expect(root.querySelector('pre')?.textContent).toContain('"events": [');
  expect(root.querySelector('pre')?.textContent).toContain('Authorization: Bearer …');
  await press(pages['options.send']);
  expect(onApprove).toHaveBeenCalledOnce();
});

test('a request without a review is nothing to let go: the first review has to be seen', async () => {
  await delivery(false, { onPreview: vi.fn(async () => ({ headers: {}, body: '{"events":[]}', events: 0 })) });
  await press(pages['options.see']);
  expect(root.textContent).toContain(pages['options.payloadEmpty']);
  expect(button(pages['options.send'])).toBeUndefined();
});

test('what went wrong is said', async () => {
  await delivery(true, { onNow: vi.fn(async () => 'The disk is full.') });
  await press(pages['options.now']);
  expect(root.querySelector('[role=alert]')?.textContent).toBe('The disk is full.');
});
