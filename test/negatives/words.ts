/** What people say on the pages that hold no answer of an AI: varied, and the same in every run. */

/** One thing that somebody said. `mine` is what the reader of the page wrote. */
export interface Said {
  mine: boolean;
  name: string;
  text: string;
  /** `10:21`. */
  time: string;
  /** Unique on the page. */
  id: string;
}

const names = ['Amira Haddad', 'Jonas Weber', 'Priya Nair', 'Tom Okafor', 'Lucía Ramos', 'Mirjam de Vries'];
const lines = [
  'Did the delivery for the Lisbon office arrive? The courier said Tuesday, but nobody has signed for anything yet.',
  'Yes, two boxes. One of them was open, so I counted everything twice before I signed for it.',
  'Perfect, thank you! Could you send me the list when you have a minute?',
  'ok',
  'Here is what was in them: forty badges, twelve lanyards, three banners (one of them torn) and the printed programme.',
  'The torn banner is the one for the entrance, isn’t it? Then we need a new one before Thursday.',
  'I asked the print shop. They can do it by Wednesday noon if the file reaches them today, otherwise it will be Friday.',
  'Sending it now. Same size as last year, 200 by 80 cm, and please tell them about the eyelets.',
  'Done. By the way, who picks up the speakers from the airport? I can take the first two, but not the one at 18:40.',
  'I can be there at half past six. Is it terminal 1 or 2?',
  'Terminal 2. His name is on the sheet, and he asked for a quiet place to rehearse for an hour before dinner.',
  '😀 no problem, the small room next to the kitchen is free the whole evening.',
];

/** A talk of two people (or more), `count` things said. The reader is the first; every third pair one speaks twice. */
export function talk(count = 10, people = 2): Said[] {
  return Array.from({ length: count }, (_, at) => {
    const speaker = (at + (at % 7 === 4 ? 1 : 0)) % people;
    return {
      mine: speaker === 0,
      name: names[speaker]!,
      text: lines[(at * 5) % lines.length]!,
      time: `${9 + Math.floor(at / 6)}:${String((at * 7) % 60).padStart(2, '0')}`,
      id: `${1_763_800_000_000 + at * 71_337}`,
    };
  });
}

/** Paragraphs of an ordinary text. */
export const prose = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<p>${lines[(at * 7 + 4) % lines.length]} ${lines[(at * 3 + 1) % lines.length]}</p>`).join('');

/** A list, a table and code, as people write them too. */
export const rich =
  '<p>What we know so far:</p><ul><li>the build is <strong>green</strong></li><li>the <code>deploy</code> step hangs</li></ul><pre><code>kubectl get pods -n web</code></pre>';

/** A whole page. */
export const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
