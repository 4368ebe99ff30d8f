/** Ordinary pages that stand still, the ones among them that talk about chats and assistants included. */
import type { Negative } from './page.ts';
import { page, prose, rich, talk } from './words.ts';

const at = (name: string, url: string, title: string, body: string): Negative => ({ name, url: `https://${url}`, html: page(title, body) });
const times = (count: number, each: (index: number) => string): string => Array.from({ length: count }, (_, index) => each(index)).join('');
const said = talk(12);

export const documents: Negative[] = [
  at(
    'article',
    'courier.example/a',
    'The last lighthouse keeper | The Courier',
    `<article><h1>The last lighthouse keeper</h1>${prose(30)}</article>`,
  ),
  at(
    'shop',
    'oak.example/chairs',
    'Chairs',
    `<main class="grid">${times(24, (i) => `<div class="product-card" data-product-id="${i}"><img alt="Chair ${i}"><h3>Chair no. ${i}</h3><p>${said[i % 12]!.text}</p><span class="price">€ ${90 + i}</span><button aria-label="Add to wishlist">♡</button></div>`)}</main>`,
  ),
  at(
    'documentation with code and copy buttons',
    'docs.example.dev/guide/chat',
    'Chat completions | Assistant SDK',
    `<nav>${times(20, (i) => `<a href="#s${i}">Section ${i}</a>`)}</nav><main class="markdown prose"><h1>Chat completions</h1>${times(9, (i) => `<h2 id="s${i}">Step ${i}</h2>${prose(1)}<div class="code-block"><button aria-label="Copy code">Copy</button><pre><code>client.chat({ role: "user", content: "hi ${i}" })</code></pre></div>`)}<p>Was this page helpful?</p><button aria-label="Thumbs up">👍</button><button aria-label="Thumbs down">👎</button><textarea placeholder="Tell us more"></textarea></main>`,
  ),
  at(
    'search results',
    'find.example/search?q=oak',
    'oak chairs – Find',
    `<form role="search"><textarea name="q" aria-label="Search">oak chairs</textarea></form><div id="rso">${times(10, (i) => `<div class="result g" data-id="${i}"><h3><a>Result ${i}</a></h3><p>${said[i]!.text}</p></div>`)}</div><div class="related-question-pair" data-q="Is oak good?"><div role="heading">Is oak good?</div></div>`,
  ),
  at(
    'table app',
    'crm.example/leads',
    'Leads',
    `<table><thead><tr><th>Name</th><th>Note</th></tr></thead><tbody>${times(60, (i) => `<tr data-row-id="${i}"><td class="customer">${said[i % 12]!.name}</td><td class="response">${said[(i * 5) % 12]!.text}</td></tr>`)}</tbody></table><input type="text" placeholder="Add a note">`,
  ),
  at(
    'login form',
    'id.example/login',
    'Sign in',
    '<form><label>User<input name="user" type="text"></label><label>Password<input type="password"></label><button>Sign in</button><p class="user-agreement">By signing in you agree to the terms for users and agents.</p></form>',
  ),
  at(
    'dashboard',
    'ops.example/agents',
    'Agents · Ops',
    `<main>${times(12, (i) => `<div class="card agent-card" data-agent="agent-${i}"><h3>agent-${i}</h3><div class="user-count">${i * 7} users</div><p>${said[i]!.text}</p><button title="Retry">Retry</button></div>`)}</main><textarea placeholder="Leave feedback"></textarea>`,
  ),
  at(
    'changelog',
    'dev.example/changelog',
    'Changelog',
    `<main class="markdown-body">${times(15, (i) => `<section><h2>1.${i}.0</h2>${rich}${prose(1)}</section>`)}</main>`,
  ),
  at(
    'questions people ask',
    'help.example/faq',
    'Help: the AI assistant',
    `<main><h1>Frequently asked</h1>${times(10, (i) => `<div class="faq-item"><div class="faq-question">How do I change the address of order ${i}?</div><div class="faq-answer">${prose(1)}<ul><li>Open the order</li><li>Choose <strong>Change</strong></li></ul><span>Was this helpful?</span><button aria-label="Yes, helpful">Yes</button><button aria-label="Not helpful">No</button></div></div>`)}<form><textarea placeholder="Still stuck? Write to us"></textarea></form></main>`,
  ),
  at(
    'cookbook',
    'cook.example/soup',
    'Leek soup',
    `<article class="recipe"><h1>Leek soup</h1><ul>${times(8, (i) => `<li>${i + 1} leeks</li>`)}</ul><ol>${times(7, (i) => `<li>${said[i]!.text}</li>`)}</ol></article><section class="comments">${times(5, (i) => `<div class="comment user-comment"><b>${said[i]!.name}</b><p>${said[i]!.text}</p></div>`)}<textarea></textarea></section>`,
  ),
  at(
    'encyclopedia',
    'wiki.example/Chatbot',
    'Chatbot – Encyclopedia',
    `<div id="mw-content-text" class="mw-parser-output"><p><b>Chatbot</b> is a program that talks.</p>${prose(20)}<blockquote class="templatequote"><p>Human: hello</p><p>ELIZA: How do you do. Please tell me your problem.</p></blockquote>${times(30, (i) => `<div class="reflist" id="cite_note-${i}">Note ${i}</div>`)}</div><input type="search" name="search">`,
  ),
  at(
    'interview',
    'courier.example/interview',
    'An hour with a bridge builder',
    `<article>${times(10, (i) => `<p class="interview-question"><strong>What happened in year ${i}, when the second arch had to be taken down again?</strong></p><p class="interview-answer">${said[i]!.text} ${said[(i + 3) % 12]!.text}</p>`)}</article>`,
  ),
  at(
    'article that quotes a talk with a chatbot',
    'courier.example/i-asked-chatgpt',
    'I asked ChatGPT to plan my wedding | The Courier',
    `<article><h1>I asked ChatGPT to plan my wedding</h1>${prose(8)}<div class="transcript">${times(6, (i) => `<div class="transcript__line transcript__line--${i % 2 ? 'bot' : 'user'}"><b>${i % 2 ? 'ChatGPT' : 'Me'}:</b> ${said[i]!.text}</div>`)}</div>${prose(8)}</article><section class="comments"><textarea placeholder="Add a comment"></textarea></section>`,
  ),
  at(
    'blog post about prompts, with examples',
    'blog.example/prompting',
    'How to prompt an AI assistant',
    `<article class="prose">${times(6, (i) => `<h2>Tip ${i}</h2>${prose(2)}<pre class="prompt"><code>Summarise ${i}</code></pre><blockquote class="response"><p>${said[i]!.text}</p></blockquote>`)}</article>`,
  ),
  at(
    'calendar',
    'cal.example/week',
    'Week 47',
    `<div role="grid">${times(35, (i) => `<div role="gridcell" data-datekey="${i}"><div class="event host-${i % 3}" data-eventid="e${i}" aria-label="Meeting, ${said[i % 12]!.name}">${said[i % 12]!.text.slice(0, 30)}</div></div>`)}</div>`,
  ),
  at(
    'kanban board',
    'board.example/b/1',
    'Launch | Board',
    times(
      4,
      (i) =>
        `<div class="list" data-testid="list"><h2>List ${i}</h2>${times(6, (k) => `<div class="card" data-testid="trello-card"><a>${said[(i + k) % 12]!.text}</a><span class="member">${said[k]!.name}</span></div>`)}<textarea placeholder="Add a card"></textarea></div>`,
    ),
  ),
  at(
    'podcast transcript',
    'pod.example/12',
    'Episode 12: the host and the guest',
    `<main>${times(20, (i) => `<div class="transcript-row ${i % 2 ? 'guest' : 'host'}" data-speaker="${i % 2 ? 'guest' : 'host'}"><span class="speaker">${i % 2 ? 'Guest' : 'Host'}</span><time>00:${10 + i}</time><p>${said[i % 12]!.text} ${said[(i * 5) % 12]!.text}</p></div>`)}</main><input type="text" placeholder="Leave a comment">`,
  ),
  at(
    'survey results',
    'survey.example/r',
    'Survey: responses',
    `<main>${times(8, (i) => `<section><div class="question">Question ${i}: how often do you cook?</div>${times(4, (k) => `<div class="response">${said[(i + k) % 12]!.text}</div>`)}</section>`)}</main><textarea placeholder="Add a note"></textarea>`,
  ),
  at(
    'user manual of an assistant',
    'speaker.example/manual',
    'Your voice assistant: manual',
    `<main>${times(10, (i) => `<h3>Say</h3><div class="user-says">“Play track ${i}”</div><div class="device-does">${said[i]!.text}</div>`)}</main>`,
  ),
  at(
    'flight app with user cards',
    'fly.example/users',
    'Users',
    times(
      30,
      (i) =>
        `<div class="user user-row" data-user="${i}"><span class="user-name">${said[i % 12]!.name}</span><span class="user-role">agent</span><p class="user-note">${said[i % 12]!.text}</p></div>`,
    ),
  ),
  at(
    'form builder',
    'forms.example/edit',
    'Untitled form',
    times(
      10,
      (i) =>
        `<div class="question-block" role="listitem"><div role="textbox" contenteditable="true" aria-label="Question">Question ${i}</div><div class="answer-options"><label><input type="radio">${said[i]!.text}</label></div></div>`,
    ),
  ),
];
