/**
 * The composers that chat tools are built with: real packages, each in its default set-up, with Enter to send. What a test asks of the
 * page stands in `globalThis.composer`: `text()` is what the editor's own model holds, `sent` counts what was sent.
 */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, COMMAND_PRIORITY_HIGH, createEditor, KEY_ENTER_COMMAND } from 'lexical';
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import Quill from 'quill';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

const composer = { sent: 0, text: () => '' };
globalThis.composer = composer;
const send = () => {
  composer.sent++;
  return true;
};
const place = document.getElementById('place');

function element(name, parent = place) {
  const made = parent.appendChild(document.createElement(name));
  made.className = 'field';
  return made;
}

function field(name, parent) {
  const made = element(name, parent);
  composer.text = () => made.value;
  sendsByEnter(made);
  return made;
}

const sendsByEnter = (target) => target.addEventListener('keydown', ({ key }) => key === 'Enter' && send());

/** The lines that an element shows which the browser itself edits: each browser has its own way to begin one. */
function linesOf(host) {
  const lines = [''];
  const walk = (node) => {
    if (node.nodeType === 3) {
      const [first, ...more] = node.data.replaceAll('\u00A0', ' ').split('\n');
      lines[lines.length - 1] += first;
      lines.push(...more);
    } else if (node.localName === 'br') {
      if (node.nextSibling) lines.push('');
    } else {
      if (node.localName === 'div' && node.previousSibling) lines.push('');
      node.childNodes.forEach(walk);
    }
  };
  host.childNodes.forEach(walk);
  return lines;
}

function Controlled() {
  const [text, setText] = useState('');
  composer.text = () => text;
  const onKeyDown = ({ key }) => key === 'Enter' && send();
  return createElement('textarea', { className: 'field', value: text, onChange: ({ target }) => setText(target.value), onKeyDown });
}

function prosemirror(parent) {
  const view = new EditorView(parent, {
    state: EditorState.create({
      schema,
      plugins: [keymap({ 'Mod-z': undo, 'Mod-y': redo, Enter: send }), keymap(baseKeymap), history()],
    }),
    attributes: { class: 'field' },
  });
  composer.text = () => view.state.doc.children.map(({ textContent }) => textContent).join('\n');
}

function shadow(mode) {
  const host = place.appendChild(document.createElement('chat-composer'));
  const root = host.attachShadow({ mode });
  // No style of the page reaches in.
  const style = root.appendChild(document.createElement('style'));
  style.textContent = '.field { display: block; width: 500px; height: 80px; white-space: pre-wrap; }';
  return root;
}

const kinds = {
  textarea: () => field('textarea'),
  input: () => field('input'),
  react: () => createRoot(place).render(createElement(Controlled)),
  prosemirror: () => prosemirror(place),
  lexical() {
    const editor = createEditor({ namespace: 'chat', onError: (error) => Promise.reject(error) });
    const host = element('div');
    host.contentEditable = 'true';
    editor.setRootElement(host);
    registerRichText(editor);
    registerHistory(editor, createEmptyHistoryState(), 300);
    editor.registerCommand(KEY_ENTER_COMMAND, send, COMMAND_PRIORITY_HIGH);
    composer.text = () =>
      editor.read(() =>
        $getRoot()
          .getChildren()
          .map((child) => child.getTextContent())
          .join('\n'),
      );
  },
  quill() {
    const host = element('div');
    const quill = new Quill(host, { modules: { keyboard: { bindings: { send: { key: 'Enter', handler: send } } } } });
    composer.text = () => quill.getText().replace(/\n$/, '');
  },
  plain() {
    const host = element('div');
    host.contentEditable = 'true';
    composer.text = () => linesOf(host).join('\n');
    sendsByEnter(host);
  },
  'closed-textarea': () => field('textarea', shadow('closed')),
  'open-prosemirror': () => prosemirror(shadow('open')),
  full() {
    field('textarea').maxLength = 40;
  },
  none() {},
};

document.getElementById('form').addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
kinds[location.pathname.slice(1)]();
