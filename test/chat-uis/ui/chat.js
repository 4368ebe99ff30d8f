// What the pages share: the script's truth and the model behind /api/chat. It touches no DOM of the packages.
const id = location.pathname.split('/').find(Boolean);
const query = new URLSearchParams(location.search);
const { turns } = await (await fetch(`/${id}/truth.json`)).json();

// Ids say nothing about the role: a package may write them into the DOM.
export const newId = () => crypto.randomUUID();
export const script = turns;
export const history = turns.slice(0, 2).flatMap(({ prompt, answer }) => [
  { id: newId(), role: 'user', text: prompt },
  { id: newId(), role: 'assistant', text: answer },
]);
const lastPrompt = turns[2].prompt;

// `?delay=ms`: the page asks the last prompt by itself after that long. Without it a person asks.
export function askByItself(ask) {
  if (query.has('delay')) setTimeout(() => ask(lastPrompt), Number(query.get('delay')));
}

// Yields the pieces of the answer as they come. `?stream=ms`: how long the whole answer takes.
export async function* replies(prompt) {
  const response = await fetch('/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ prompt, stream: query.get('stream') }),
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += value;
    const lines = rest.split('\n');
    rest = lines.pop();
    for (const line of lines) yield JSON.parse(line).delta;
  }
}

// Messages {id, role, text}; tells `onChange(messages, busy)` on every change.
export function conversation(onChange, start = history) {
  let messages = start;
  const tell = (next, busy) => onChange((messages = next), busy);
  const send = async (prompt) => {
    const before = [...messages, { id: newId(), role: 'user', text: prompt }];
    const answer = { id: newId(), role: 'assistant', text: '' };
    tell(before, true);
    for await (const piece of replies(prompt)) {
      answer.text += piece;
      tell([...before, { ...answer }], true);
    }
    tell(messages, false);
  };
  tell(messages, false);
  return { send };
}
