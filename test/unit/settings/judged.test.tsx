// @vitest-environment happy-dom
/** The settings of policy, role and keys: who set it is said, what is wrong is loud, clashes are named at once. */
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Guidelines } from '../../../components/review/Guidelines.tsx';
import { Judged, type JudgedProps } from '../../../components/settings/Judged.tsx';
import { Keys, type KeysProps } from '../../../components/settings/Keys.tsx';
import { Reviewer } from '../../../components/settings/Reviewer.tsx';
import { overlay } from '../../../lib/i18n/locales/en/overlay.ts';
import { pages } from '../../../lib/i18n/locales/en/pages.ts';
import { rubric } from '../../../lib/i18n/locales/en/rubric.ts';
import { speak } from '../../../lib/i18n/text.ts';
import { defaultKeys } from '../../../lib/model/keys.ts';
import { defaultPolicy } from '../../../lib/model/policy.ts';

let root: HTMLElement;
const button = (words: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === words);
const show = (node: VNode) => act(() => render(node, root));
const press = (words: string) => act(() => button(words)?.click());

beforeEach(() => {
  speak('en', overlay, pages, rubric);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  await act(() => render(null, root));
  root.remove();
});

async function judged(props: Partial<JudgedProps> = {}) {
  const calls = { onFile: vi.fn(), onExport: vi.fn(), onDefault: vi.fn(), onBack: vi.fn() };
  await show(<Judged policy={defaultPolicy} by="default" wrong={null} refused={null} done={null} {...calls} {...props} />);
  return calls;
}

describe('what is judged', () => {
  test('each category, score and role is explained in words', async () => {
    await judged();
    const words = root.textContent ?? '';
    expect(words).toContain(rubric['category.wrong.definition']);
    expect(words).toContain(rubric['criterion.correct.5']);
    expect(words).toContain('May approve, approve with an edit, reject, and escalate.');
    expect(words).toContain(pages['policy.requiredNone']);
    expect(root.querySelectorAll('.guidelines li')).toHaveLength(5);
  });

  test('the organisation’s can be exported, and not replaced', async () => {
    await judged({ by: 'organisation', policy: { ...defaultPolicy, version: '7' } });
    expect(root.textContent).toContain(pages['policy.by.organisation']);
    expect(button(pages['policy.import'])).toBeUndefined();
    expect(button(pages['policy.toDefault'])).toBeUndefined();
    expect(button(pages['policy.export'])).toBeDefined();
  });

  test('a fault in it is said at once, and nothing of one’s own gets around it', async () => {
    await judged({ wrong: 'Policy: “roles” is empty.' });
    expect(root.querySelector('[role=alert]')?.textContent).toContain('Policy: “roles” is empty.');
    expect(button(pages['policy.import'])).toBeUndefined();
  });

  test('one’s own goes back to the default, and the way back is there', async () => {
    const { onDefault, onBack } = await judged({ by: 'person', done: pages['policy.imported'] });
    await press(pages['policy.toDefault']);
    expect(onDefault).toHaveBeenCalledOnce();
    await press(pages['options.undo']);
    expect(onBack).toHaveBeenCalledOnce();
  });

  test('required reviews are said in sentences', async () => {
    await judged({ policy: { ...defaultPolicy, required: { hosts: ['*', 'a.example'], words: ['dose'] } } });
    const said = [...root.querySelectorAll('.inside > ul > li')].map(({ textContent }) => textContent);
    expect(said).toEqual([pages['policy.requiredAll'], 'Answers on these sites: a.example', 'Answers with these words: dose']);
  });
});

describe('the role', () => {
  const roles = [
    { id: 'reader', name: 'Reader' },
    { id: 'lead', name: 'Lead' },
  ];
  const given = { name: '', onName: vi.fn(), roles, role: 'lead', roleFixed: false, onRole: vi.fn() };

  test('is chosen where there are several', async () => {
    const onRole = vi.fn();
    await show(<Reviewer {...given} onRole={onRole} />);
    const select = root.querySelector('select')!;
    expect(select.value).toBe('lead');
    await act(() => {
      select.value = 'reader';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(onRole).toHaveBeenCalledWith('reader');
  });

  test('is shown and locked where the organisation says which; with one there is no choice', async () => {
    await show(<Reviewer {...given} roleFixed />);
    expect(root.querySelector('select')?.disabled).toBe(true);
    expect(root.textContent).toContain(pages['options.roleFixed']);
    await show(<Reviewer {...given} roles={roles.slice(0, 1)} />);
    expect(root.querySelector('select')).toBeNull();
  });
});

describe('keys', () => {
  async function keys(props: Partial<KeysProps> = {}) {
    const calls = { onKey: vi.fn(), onReset: vi.fn(), onBack: vi.fn(), onShortcuts: vi.fn() };
    await show(<Keys keys={defaultKeys} changed={false} reset={false} shortcuts={[]} {...calls} {...props} />);
    return calls;
  }
  const field = (act: string) =>
    [...root.querySelectorAll('label')].find(({ textContent }) => textContent === act)!.control as HTMLInputElement;
  const type = (input: HTMLInputElement, data: string | null) =>
    act(() => {
      input.value = data ?? '';
      input.dispatchEvent(new InputEvent('input', { data, bubbles: true }));
    });

  test('the typed character is the new key, in lower case', async () => {
    const { onKey } = await keys();
    await type(field(overlay['rail.flag']), 'X');
    expect(onKey).toHaveBeenCalledWith('flag', 'x');
  });

  test.each([
    [{ key: 'X', code: 'KeyX', shiftKey: true }, 'x'],
    [{ key: 'я', code: 'KeyZ' }, null],
    [{ key: 'ч', code: 'KeyX' }, 'x'],
    [{ key: 'ж', code: 'Semicolon' }, 'ж'],
    [{ key: 'é', code: 'Digit2' }, null],
    [{ key: 'x', code: 'KeyX', ctrlKey: true }, null],
    [{ key: 'Tab', code: 'Tab' }, null],
  ])('the press %j gives %s, as the controls would read it', async (press, key) => {
    const { onKey } = await keys();
    await act(() => {
      field(overlay['rail.flag']).dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }));
    });
    expect(onKey.mock.calls).toEqual(key === null ? [] : [['flag', key]]);
  });

  test('a clash is named at once, nothing changes, and the field shows the key that holds', async () => {
    const { onKey } = await keys();
    const input = field(overlay['rail.correct']);
    await type(input, 'f');
    expect(root.querySelector('[role=alert]')?.textContent).toBe('“F” is taken by Flag. Choose another key.');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(onKey).not.toHaveBeenCalled();
    expect(input.value).toBe('C');
  });

  test.each([
    ['7', pages['error.key-digit']],
    [' ', pages['error.key-reserved']],
  ])('“%s” is refused in words', async (key, words) => {
    const { onKey } = await keys();
    await type(field(overlay['rail.flag']), key);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(words);
    expect(onKey).not.toHaveBeenCalled();
  });

  test('what is deleted comes back: each act keeps a key', async () => {
    const { onKey } = await keys();
    const input = field(overlay['rail.flag']);
    await type(input, null);
    expect(input.value).toBe('F');
    expect(onKey).not.toHaveBeenCalled();
  });

  test('the browser’s shortcuts are listed, those that are not set too', async () => {
    const { onShortcuts } = await keys({
      shortcuts: [
        { name: 'a', does: 'Focus', keys: 'Alt+P' },
        { name: 'b', does: 'Select', keys: '' },
      ],
    });
    expect([...root.querySelectorAll('.shortcuts li')].map(({ textContent }) => textContent)).toEqual(['FocusAlt+P', 'Selectnot set']);
    await press(pages['keys.openShortcuts']);
    expect(onShortcuts).toHaveBeenCalledOnce();
  });
});

describe('guidelines', () => {
  test.each([
    ['- one\n- two\n\n- three\n\nafter', '<ul><li>one</li><li>two</li><li>three</li></ul><p>after</p>'],
    ['# Title\ntext\ngoes on\n\n1. a\n2. b', '<h4>Title</h4><p>text goes on</p><ol><li>a</li><li>b</li></ol>'],
    ['**bold** *em* `code` 2 * 3 * 4', '<p><strong>bold</strong> <em>em</em> <code>code</code> 2 * 3 * 4</p>'],
    ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    [
      '[a](javascript:alert(1)) [b](https://b.example/)',
      '<p>[a](javascript:alert(1)) <a href="https://b.example/" target="_blank" rel="noreferrer">b</a></p>',
    ],
  ])('%s', async (markdown, html) => {
    await show(<Guidelines markdown={markdown} />);
    expect(root.querySelector('.guidelines')?.innerHTML).toBe(html);
  });
});
