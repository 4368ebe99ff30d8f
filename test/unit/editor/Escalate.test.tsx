// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Escalate, type EscalateProps } from '../../../components/editor/Escalate.tsx';
import { editor } from '../../../lib/i18n/locales/en/editor.ts';
import { speak } from '../../../lib/i18n/text.ts';

let root: HTMLElement;
beforeEach(() => {
  speak('en', editor);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  void act(() => render(null, root));
  root.remove();
});

function mount(props: Partial<EscalateProps> = {}) {
  const onKeep = vi.fn<EscalateProps['onKeep']>();
  const onDone = vi.fn<EscalateProps['onDone']>(async () => null);
  const onLeave = vi.fn();
  void act(() => render(<Escalate first={{ to: '', reason: '' }} choices={[]} {...{ onKeep, onDone, onLeave }} {...props} />, root));
  return { onKeep, onDone, onLeave };
}
const key = (init: KeyboardEventInit) =>
  act(async () => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })));
async function write(selector: string, value: string) {
  const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)!;
  field.value = value;
  await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
}

test('without a name nobody is asked, and the sentence says what is missing', async () => {
  const { onDone } = mount();
  expect(document.activeElement?.id).toBe('to');
  await key({ key: 'Enter', ctrlKey: true });
  expect(root.querySelector('#state')?.textContent).toBe(editor['editor.escalateNobody']);
  expect(onDone).not.toHaveBeenCalled();
  await write('#to', ' Legal ');
  await write('textarea', 'Is this advice?');
  await key({ key: 'Enter', metaKey: true });
  expect(onDone.mock.calls).toEqual([[{ to: 'Legal', reason: 'Is this advice?' }]]);
});

test('those whom the policy names are chosen from; the only one is chosen', async () => {
  const { onDone } = mount({ choices: ['Legal', 'Tax'] });
  expect(root.querySelector('#to')).toBeNull();
  await act(() => void root.querySelectorAll<HTMLElement>('input[type=radio]')[1]!.dispatchEvent(new Event('input', { bubbles: true })));
  await key({ key: 'Enter', ctrlKey: true });
  expect(onDone.mock.calls).toEqual([[{ to: 'Tax', reason: '' }]]);
  void act(() => render(null, root));
  mount({ choices: ['Legal'] });
  expect(root.querySelector<HTMLInputElement>('input[type=radio]')?.checked).toBe(true);
  expect(document.activeElement?.localName).toBe('textarea');
});

test('Escape leaves, asks nobody, and what was written is kept', async () => {
  const { onKeep, onDone, onLeave } = mount();
  await write('textarea', 'Half a reason');
  await key({ key: 'Escape' });
  expect(onKeep.mock.calls).toEqual([[{ to: '', reason: 'Half a reason' }]]);
  expect(onLeave).toHaveBeenCalledTimes(1);
  expect(onDone).not.toHaveBeenCalled();
});
