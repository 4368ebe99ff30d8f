// @vitest-environment happy-dom
/** The settings: errors stand at their field, the token is never shown, nothing is let go unseen. */
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Delivery, type DeliveryProps } from '../../../components/settings/Delivery.tsx';
import { DestinationForm, type DestinationFormProps, type Outcome } from '../../../components/settings/DestinationForm.tsx';
import { Masking } from '../../../components/settings/Masking.tsx';
import { connectors as forms } from '../../../lib/i18n/locales/en/connectors.ts';
import { pages } from '../../../lib/i18n/locales/en/pages.ts';
import { privacy as words } from '../../../lib/i18n/locales/en/privacy.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { webhook } from '../../../lib/sync/connectors/webhook.ts';
import { defaultPrivacy, type Masks, type PrivacyInForce } from '../../../lib/model/privacy.ts';
import type { SentRequest } from '../../../lib/model/sent.ts';
import type { DestinationDraft, DestinationStatus, SyncPreview } from '../../../lib/model/sync.ts';

let root: HTMLElement;
const good: Outcome = { kind: 'good', message: 'Saved', field: null };
const saved = (secrets: string[] = []): NonNullable<DestinationFormProps['saved']> => ({
  destination: { id: 'webhook-1', connector: 'webhook', settings: { url: 'https://collector.example/' }, paused: false, approved: true },
  secrets,
});
const draft = (secrets: DestinationDraft['secrets']): DestinationDraft => ({
  id: 'webhook-1',
  connector: 'webhook',
  settings: { url: 'https://collector.example/' },
  secrets,
});
const forget = forms['connector.forget'].replace('{field}', forms['connector.token']);
const target = { method: 'POST', url: 'https://collector.example/' };
const input = (name: string) => root.querySelector(`input[name=${name}]`) as HTMLInputElement;
const button = (words: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === words);

beforeEach(() => {
  speak('en', pages, words, forms);
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
  const given = {
    connectors: [webhook],
    saved: null,
    onSave: vi.fn(async () => good),
    onTest: vi.fn(async () => good),
    onLeave: vi.fn(async () => good),
    ...props,
  };
  await show(<DestinationForm {...given} />);
  return given;
}

test('a blank token keeps the saved one, and a saved one is not shown', async () => {
  const { onSave } = await form({ saved: saved(['token']) });
  expect(input('token').value).toBe('');
  expect(input('token').type).toBe('password');
  // An address is read from left to right, whatever the language.
  expect([input('url').dir, input('token').dir]).toEqual(['ltr', '']);
  await press(pages['options.save']);
  expect(onSave).toHaveBeenCalledWith(draft({}));
});

test('a typed token is handed over once, then the field is blank again', async () => {
  const { onSave } = await form({ saved: saved() });
  await type('token', 'secret');
  await press(pages['options.save']);
  expect(onSave).toHaveBeenCalledWith(draft({ token: 'secret' }));
  expect(input('token').value).toBe('');
});

test('what is wrong stands at its field, and what was typed stays', async () => {
  const wrong: Outcome = { kind: 'bad', message: 'Token: it holds a line break.', field: 'token' };
  await form({ saved: saved(), onSave: vi.fn(async () => wrong) });
  await type('token', 'secret');
  await press(pages['options.save']);
  expect(input('token').getAttribute('aria-invalid')).toBe('true');
  expect(input('token').value).toBe('secret');
  expect(input('url').hasAttribute('aria-invalid')).toBe(false);
  const described = input('token').getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(wrong.message);
});

test('the token goes with its address: for another one nothing is offered to be kept or removed', async () => {
  await form({ saved: saved(['token']) });
  expect(button(forget)).toBeDefined();
  await type('url', 'https://other.example/');
  expect(button(forget)).toBeUndefined();
});

test('a token is taken away by itself, and to stop sending leaves an empty form', async () => {
  const { onSave, onLeave } = await form({ saved: saved(['token']) });
  await press(forget);
  expect(onSave).toHaveBeenCalledWith(draft({ token: null }));
  await press(pages['options.turnOff']);
  expect(onLeave).toHaveBeenCalledOnce();
  expect(input('url').value).toBe('');
});

test('with several connectors the one that is chosen has its form, with its choices and no values of the other', async () => {
  const other = {
    id: 'elsewhere',
    form: [
      { key: 'url', kind: 'url', required: true },
      { key: 'shape', kind: 'choice', required: true, choices: ['flat', 'nested'] },
    ],
  } satisfies DestinationFormProps['connectors'][number];
  const { onSave } = await form({ connectors: [webhook, other] });
  await type('url', 'https://collector.example/');
  const choose = (name: string, value: string) =>
    act(() => {
      const select = root.querySelector(`select[name=${name}]`) as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
  await choose('connector', 'elsewhere');
  expect(input('token')).toBeNull();
  await press(pages['options.save']);
  const settings = { url: 'https://collector.example/' };
  expect(onSave).toHaveBeenLastCalledWith({ connector: 'elsewhere', settings, secrets: {} });
  await choose('shape', 'nested');
  await press(pages['options.save']);
  expect(onSave).toHaveBeenLastCalledWith({ connector: 'elsewhere', settings: { ...settings, shape: 'nested' }, secrets: {} });
});

test('what is seldom needed is folded; it stands open where something is in it, or wrong with it', async () => {
  const folded = (): boolean => !root.querySelector('details')!.open;
  const rare = { key: 'signing', kind: 'secret', required: false, folded: true } as const;
  const connector = { ...webhook, form: [...webhook.form, rare] };
  const wrong: Outcome = { kind: 'bad', message: 'No secret for signing.', field: 'signing' };
  await form({ connectors: [connector], saved: saved(), onSave: vi.fn(async () => wrong) });
  expect(folded()).toBe(true);
  expect(input('signing').closest('details')).not.toBeNull();
  expect(input('token').closest('details')).toBeNull();
  await press(pages['options.save']);
  expect(folded()).toBe(false);
  await form({ connectors: [connector], saved: saved(['signing']) });
  expect(folded()).toBe(false);
});

const status = (approved: boolean): DestinationStatus => ({
  destination: { ...saved().destination, approved },
  secrets: ['token'],
  waiting: 1,
  rejected: 0,
  oldestWaitingAt: null,
  lastSentAt: null,
  lookedAt: null,
  lastProblem: null,
  nextTryAt: null,
  sending: false,
  disabled: false,
});

async function delivery(approved: boolean, props: Partial<DeliveryProps> = {}) {
  const given = {
    status: status(approved),
    name: null,
    now: 0,
    onPreview: vi.fn(async () => ({ ...target, headers: { Authorization: 'Bearer …' }, body: '{"events":[1]}', events: 1, masks: [] })),
    onChoose: vi.fn(async () => 'refused'),
    onApprove: vi.fn(async () => null),
    onNow: vi.fn(async () => null),
    onPause: vi.fn(async () => null),
    onUnsent: vi.fn(async () => null),
    onSent: vi.fn(async () => [] as SentRequest[]),
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
  await delivery(false, { onPreview: vi.fn(async () => ({ ...target, headers: {}, body: '{"events":[]}', events: 0, masks: [] })) });
  await press(pages['options.see']);
  expect(root.textContent).toContain(pages['options.payloadEmpty']);
  expect(button(pages['options.send'])).toBeUndefined();
});

test('what waits can be saved as a file; where nothing does there is nothing to save', async () => {
  const { onUnsent } = await delivery(true);
  await press(pages['options.unsent']);
  expect(onUnsent).toHaveBeenCalledOnce();
  await delivery(true, { status: { ...status(true), waiting: 0 } });
  expect(button(pages['options.unsent'])).toBeUndefined();
});

test('what was sent is shown with its reply, a failure in words; nothing yet is said', async () => {
  const one = {
    at: 0,
    records: ['r'],
    events: 2,
    requests: 3,
    method: 'POST',
    url: 'https://x.example/in',
    body: '{"events":[1,2]}',
    bodyLength: 30_000,
  };
  const done = { ...one, number: 2, status: 200, reply: '{"ok":1}', replyLength: 8, stored: 1, refused: 1, failure: null };
  const failed = { ...one, number: 1, status: null, reply: '', replyLength: 0, stored: 0, refused: 0, failure: 'offline' as const };
  await delivery(true, { onSent: vi.fn(async () => [done, failed]) });
  await press(pages['sent.title']);
  const items = [...root.querySelectorAll('.sent li')];
  expect(items.map((item) => item.querySelector('summary')?.textContent)).toEqual([
    expect.stringContaining('1 stored · 1 refused'),
    expect.stringContaining('2 not stored'),
  ]);
  expect(items[0]!.textContent).toContain('"events": [');
  expect(items[0]!.textContent).toContain('"ok": 1');
  expect(items[0]!.textContent).toContain('The first 16 of 30,000 characters.');
  expect(items[0]!.textContent).toContain('The first of 3 requests.');
  expect(items[1]!.textContent).toContain(pages['sent.noReply']);
  await press(pages['options.hide']);
  expect(root.querySelector('.sent')).toBeNull();
  await delivery(true);
  await press(pages['sent.title']);
  expect(root.textContent).toContain(pages['sent.none']);
});

test('what went wrong is said', async () => {
  await delivery(true, { onNow: vi.fn(async () => 'The disk is full.') });
  await press(pages['options.now']);
  expect(root.querySelector('[role=alert]')?.textContent).toBe('The disk is full.');
});

const kept: Masks = {
  conversation: ['https://chat.example', 'c1', ''],
  ledger: { '[EMAIL_1]': 'jane@mail.example' },
  shown: ['9.9.9.9'],
  hidden: [],
};
const seen = (masks: SyncPreview['masks'], text = 'Ask [EMAIL_1] about Acme'): SyncPreview => ({
  ...target,
  headers: {},
  body: JSON.stringify({ events: [{ text }] }),
  events: 1,
  masks,
});

test('what is masked stands in the payload as it leaves, and can be taken off, put on again, and added to', async () => {
  const onChoose = vi.fn(async () =>
    seen([{ ...kept, ledger: { ...kept.ledger, '[MASKED_1]': 'acme' } }], 'Ask [EMAIL_1] about [MASKED_1]'),
  );
  await delivery(false, { onPreview: async () => seen([kept]), onChoose });
  await press(pages['options.see']);
  const marks = () => [...root.querySelectorAll('pre mark')].map((mark) => mark.textContent);
  expect(marks()).toEqual(['[EMAIL_1]']);
  expect(root.querySelector('.masks')?.textContent).toContain('jane@mail.example');
  const conversation = kept.conversation;
  await press(words['privacy.unmask']);
  expect(onChoose).toHaveBeenLastCalledWith({ conversations: [conversation], act: 'show', value: 'jane@mail.example' });
  await press(words['privacy.mask']);
  expect(onChoose).toHaveBeenLastCalledWith({ conversations: [conversation], act: 'mask', value: '9.9.9.9' });
  await type('hide', 'Acme');
  await press(words['privacy.hide']);
  expect(onChoose).toHaveBeenLastCalledWith({ conversations: [conversation], act: 'hide', value: 'Acme' });
  expect(marks()).toEqual(['[EMAIL_1]', '[MASKED_1]']);
  expect(root.querySelector('[role=status]')).toBeNull();
  await type('hide', 'Nowhere');
  await press(words['privacy.hide']);
  expect(root.querySelector('.masks [role=status]')?.textContent).toContain('Nowhere');
});

test('a payload that leaves as it is says so', async () => {
  await delivery(false, { onPreview: async () => seen([]) });
  await press(pages['options.see']);
  expect(root.textContent).toContain(words['privacy.off']);
});

const privacy: PrivacyInForce = { ...defaultPrivacy, export: 'choice', store: 'whole', by: 'default' };
const area = (name: string) => root.querySelector(`textarea[name=${name}]`) as HTMLTextAreaElement;
const leave = (name: string, value: string) =>
  act(async () => {
    area(name).value = value;
    area(name).dispatchEvent(new Event('change', { bubbles: true }));
  });

test('what is masked is set line by line; what cannot be read is said at its field and saves nothing', async () => {
  const onSave = vi.fn(async () => null as string | null);
  await show(<Masking privacy={privacy} onSave={onSave} />);
  await leave('words', ' Jane Miller\n\nAcme ');
  expect(onSave).toHaveBeenLastCalledWith({ ...defaultPrivacy, words: [{ label: 'WORD', words: ['Jane Miller', 'Acme'] }] });
  await leave('own', 'Customer: CUST-\\d+');
  expect(onSave).toHaveBeenLastCalledWith({ ...defaultPrivacy, own: [{ label: 'Customer', pattern: 'CUST-\\d+' }] });
  await leave('regions', 'de, at');
  expect(onSave).toHaveBeenLastCalledWith({ ...defaultPrivacy, regions: ['DE', 'AT'] });
  onSave.mockClear();
  await leave('own', 'CUST');
  await leave('regions', 'Germany');
  expect(onSave).not.toHaveBeenCalled();
  expect([...root.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Germany'),
    expect.stringContaining('CUST'),
  ]);
  onSave.mockResolvedValueOnce('Pattern “x” is wrong');
  await leave('own', 'x: (');
  expect(root.textContent).toContain('Pattern “x” is wrong');
});

test('where a policy sets it, everything is shown, locked, with the reason', async () => {
  await show(<Masking privacy={{ ...privacy, by: 'organisation', store: 'masked', allowed: ['a@b.example'] }} onSave={vi.fn()} />);
  expect(root.textContent).toContain(words['privacy.by.organisation']);
  expect(root.textContent).toContain(words['privacy.stored']);
  expect(area('allowed').value).toBe('a@b.example');
  const fields = [...root.querySelectorAll<HTMLInputElement>('input, textarea, [role=switch]')];
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter(({ disabled }) => !disabled)).toEqual([]);
});
