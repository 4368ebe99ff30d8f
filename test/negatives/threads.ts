/** Mail, forums, trackers, comments, questions: threads of people that are no messenger. */
import type { Negative } from './page.ts';
import { page, prose, rich, talk, type Said } from './words.ts';

const at = (name: string, url: string, title: string, body: string): Negative => ({ name, url, html: page(title, body) });
const all = (each: (said: Said, index: number) => string, people = 3, count = 9): string => talk(count, people).map(each).join('');
const votes =
  '<button aria-label="Like this comment">Like</button><button aria-label="Dislike this comment">Dislike</button><button>Reply</button>';

export const threads: Negative[] = [
  at(
    'Gmail thread',
    'https://mail.google.com/mail/u/0/#inbox/FM1',
    'Delivery Lisbon - Gmail',
    `<div role="main"><h2 class="hP">Delivery Lisbon</h2>${all(({ name, id }, index) => `<div class="adn ads" data-message-id="#msg-f:${id}" data-legacy-message-id="${id}"><span class="gD" email="a${index}@example.org" name="${name}">${name}</span><span class="g3">Nov 22</span><div class="ii gt"><div class="a3s aiL"><div dir="ltr">${index % 2 ? rich : prose(2)}</div></div></div><div role="button" aria-label="Reply"></div></div>`, 2)}<div role="textbox" contenteditable="true" aria-label="Message Body"></div></div>`,
  ),
  at(
    'Outlook thread',
    'https://outlook.office.com/mail/id/1',
    'Mail - Amira Haddad - Outlook',
    `<div role="main" aria-label="Reading Pane">${all(({ name, time }, index) => `<div role="listitem" aria-label="Message from ${name}"><span class="OZZZK">${name}</span><span>${time}</span><div aria-label="Message body" class="UniqueMessageBody" id="UniqueMessageBody_${index}">${prose(1)}</div></div>`, 2)}<div role="textbox" contenteditable="true"></div></div>`,
  ),
  at(
    'phpBB forum',
    'https://forum.example.org/viewtopic.php?t=12',
    'Torn banner - View topic',
    `<div id="page-body">${all(({ name, text, id }, index) => `<div id="p${id}" class="post has-profile bg${1 + (index % 2)}"><dl class="postprofile"><dt><a class="username">${name}</a></dt><dd>Posts: 31</dd></dl><div class="postbody"><h3>Re: Torn banner</h3><div class="content">${text}<blockquote><cite>Tom wrote:</cite> see above</blockquote></div></div></div>`)}<textarea name="message" id="message-box"></textarea></div>`,
  ),
  at(
    'Discourse topic',
    'https://meta.example.org/t/ai-prompts-in-search/52',
    'AI prompts in search - Feature - Meta',
    `<div class="post-stream">${all(({ name, text, id }, index) => `<article id="post_${index + 1}" data-post-id="${id}" data-user-id="${index % 3}" class="boxed onscreen-post"><div class="topic-avatar"></div><div class="topic-body"><span class="first username"><a data-user-card="${name}">${name}</a></span><div class="cooked"><p>${text}</p>${index === 2 ? rich : ''}</div><nav class="post-controls"><button class="toggle-like" title="like this post"></button><button class="reply" title="begin composing a reply"></button><button title="copy a link to this post to clipboard"></button></nav></div></article>`)}</div><textarea aria-label="Type here." class="d-editor-input"></textarea>`,
  ),
  at(
    'Reddit comments',
    'https://www.reddit.com/r/LocalLLaMA/comments/1/which_assistant/',
    'Which AI assistant do you use? : r/LocalLLaMA',
    `<shreddit-post><h1>Which AI assistant do you use?</h1>${prose(2)}</shreddit-post><shreddit-comment-tree>${all(({ name, text, id }) => `<shreddit-comment author="${name}" thingid="t1_${id}" depth="0"><div slot="commentMeta">${name}</div><div slot="comment" class="md"><p>${text}</p></div><div slot="actionRow"><button aria-label="Upvote">up</button><button aria-label="Downvote">down</button><button>Reply</button></div></shreddit-comment>`)}</shreddit-comment-tree><div contenteditable="true" role="textbox" aria-label="Join the conversation"></div>`,
  ),
  at(
    'Hacker News',
    'https://news.example.com/item?id=1',
    'Ask: how do you review model output?',
    `<table class="comment-tree">${all(({ name, text }) => `<tr class="athing comtr"><td class="default"><span class="comhead"><a class="hnuser">${name}</a></span><div class="comment"><div class="commtext c00">${text}<p>${text}</p></div></div></td></tr>`, 4)}</table><form><textarea name="text"></textarea></form>`,
  ),
  at(
    'Question and answers',
    'https://stackoverflow.com/questions/11227809/why',
    'python - How do I call the assistant API twice? - Stack Overflow',
    `<div id="content"><div id="question" class="question js-question" data-questionid="11"><div class="js-voting-container"><button aria-label="Up vote" class="js-vote-up-btn"></button><button aria-label="Down vote"></button></div><div class="s-prose js-post-body">${prose(2)}</div></div><div id="answers">${all(({ id, name, text }, index) => `<div id="answer-${id}" class="answer js-answer" data-answerid="${id}" data-score="${index}"><div class="js-voting-container"><button aria-label="Up vote" class="js-vote-up-btn"></button><button aria-label="Down vote"></button></div><div class="answercell"><div class="s-prose js-post-body"><p>${text}</p>${rich}</div><div class="user-details">${name}</div></div></div>`, 3, 4)}</div><form><h2>Your Answer</h2><textarea id="wmd-input" class="wmd-input"></textarea></form></div>`,
  ),
  at(
    'GitHub issue',
    'https://github.com/acme/assistant/issues/12',
    'Assistant answers twice · Issue #12 · acme/assistant',
    `<div class="js-discussion">${all(({ name, text, id }, index) => `<div class="TimelineItem js-comment-container"><div id="issuecomment-${id}" class="timeline-comment unminimized-comment comment js-comment"><div class="timeline-comment-header"><strong><a class="author Link--primary">${name}</a></strong> commented</div><div class="edit-comment-hide"><div class="comment-body markdown-body js-comment-body">${index % 2 ? rich : `<p>${text}</p>`}</div></div><button aria-label="All reactions"></button></div></div>`)}</div><textarea id="new_comment_field" placeholder="Leave a comment"></textarea>`,
  ),
  at(
    'Pull request with review comments',
    'https://github.com/acme/chatbot/pull/7/files',
    'Add retry by tomo · Pull Request #7 · acme/chatbot',
    `<div class="js-diff-progressive-container">${all(({ name, text, id }) => `<div class="file"><table class="diff-table"><tbody><tr><td class="blob-num"></td><td class="blob-code blob-code-addition"><span class="blob-code-inner">const answer = await ask(prompt);</span></td></tr><tr class="inline-comments"><td><div class="review-comment js-comment" id="discussion_r${id}"><a class="author">${name}</a><div class="comment-body markdown-body"><p>${text}</p></div></div></td></tr></tbody></table></div>`, 2)}</div><textarea placeholder="Reply…"></textarea>`,
  ),
  at(
    'GitLab issue',
    'https://gitlab.example/acme/web/-/issues/3',
    'Banner is torn (#3) · Issues · acme / web · GitLab',
    `<ul id="notes-list">${all(({ name, text, id }) => `<li id="note_${id}" class="note timeline-entry note-wrapper" data-note-id="${id}"><span class="note-header-author-name">${name}</span><div class="note-body"><div class="note-text md" data-testid="work-item-note-body"><p>${text}</p></div></div></li>`)}</ul><textarea placeholder="Write a comment or drag your files here…"></textarea>`,
  ),
  at(
    'Jira ticket',
    'https://acme.atlassian.net/browse/SUP-9',
    '[SUP-9] Torn banner - Jira',
    `<div data-testid="issue.activity.comments-list">${all(({ name, text, id }) => `<div data-testid="comment-base-item-${id}" id="comment-${id}"><span>${name}</span><div class="ak-renderer-document"><p>${text}</p></div><button>Edit</button></div>`, 2)}</div><div role="textbox" contenteditable="true" aria-label="Main content area"></div>`,
  ),
  at(
    'Comments under an article',
    'https://news.example/2026/assistants',
    'Are AI assistants any good? | The Courier',
    `<article><h1>Are AI assistants any good?</h1>${prose(12)}</article><section class="comments">${all(({ name, text, id }) => `<div class="comment" id="comment-${id}"><span class="comment-author">${name}</span><div class="comment-content"><p>${text}</p></div>${votes}</div>`, 5)}<textarea placeholder="Join the discussion"></textarea></section>`,
  ),
  at(
    'Comments under a video',
    'https://www.youtube.com/watch?v=abc',
    'I tried ten AI chatbots - YouTube',
    `<ytd-comments id="comments">${all(({ name, text }) => `<ytd-comment-thread-renderer><ytd-comment-view-model id="comment"><a id="author-text">${name}</a><yt-attributed-string id="content-text"><span>${text}</span></yt-attributed-string><div id="toolbar">${votes}</div></ytd-comment-view-model></ytd-comment-thread-renderer>`, 5)}<div contenteditable="true" aria-label="Add a comment..."></div></ytd-comments>`,
  ),
  at(
    'Document with comments',
    'https://docs.google.com/document/d/1/edit',
    'Launch plan - Google Docs',
    `<div class="kix-appview-editor" contenteditable="true" role="textbox">${prose(10)}</div><div class="docos-stream-view">${all(({ name, text }) => `<div class="docos-docoview-rootreply"><div class="docos-anchoredreplyview"><div class="docos-author">${name}</div><div class="docos-replyview-body docos-anchoredreplyview-body">${text}</div></div></div>`)}</div><textarea aria-label="Reply"></textarea>`,
  ),
  at(
    'Reviews in a shop',
    'https://shop.example/p/oak-chair',
    'Oak chair – reviews',
    `<h1>Oak chair</h1>${prose(1)}<div id="reviews">${all(({ name, text, id }) => `<div data-hook="review" id="R${id}"><span class="a-profile-name">${name}</span><span data-hook="review-body"><span>${text}</span></span><button>Helpful</button><button>Report</button></div>`, 6)}</div><textarea placeholder="Ask a question about this product"></textarea>`,
  ),
];
