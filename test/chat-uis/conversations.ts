/** What is said on the test pages. The texts are ours; the user interfaces are not. */

/** One question and its scripted answer. */
export interface Exchange {
  prompt: string;
  /** As the model writes it: Markdown, where the UI renders it. */
  answer: string;
}

/** Three exchanges each: two stand there at load, the last one is asked and streams. */
export const conversations = {
  travel: [
    {
      prompt: 'What is the fastest way from Basel to Lyon by train?',
      answer:
        'The fastest connection takes about three and a half hours: a TGV Lyria to Mulhouse followed by a direct TGV to Lyon Part-Dieu. There are around four such connections each day, and the first leaves shortly after six in the morning.',
    },
    {
      prompt: 'Do I need a seat reservation?',
      answer:
        'Yes. Seat reservation is compulsory on every TGV, but it is already included in the ticket price, so there is nothing extra to buy.',
    },
    {
      prompt: 'And can I take a bicycle with me on that route?',
      answer:
        'You can take a folded bicycle in a bag free of charge as hand luggage. A normal bicycle needs its own space, which costs ten euros and must be booked together with the ticket because only four spaces exist on each train. If the TGV is full, the regional train through Belfort and Besançon takes bicycles without any booking, although the trip then lasts almost six hours.',
    },
  ],
  capitals: [
    { prompt: 'capital of Australia?', answer: 'Canberra.' },
    {
      prompt:
        'Is that also the largest city there, or is it Sydney? I remember that a friend of mine who lived in Melbourne for nine years always insisted that Melbourne had overtaken Sydney in population, which I never quite believed.',
      answer: 'Canberra is not the largest city. Sydney and Melbourne are nearly equal at a little over five million each.',
    },
    {
      prompt: 'ok thanks, and how far is it from Sydney by car',
      answer: 'About 290 kilometres, or roughly three hours of driving along the Hume and Federal highways without stops.',
    },
  ],
  code: [
    {
      prompt: 'How do I debounce a function in JavaScript?',
      answer:
        'Wrap the function so that each call restarts a timer:\n\n```js\nfunction debounce(fn, ms) {\n  let t;\n  return (...args) => {\n    clearTimeout(t);\n    t = setTimeout(() => fn(...args), ms);\n  };\n}\n```\n\nOnly the **last** call within `ms` milliseconds runs.',
    },
    {
      prompt: 'Why is clearTimeout(undefined) safe on the first call?',
      answer:
        'Because the specification says that clearing an unknown timer handle does nothing. `undefined` is converted to 0, and 0 is never a valid handle.',
    },
    {
      prompt: 'Can you make it cancel-able?',
      answer:
        'Yes. Attach a method to the returned function:\n\n1. Keep the wrapper in a variable.\n2. Add `wrapper.cancel` that clears the timer.\n3. Return the wrapper.\n\n```js\nwrapper.cancel = () => clearTimeout(t);\nreturn wrapper;\n```\n\nCall `wrapper.cancel()` when a component unmounts, otherwise the delayed call may touch state that no longer exists.',
    },
  ],
  bread: [
    {
      prompt: 'My sourdough is always dense. What am I doing wrong?',
      answer:
        'Most dense loaves are **under-fermented**. Let the dough grow by about 60 percent before shaping, and watch the dough instead of the clock.\n\nA cold kitchen can double the time.',
    },
    {
      prompt: 'My kitchen is at 19 degrees.',
      answer:
        'Then expect *eight to ten hours* of bulk fermentation with 20 percent starter. You can also put the bowl in the oven with only the lamp on.',
    },
    {
      prompt: 'Give me a timetable for a bake on Sunday morning',
      answer:
        'Here is a plan that ends at nine on Sunday:\n\n1. Saturday 08:00 feed the starter\n2. Saturday 12:00 mix flour, water, starter and salt\n3. Saturday 12:30 to 14:00 three folds\n4. Saturday 21:00 shape and put it into the fridge\n5. Sunday 07:45 heat the oven to 250 degrees\n6. Sunday 08:15 bake, lid off after 25 minutes\n\nLet the loaf cool for at least an hour before you cut it.',
    },
  ],
  /** The demo's: the last answer has one mistake, so that there is something to flag and to correct (light needs 1.3 seconds). */
  moon: [
    {
      prompt: 'Why do we always see the same side of the Moon?',
      answer:
        'Because the Moon turns once around its own axis in the **same time** that it needs for one orbit around the Earth, about 27.3 days. Tides braked its rotation until the two matched.',
    },
    {
      prompt: 'So is the far side always dark?',
      answer: 'No. It gets as much sunlight as the side that we see. At new moon the far side is fully lit, and we look at the night side.',
    },
    {
      prompt: 'How far away is it, and how long does its light need to reach us?',
      answer:
        'On average the Moon is **384,400 kilometres** away:\n\n- closest, at perigee: about 363,000 km\n- farthest, at apogee: about 405,000 km\n\nLight travels at 299,792 kilometres per second, so moonlight needs about 13 seconds to reach us.',
    },
  ],
  support: [
    {
      prompt: 'Hi, my invoice 20418 shows two licences but I only ordered one.',
      answer:
        'I am sorry about the mix-up. Invoice 20418 lists one licence for March and one for April, because your billing period was renewed on the first. Nothing was charged twice.',
    },
    {
      prompt: 'I see. Please switch me to yearly billing then.',
      answer: 'Done. Your plan changes to yearly billing on the first of May, and the remaining days of April are credited at 6.40 euros.',
    },
    {
      prompt: 'Will the price stay the same next year?',
      answer:
        'The yearly price is fixed for twelve months from the first of May. After that it follows the public price list, and you receive a notice at least thirty days before any change so that you can cancel without a fee.',
    },
  ],
  databases: [
    {
      prompt: 'SQLite or PostgreSQL for a small internal tool?',
      answer: 'For fewer than ten users **SQLite is usually enough**: one file, no server, and a backup is a copy of that file.',
    },
    {
      prompt: 'What would make you switch?',
      answer: 'Three signs:\n\n- write conflicts show up in the log\n- a second service needs the data\n- you want row-level permissions',
    },
    {
      prompt: 'How hard is the migration later?',
      answer:
        'It is mostly mechanical. Export the schema, adjust the types (SQLite is lenient about them), and load the rows with `COPY`.\n\n> Dates are the usual trap: SQLite stores them as text.\n\nPlan half a day for a database below one gigabyte, plus time to rewrite queries that rely on `INSERT OR REPLACE`.',
    },
  ],
  /** Two colleagues; no assistant anywhere. */
  colleagues: [
    {
      prompt: 'Did you manage to reach the landlord about the keys?',
      answer: 'Yes, she drops them at the bakery downstairs on Thursday before nine. I can pick them up on my way in.',
    },
    {
      prompt: 'Perfect. I booked the van from ten to two.',
      answer: 'Good. My brother will come along, so we are three for the sofa. Could you bring the straps that are in the cellar?',
    },
    {
      prompt: 'Sure, and I still have the two blankets from last time.',
      answer:
        'Great, then we only need tape and a few boxes for the kitchen. I will get those tomorrow after work, and I will also ask Mirjam whether the lift is out of order again, because last week there was a note on the door.',
    },
  ],
} satisfies Record<string, [Exchange, Exchange, Exchange]>;

const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * The scripted answer to a prompt, whatever the page. "Write 2000 kilobytes" gives that much; a prompt that nobody wrote
 * gets an answer that says so.
 */
export function answerTo(prompt: string): string {
  const long = /^Write (\d+) kilobytes$/.exec(prompt.trim())?.[1];
  if (long) return lines(Number(long) * 1000);
  const known = Object.values(conversations)
    .flat()
    .find((exchange) => letters(exchange.prompt) === letters(prompt));
  return (
    known?.answer ??
    `This is a scripted model, so it only repeats what you asked: **${prompt.trim()}**\n\nThat is enough to try everything with: rate this answer, flag a passage of it, or correct it.`
  );
}

/** Numbered lines, so that a missing one shows; `size` in characters. */
function lines(size: number): string {
  let text = '';
  for (let n = 1; text.length < size; n++)
    text += `Line ${n} says that every review is kept, whatever happens to the browser or to the endpoint. `;
  return text.slice(0, size).trimEnd();
}
