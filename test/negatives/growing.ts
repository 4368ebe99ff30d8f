/** Ordinary pages on which text grows as an answer does. */
import type { Negative } from './page.ts';
import { page, prose, talk } from './words.ts';

const lines = JSON.stringify(talk(12).map(({ text }) => text));
/** Adds a word at a time to the element that `into` (an expression) gives for a line. */
const typed = (into: string, count = 24): string =>
  `const lines = ${lines}; const words = lines.slice(0, 4).join(' ').split(' '); let place = ${into}; await step(${count}, (at) => { place.append(words.slice(at * 3, at * 3 + 3).join(' ') + ' '); });`;
/** Adds whole lines, made by `made` (an expression of \`text\` and \`at\`) in \`list\`. */
const added = (list: string, made: string, count = 20): string =>
  `const lines = ${lines}; const list = document.querySelector('${list}'); await step(${count}, (at) => { const text = lines[at % lines.length]; const line = document.createElement('div'); ${made} list.append(line); });`;

const at = (name: string, url: string, title: string, body: string, life: string): Negative => ({
  name,
  url: `https://${url}`,
  html: page(title, body),
  life,
});

export const growing: Negative[] = [
  at(
    'live log',
    'ci.example/job/1',
    'Build #1',
    '<h1>Build</h1><div role="log" aria-live="polite" id="log"><div class="line">started</div><div class="line">cloning</div></div><textarea placeholder="Comment on this build"></textarea>',
    added('#log', "line.className = 'line'; line.textContent = at + ' ' + text;"),
  ),
  at(
    'build log that prints in pieces',
    'ci.example/job/2',
    'Build #2',
    '<div id="log"><div class="line"><span>started</span></div><div class="line"><span>cloning the whole repository</span></div><div class="line"><span id="now"></span></div></div><textarea placeholder="Comment"></textarea>',
    typed("document.querySelector('#now')"),
  ),
  at(
    'live captions',
    'call.example/room',
    'Call',
    '<div class="captions" aria-live="polite"><div class="caption"><img alt="Priya"><span>Priya</span><div>Good morning, everybody is here</div></div><div class="caption"><img alt="Tom"><span>Tom</span><div id="now"></div></div></div><textarea placeholder="Send a message to everyone"></textarea>',
    typed("document.querySelector('#now')"),
  ),
  at(
    'stock ticker',
    'stocks.example',
    'Prices',
    '<div id="prices"><div class="row"><b>AAA</b><span>1</span></div><div class="row"><b>BBB</b><span>2</span></div></div>',
    "await step(30, (at) => { for (const cell of document.querySelectorAll('.row span')) cell.textContent = String(at * 1.37); });",
  ),
  at(
    'typing game',
    'type.example',
    'Type fast',
    `<div class="words">${prose(1)}</div><div class="typed" id="now"></div><input type="text" aria-label="Type here">`,
    typed("document.querySelector('#now')"),
  ),
  at(
    'terminal',
    'shell.example',
    'root@box',
    '<div class="xterm"><div class="xterm-helpers"><textarea class="xterm-helper-textarea" aria-label="Terminal input"></textarea></div><div class="xterm-screen"><div class="xterm-rows"><div><span>$ make all the things now</span></div><div><span>cc -O2 -o main main.c</span></div><div><span id="now"></span></div></div></div><div class="live-region" aria-live="assertive"></div></div>',
    typed("document.querySelector('#now')"),
  ),
  at(
    'translator',
    'translate.example',
    'Translate',
    '<main><div class="source"><textarea aria-label="Source text">Guten Morgen allerseits, schön, dass Sie da sind.</textarea></div><div class="target"><div lang="en" id="now"></div></div><button aria-label="Copy translation">Copy</button><button aria-label="Good translation">👍</button><button aria-label="Bad translation">👎</button></main>',
    typed("document.querySelector('#now')"),
  ),
  at(
    'preview of what is written',
    'dev.example/new',
    'New post',
    '<textarea placeholder="Write your post"></textarea><div class="preview markdown-body"><p>My first paragraph stands here already.</p><p id="now"></p></div>',
    typed("document.querySelector('#now')"),
  ),
  at(
    'code editor',
    'code.example/edit',
    'main.ts – editor',
    '<div class="monaco-editor" role="code"><textarea class="inputarea" aria-label="Editor content"></textarea><div class="view-lines"><div class="view-line"><span><span class="mtk1">const one = first(things, 10);</span></span></div><div class="view-line"><span><span class="mtk1">const two = second(things, 20);</span></span></div><div class="view-line"><span><span class="mtk1" id="now"></span></span></div></div></div>',
    typed("document.querySelector('#now')"),
  ),
  at(
    'news live blog',
    'news.example/live',
    'Election night, live',
    `<main class="live-blog"><div class="post"><time>21:10</time>${prose(1)}</div><div class="post"><time>21:02</time>${prose(1)}</div></main><textarea placeholder="Comment"></textarea>`,
    'const lines = ' +
      lines +
      "; const list = document.querySelector('main'); await step(12, (at) => { const post = document.createElement('div'); post.className = 'post'; post.textContent = lines[at]; list.prepend(post); });",
  ),
  at(
    'comments that load',
    'video.example/w',
    'I asked an AI to cook',
    '<div id="list"><div class="comment"><b>Tom</b><p>First comment, and a longer one than most</p></div></div><textarea placeholder="Add a comment"></textarea>',
    added('#list', "line.className = 'comment'; const p = document.createElement('p'); p.textContent = text; line.append('Tom ' + at, p);"),
  ),
  at(
    'chat beside a live stream',
    'stream.example/tv',
    'Live',
    '<div role="log" class="chat-scrollable-area__message-container"><div class="chat-line__message"><span class="chat-author__display-name">tom</span><span class="text-fragment">hello everybody</span></div></div><div contenteditable="true" role="textbox" aria-label="Send a message"></div>',
    added(
      '[role=log]',
      "line.className = 'chat-line__message'; const name = document.createElement('span'); name.className = 'chat-author__display-name'; name.textContent = 'viewer' + (at % 5); line.append(name, text);",
    ),
  ),
  at(
    'two people chat, lines arrive whole',
    'app.example/inbox',
    'Inbox',
    '<div id="list" role="log"><div class="message outgoing"><p>Are the chairs there already, all twelve?</p></div><div class="message incoming"><p>Yes, they stand in the hall.</p></div></div><textarea placeholder="Write"></textarea>',
    added(
      '#list',
      "line.className = 'message ' + (at % 2 ? 'incoming' : 'outgoing'); const p = document.createElement('p'); p.textContent = text; line.append(p);",
      10,
    ),
  ),
  at(
    'slogan that types itself',
    'brand.example',
    'Brand',
    '<main><section><h1>Build</h1><div class="line">We make tools for people who fix things</div><div class="line" id="now"></div></section><form><input type="text" placeholder="Your name"></form></main>',
    typed("document.querySelector('#now')"),
  ),
  at(
    'a second person writes in the same document',
    'docs.example/d/1',
    'Plan',
    `<div contenteditable="true" role="textbox">${prose(3)}<p id="now"></p></div><div class="comments"><div class="comment">Nice, thank you very much</div><div class="comment">Ship it</div></div><textarea placeholder="Comment"></textarea>`,
    typed("document.querySelector('#now')"),
  ),
  at(
    'upload list',
    'files.example',
    'Uploads',
    '<ul id="list"><li class="file">a.pdf <span>0%</span></li><li class="file">b.pdf <span>0%</span></li></ul>',
    "await step(25, (at) => { for (const cell of document.querySelectorAll('.file span')) cell.textContent = at * 4 + '% uploaded, ' + (25 - at) + ' seconds left'; });",
  ),
  at(
    'pdf pages that come',
    'pdf.example/viewer',
    'report.pdf',
    '<div id="viewer" class="pdfViewer"><div class="page" data-page-number="1"><div class="textLayer"><span>Annual report of the harbour</span></div></div><div class="page" data-page-number="2"><div class="textLayer" id="now"></div></div></div><input type="text" id="findInput" placeholder="Find in document">',
    `const lines = ${lines}; const layer = document.querySelector('#now'); await step(30, (at) => { const span = document.createElement('span'); span.textContent = lines[at % 12]; layer.append(span); });`,
  ),
  at(
    'spreadsheet that computes',
    'sheet.example',
    'Sheet',
    '<div role="grid"><div role="row" class="row"><div role="gridcell">1</div></div><div role="row" class="row"><div role="gridcell" id="now"></div></div></div><textarea aria-label="Formula"></textarea>',
    typed("document.querySelector('#now')"),
  ),
];
