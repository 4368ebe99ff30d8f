/** A small chat of our own, made to be driven step by step: each step of an answer's life is one call from the test. */

/** What the page offers to the test, as `globalThis.life`. Everything is synchronous. */
export interface Life {
  list: HTMLElement;
  /** Adds a message at the end, or before another one; returns its element. */
  message(role: 'user' | 'assistant', text: string, more?: { id?: string; before?: Element | null; into?: Element }): HTMLElement;
  /** A question and a finished answer. */
  turn(at: number, more?: { id?: boolean; before?: Element | null; into?: Element }): void;
  question(at: number): string;
  answer(at: number): string;
  /** The words of a message. */
  words(message: Element): HTMLElement;
  /** Gives a message the buttons of a finished one; `version` as it is shown between arrows, `2/2`. */
  done(message: Element, version?: string): void;
  /** The messages of one role. */
  all(role: 'user' | 'assistant'): HTMLElement[];
  /** Another conversation under another address. */
  go(address: string, fill: () => void): void;
}

declare global {
  var life: Life;
}

/** Runs in the page, before anything else: it must stand on its own. */
export function installLife(): void {
  const make = (tag: string, name: string, ...children: (Node | string)[]): HTMLElement => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  };
  const list = make('main', 'messages');
  const life: Life = {
    list,
    message(role, text, { id, before = null, into = list } = {}) {
      const element = make('div', `message ${role}-message`, make('div', 'content', make('p', '', text)));
      if (id) element.dataset.messageId = id;
      into.insertBefore(element, before);
      return element;
    },
    turn(at, { id = false, before = null, into = list } = {}) {
      life.message('user', life.question(at), { id: id ? `u${at}` : undefined, before, into });
      life.done(life.message('assistant', life.answer(at), { id: id ? `a${at}` : undefined, before, into }));
    },
    question: (at) => `Question ${at}: what is the ${at}th thing that one should know about rivers?`,
    answer: (at) => `Answer ${at}: the ${at}th river is ${at * 7} km long, and it flows through ${at + 2} lakes before it reaches the sea.`,
    words: (message) => message.querySelector('p')!,
    done(message, version = '') {
      message.querySelector('.tools')?.remove();
      const switcher = version ? [make('button', '', '‹'), make('span', '', version), make('button', '', '›')] : [];
      message.append(make('div', 'tools', ...switcher, make('button', '', 'Copy')));
    },
    all: (role) => [...document.querySelectorAll<HTMLElement>(`.${role}-message`)],
    go(address, fill) {
      history.pushState(null, '', address);
      list.replaceChildren();
      fill();
    },
  };
  globalThis.life = life;
  document.title = 'River bot';
  const style = document.createElement('style');
  style.textContent =
    'body{margin:0;font:16px/1.5 sans-serif}main{width:640px;margin:auto;padding:20px}.message{margin:24px 0}.user-message{text-align:right}textarea{display:block;width:640px;margin:auto}';
  document.head.append(style);
  document.body.append(list, make('textarea', ''));
}
