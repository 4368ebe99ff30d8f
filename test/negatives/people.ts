/** Messengers between people, after their public markup. */
import type { Negative } from './page.ts';
import { page, rich, talk, type Said } from './words.ts';

const box = (label: string, more = ''): string => `<div contenteditable="true" role="textbox" aria-label="${label}" ${more}></div>`;
const all = (each: (said: Said, at: number) => string, people = 2, count = 12): string => talk(count, people).map(each).join('');

const slack = (host: string, people: number): Negative => ({
  name: `Slack at ${host}, ${people} people`,
  url: `https://${host}/client/T01/C02`,
  html: page(
    'general (Channel) - Acme - Slack',
    `<div class="p-client_container"><nav class="p-channel_sidebar"><a>general</a><a>random</a></nav><div class="c-virtual_list__scroll_container" role="list" aria-label="general (channel)">${all(
      ({ name, text, time, id }, at) =>
        `<div class="c-virtual_list__item" role="listitem" id="message-list_${id}" data-item-key="${id}"><div class="c-message_kit__background p-message_pane_message__message" data-qa="message_container"><div class="c-message_kit__hover"><div class="c-message_kit__gutter"><div class="c-message_kit__gutter__left"><img class="c-base_icon" alt="${name}"></div><div class="c-message_kit__gutter__right"><span class="c-message__sender"><button class="c-link--button c-message__sender_button" data-qa="message_sender_name">${name}</button></span> <a class="c-timestamp">${time} AM</a><div class="c-message_kit__blocks"><div class="p-rich_text_block">${at % 4 === 1 ? rich : `<div class="p-rich_text_section">${text}</div>`}</div></div><div class="c-reaction_bar"><button class="c-reaction" aria-label="2 reactions, thumbsup emoji">👍 2</button></div></div></div></div></div></div>`,
      people,
    )}</div>${box('Message to general', 'class="ql-editor"')}</div>`,
  ),
});

const kit = (name: string, url: string, title: string, body: string): Negative => ({ name, url, html: page(title, body) });

export const people: Negative[] = [
  slack('app.slack.com', 2),
  slack('app.slack.com', 4),
  slack('chat.acme.example', 2),
  kit(
    'WhatsApp Web',
    'https://web.whatsapp.com/',
    'WhatsApp',
    `<div id="app"><div id="main"><header><span dir="auto" title="Jonas Weber">Jonas Weber</span></header><div role="application" class="copyable-area">${all(
      ({ mine, name, text, time, id }) =>
        `<div role="row"><div class="${mine ? 'message-out' : 'message-in'} focusable-list-item _amjv" data-id="${mine}_49151@c.us_${id}"><span aria-label="${mine ? 'You:' : `${name}:`}"></span><div class="copyable-text" data-pre-plain-text="[${time}, 22/11/2026] ${name}: "><span dir="ltr" class="_ao3e selectable-text copyable-text"><span>${text}</span></span></div><span class="x1rg5ohu" dir="auto">${time}</span>${mine ? '<span data-icon="msg-dblcheck" aria-label=" Read "></span>' : ''}</div></div>`,
    )}</div><footer>${box('Type a message')}</footer></div></div>`,
  ),
  kit(
    'Discord',
    'https://discord.com/channels/1/2',
    '#build-help | Makers',
    `<ol data-list-id="chat-messages" role="list" aria-label="Messages in build-help">${all(
      ({ name, text, time, id }, at) =>
        `<li id="chat-messages-2-${id}" class="messageListItem_d5deea"><div class="message_d5deea cozyMessage_d5deea groupStart_d5deea" role="article" data-list-item-id="chat-messages___chat-messages-2-${id}"><div class="contents_f9f2ca"><img class="avatar_f9f2ca" alt=""><h3 class="header_f9f2ca"><span class="headerText_f9f2ca"><span class="username_f9f2ca" role="button">${name}</span>${at % 5 === 2 ? '<span class="botTag_f9f2ca botTagRegular_f9f2ca"><span class="botText_f9f2ca">APP</span></span>' : ''}</span><span class="timestamp_f9f2ca"><time>${time}</time></span></h3><div id="message-content-${id}" class="markup_f8f345 messageContent_f9f2ca">${at % 3 ? text : rich}</div></div></div></li>`,
      3,
    )}</ol><form><div role="textbox" contenteditable="true" aria-label="Message #build-help" class="editor_a552a6"></div></form>`,
  ),
  kit(
    'Microsoft Teams',
    'https://teams.microsoft.com/v2/',
    'Chat | Jonas Weber | Microsoft Teams',
    `<div data-tid="message-pane-list-viewport" role="main"><div id="chat-pane-list" data-tid="message-pane-list-runway">${all(
      ({ mine, name, text, time, id }) =>
        `<div data-tid="chat-pane-item"><div class="fui-${mine ? 'ChatMyMessage' : 'ChatMessage'}"><span class="fui-Chat${mine ? 'My' : ''}Message__author" data-tid="message-author-name">${name}</span><time class="fui-Chat${mine ? 'My' : ''}Message__timestamp" id="timestamp-${id}">${time}</time><div class="fui-Chat${mine ? 'My' : ''}Message__body" data-tid="chat-pane-message" data-mid="${id}"><div id="content-${id}" dir="auto"><p>${text}</p></div></div><button aria-label="1 Like reaction.">👍</button></div></div>`,
    )}</div></div>${box('Type a message', 'data-tid="ckeditor"')}`,
  ),
  kit(
    'Teams at a company’s own address',
    'https://chat.contoso.example/conversation/19',
    'Chat | Jonas Weber',
    `<div role="log">${all(({ mine, name, text, time }) => `<div class="ui-chat__item"><div class="ui-chat__message ${mine ? 'ui-chat__message--mine' : 'ui-chat__message--theirs'}" data-is-mine="${mine}"><span class="ui-chat__message__author">${name}</span><span class="ui-chat__message__timestamp">${time}</span><div class="ui-chat__message__content"><p>${text}</p></div></div></div>`)}</div><textarea placeholder="Type a new message"></textarea>`,
  ),
  kit(
    'Telegram Web K',
    'https://web.telegram.org/k/#@jonas',
    'Telegram Web',
    `<div class="bubbles"><div class="bubbles-inner">${all(({ mine, text, time, id }) => `<div class="bubble ${mine ? 'is-out' : 'is-in'} can-have-tail hide-name" data-mid="${id}" data-peer-id="7" data-timestamp="${id}"><div class="bubble-content-wrapper"><div class="bubble-content"><div class="message spoilers-container">${text}<span class="time"><span class="i18n">${time}</span></span></div></div></div></div>`)}</div></div><div class="input-message-input" contenteditable="true"></div>`,
  ),
  kit(
    'Telegram Web A, self-hosted',
    'https://tg.example.org/a/',
    'Jonas Weber',
    `<div class="MessageList custom-scroll">${all(({ mine, text, time, id }) => `<div id="message-${id}" class="Message message-list-item ${mine ? 'own' : ''} first-in-group" data-message-id="${id}"><div class="message-content-wrapper"><div class="message-content text"><div class="content-inner"><div class="text-content clearfix">${text}<span class="MessageMeta"><span class="message-time">${time}</span></span></div></div></div></div></div>`)}</div><div id="editable-message-text" contenteditable="true" role="textbox" aria-label="Message"></div>`,
  ),
  kit(
    'Messenger',
    'https://www.messenger.com/t/100',
    'Messenger | Facebook',
    `<div role="grid" aria-label="Messages in conversation with Jonas">${all(({ mine, text, name }) => `<div role="row"><div role="gridcell"><h5 class="html-h5">${mine ? 'You sent' : name}</h5><div class="x78zum5 ${mine ? 'x13a6bvl' : ''}"><div dir="auto" class="html-div xexx8yu">${text}</div></div><div aria-label="React" role="button"></div><div aria-label="Reply" role="button"></div></div></div>`)}</div>${box('Message')}`,
  ),
  kit(
    'Instagram direct messages',
    'https://www.instagram.com/direct/t/17/',
    'Instagram • Chats',
    `<div role="main">${all(({ mine, text, name }) => `<div class="x1n2onr6"><span class="x1lliihq sr-only">${mine ? 'You sent' : `${name} sent`}</span><div class="${mine ? 'xl1xv1r' : 'x1e56ztr'}"><div dir="auto">${text}</div></div></div>`)}</div>${box('Message')}`,
  ),
  kit(
    'Signal',
    'https://signal.example/desktop',
    'Signal',
    `<div class="module-timeline" role="list">${all(({ mine, text, time, id }) => `<div class="module-timeline__item" data-item-index="${id}"><div class="module-message module-message--${mine ? 'outgoing' : 'incoming'}" data-testid="${id}"><div class="module-message__container module-message__container--${mine ? 'outgoing' : 'incoming'}"><div class="module-message__text module-message__text--${mine ? 'outgoing' : 'incoming'}"><span>${text}</span></div><span class="module-message__metadata__date">${time}</span></div></div></div>`)}</div>${box('Message')}`,
  ),
  kit(
    'Google Chat',
    'https://chat.google.com/room/AAA',
    'Chat - Launch',
    `<div role="main">${all(({ mine, name, text, time, id }) => `<c-wiz data-topic-id="${id}" data-is-user-topic="true" role="group"><div class="nF6pT ${mine ? 'yqoUIf' : ''}" data-user-id="user/human/${mine ? 1 : 2}" data-name="${name}"><span data-hovercard-id="user/human/${mine ? 1 : 2}">${name}</span><span data-absolute-timestamp="${id}">${time}</span><div class="DTp27d QIJiHb" jsname="bgckF">${text}</div><button aria-label="Add reaction"></button></div></c-wiz>`)}</div>${box('History is on')}`,
  ),
  kit(
    'Google Messages',
    'https://messages.google.com/web/conversations/12',
    'Google Messages for web',
    `<mws-messages-list>${all(({ mine, name, text, time, id }) => `<mws-message-wrapper msg-id="${id}" class="text-msg ${mine ? 'outgoing' : 'incoming'}" is-outgoing="${mine}"><div class="msg-row"><mws-text-message-part aria-label="${mine ? 'You' : name} said: ${text} Sent on 22 November at ${time}"><div class="text-msg-content">${text}</div></mws-text-message-part></div></mws-message-wrapper>`)}</mws-messages-list><textarea placeholder="Text message"></textarea>`,
  ),
  kit(
    'Element (Matrix)',
    'https://app.element.io/#/room/!abc:matrix.org',
    'Element | Launch crew',
    `<ol class="mx_RoomView_MessageList" aria-live="polite">${all(({ mine, name, text, time, id }, at) => `<li class="mx_EventTile" data-layout="bubble" data-self="${mine}" data-event-id="$${id}" data-scroll-tokens="$${id}"><div class="mx_DisambiguatedProfile"><span class="mx_DisambiguatedProfile_displayName">${name}</span></div><div class="mx_EventTile_line"><div class="mx_MTextBody mx_EventTile_content"><div class="mx_EventTile_body markdown-body">${at % 4 === 1 ? rich : text}</div></div><span class="mx_MessageTimestamp">${time}</span></div></li>`)}</ol><div class="mx_BasicMessageComposer_input" contenteditable="true" role="textbox" aria-label="Send a message…"></div>`,
  ),
  kit(
    'Rocket.Chat',
    'https://open.rocket.example/channel/general',
    'general - Rocket.Chat',
    `<ul class="messages-list" role="list">${all(({ mine, name, text, id }) => `<li class="rcx-message" data-id="${id}" data-own="${mine}" data-username="${name}" role="listitem"><span class="rcx-message-header__name">${name}</span><div class="rcx-message-body"><div class="rcx-message__markdown">${text}</div></div></li>`, 3)}</ul><textarea name="msg" placeholder="Message #general"></textarea>`,
  ),
  kit(
    'Mattermost',
    'https://mm.example.org/team/channels/town-square',
    'Town Square - Mattermost',
    `<div id="postListContent">${all(({ mine, name, text, id }) => `<div id="post_${id}" class="post ${mine ? 'current--user' : 'other--root'}" role="listitem"><div class="post__header"><button class="user-popover">${name}</button></div><div class="post__body"><div id="postMessageText_${id}" class="post-message__text"><p>${text}</p></div></div></div>`, 2)}</div><textarea id="post_textbox" placeholder="Write to Town Square"></textarea>`,
  ),
  kit(
    'Zulip',
    'https://chat.zulip.example/#narrow/stream/1',
    'Launch - Zulip',
    `<div class="message-list" role="list">${all(({ name, text, time, id }, at) => `<div class="message_row" id="message-row-1-${id}" data-message-id="${id}"><div class="messagebox"><span class="message_sender sender_name">${name}</span><a class="message-time">${time}</a><div class="message_content rendered_markdown">${at % 2 ? rich : `<p>${text}</p>`}</div></div></div>`)}</div><textarea id="compose-textarea" placeholder="Compose your message here"></textarea>`,
  ),
  kit(
    'LinkedIn messages',
    'https://www.linkedin.com/messaging/thread/2-ab/',
    'Messaging | LinkedIn',
    `<ul class="msg-s-message-list-content">${all(({ mine, name, text, time, id }) => `<li class="msg-s-message-list__event"><div class="msg-s-event-listitem ${mine ? '' : 'msg-s-event-listitem--other'}" data-event-urn="urn:li:msg_message:${id}"><span class="msg-s-message-group__name">${name}</span><time class="msg-s-message-group__timestamp">${time}</time><div class="msg-s-event-listitem__message-bubble"><p class="msg-s-event-listitem__body">${text}</p></div></div></li>`)}</ul>${box('Write a message…', 'class="msg-form__contenteditable"')}`,
  ),
  kit(
    'X direct messages',
    'https://x.com/messages/1-2',
    'Messages / X',
    `<div data-testid="DmScrollerContainer">${all(({ mine, text, time, id }) => `<div data-testid="cellInnerDiv"><div data-testid="messageEntry"><div class="css-175oi2r r-${mine ? 'obd0qt' : '1habvwh'}"><div data-testid="tweetText"><span>${text}</span></div></div><div class="css-${id}">${time}</div></div></div>`)}</div><div data-testid="dmComposerTextInput" contenteditable="true" role="textbox" aria-label="Start a new message"></div>`,
  ),
  kit(
    'chatscope kit, two people',
    'https://app.example/messages',
    'Messages',
    `<div class="cs-message-list">${all(({ mine, name, text, time }) => `<section class="cs-message cs-message--${mine ? 'outgoing' : 'incoming'}" aria-label="${name}" data-cs-message=""><div class="cs-message__content-wrapper"><div class="cs-message__header">${name} ${time}</div><div class="cs-message__content">${text}</div></div></section>`)}</div>${box('Write to Jonas', 'class="cs-message-input__content-editor"')}`,
  ),
  kit(
    'stream-chat-react kit',
    'https://app.example/inbox/stream',
    'Inbox',
    `<div class="str-chat__list"><ul class="str-chat__ul">${all(({ mine, name, text, time, id }) => `<li class="str-chat__li str-chat__li--single" data-message-id="${id}"><div class="str-chat__message str-chat__message-simple str-chat__message--${mine ? 'me' : 'other'} str-chat__message--regular"><div class="str-chat__avatar" title="${name}"></div><div class="str-chat__message-inner"><div class="str-chat__message-bubble"><div class="str-chat__message-text"><p>${text}</p></div></div></div><time class="str-chat__message-simple-timestamp">${time}</time></div></li>`)}</ul></div><textarea class="str-chat__textarea__textarea" placeholder="Type your message"></textarea>`,
  ),
  kit(
    'vue-advanced-chat kit',
    'https://app.example/rooms/4',
    'Rooms',
    `<vue-advanced-chat><template shadowrootmode="open"><div class="vac-messages-container">${all(({ mine, name, text, time, id }) => `<div id="${id}" class="vac-message-wrapper"><div class="vac-message-box ${mine ? 'vac-offset-current' : ''}"><div class="vac-message-container"><div class="vac-message-card ${mine ? 'vac-message-current' : ''}"><div class="vac-text-username">${name}</div><div class="vac-format-message-wrapper"><div class="vac-format-container"><span>${text}</span></div></div><div class="vac-text-timestamp">${time}</div></div></div></div></div>`)}</div><textarea class="vac-textarea" placeholder="Type message"></textarea></template></vue-advanced-chat>`,
  ),
  kit(
    'Chat UI in Tailwind, two people',
    'https://team.example/chat/42',
    'Team chat',
    `<main class="flex flex-col">${all(({ mine, name, text }) => `<div class="flex ${mine ? 'justify-end' : 'justify-start'} mb-2"><div class="max-w-md rounded-xl p-3 ${mine ? 'bg-indigo-600 text-white' : 'bg-zinc-100'}"><div class="text-xs">${name}</div><p>${text}</p></div></div>`)}</main><textarea placeholder="Message"></textarea>`,
  ),
];
