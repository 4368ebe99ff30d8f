/** Runs inside a page of the extension: fills its database, and measures the store beside the bare calls and beside Dexie. */
import { Dexie } from 'dexie';
import type { Answer } from '../../lib/model/answer.ts';
import type { ReviewFilter } from '../../lib/model/reviewed.ts';
import type { Review } from '../../lib/model/review.ts';
import { changeReview } from '../../lib/store/changes.ts';
import { countFacets, Moves } from '../../lib/store/counts.ts';
import { headOf, headTables } from '../../lib/store/heads.ts';
import { indexWaiting } from '../../lib/store/indexing.ts';
import { listReviews } from '../../lib/store/list.ts';
import type { ChangeRequest } from '../../lib/store/next.ts';
import { openStore } from '../../lib/store/open.ts';
import { bucketOf } from '../../lib/store/postings.ts';
import { readReview } from '../../lib/store/reviews.ts';

const store = openStore();
/** Rows on a page of the dashboard. */
const limit = 200;
const begin = Date.UTC(2026, 0, 1);

/** A generator of numbers in [0, 1) that gives the same ones each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = numbers(1);

/** 30,000 made-up words, the first ones by far the most frequent, as in a language. */
const syllables = 'ba co di fu ga he ji ko lu me ni po qua re si tu vo wa xe yo zi'.split(' ');
const wordAt = (index: number): string => {
  let word = '';
  for (let rest = index + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length]!;
  return word;
};
const someWord = (): string => wordAt(Math.floor(30_000 ** random()) - 1);
const someHan = (): string => String.fromCodePoint(0x4e00 + Math.floor(3000 ** random()));

function prose(length: number, han: boolean): string {
  let text = '';
  for (let count = 0; text.length < length; count++)
    text += han ? someHan() + (count % 12 === 11 ? '。' : '') : someWord() + (count % 12 === 11 ? '. ' : ' ');
  return text.trim();
}

const pick = <T>(values: T[]): T => values[Math.floor(random() * values.length)]!;

/** An answer of 1 to 4 kB with its review; one in eight is in Han characters, one in ten was corrected. */
function made(at: number): { answer: Answer; review: Review } {
  const han = at % 8 === 0;
  const text = prose(1000 + Math.floor(random() * 3000), han) + (at % 1000 === 7 ? ' needleword' : '');
  const id = at.toString(16).padStart(64, '0');
  const time = new Date(begin + at * 60_000).toISOString();
  const answer: Answer = {
    id,
    site: pick(['chatgpt', 'chatgpt', 'claude', 'gemini', 'copilot']),
    url: `https://chat.example/c/${at}`,
    title: prose(30, han),
    conversation: { id: `c${at}` },
    message: { id: `m${at}`, ordinal: 1, variant: null },
    provider: null,
    model: at % 50 === 3 ? 'rare-model' : pick(['large', 'small']),
    origin: 'https://chat.example',
    prompt: [{ role: 'user', text: prose(100 + Math.floor(random() * 300), han) }],
    promptComplete: true,
    thinking: null,
    text,
    markdown: text,
    evidence: [],
    detectedBy: { kind: 'adapter', id: 'chatgpt', score: 9, reasons: ['its own marks'] },
    capturedAt: time,
    textHash: id,
    aliases: [],
  };
  const review: Review = {
    id: idAt(at),
    answerId: id,
    revision: 1,
    reviewer: { id: 'reviewer-1', role: 'reviewer', name: pick(['Ann', 'Bo', 'Cho']) },
    rating: at % 3 ? 1 : -1,
    scores: {},
    flags: at % 5 ? [] : [{ id: 'f1', category: pick(['wrong', 'unsafe', 'style']), severity: 'major' }],
    correction: at % 10 ? null : { markdown: text.slice(0, -20) },
    decision: null,
    escalation: null,
    note: at % 7 ? '' : prose(80, han),
    timing: { shownAt: null, startedAt: time, decidedAt: time, activeMs: 4000 },
    rubric: { id: 'default', version: '1' },
    policyVersion: null,
    status: 'final',
    createdAt: time,
    updatedAt: time,
  };
  return { answer, review };
}

/** Fills the database, 1,000 reviews a transaction; ms. */
async function fill(from: number, to: number): Promise<number> {
  const begun = performance.now();
  for (let at = from; at < to; at += 1000) {
    const some = Array.from({ length: Math.min(1000, to - at) }, (_, index) => made(at + index));
    await store.write(['answers', 'reviews', ...headTables], async (tx, sound) => {
      const moves = new Moves();
      const puts = some.flatMap(({ answer, review }) => {
        const head = headOf(answer, review, false);
        moves.add(head, 1);
        return [
          tx.objectStore('answers').put({ ...answer, promptHash: answer.textHash }),
          tx.objectStore('reviews').put(review),
          tx.objectStore('heads').put(head),
          tx.objectStore('unindexed').put({ id: head.id, stamp: '' }),
        ];
      });
      await Promise.all([...puts, moves.write(tx, sound)]);
    });
  }
  return performance.now() - begun;
}

/** Indexes all words; ms. */
async function index(): Promise<number> {
  const begun = performance.now();
  await indexWaiting(store, 1);
  return performance.now() - begun;
}

/** What one step took in the three ways, ms: the middle of its rounds. `dexie` is null where it has nothing to compare. */
export interface Measured {
  name: string;
  ours: number;
  raw: number;
  dexie: number | null;
}

type Way = (round: number) => Promise<unknown>;

/** `times`: what takes less than the clock can tell is done so often in each round. */
async function measured(
  name: string,
  { rounds, times = 1, dexieRounds = rounds }: { rounds: number; times?: number; dexieRounds?: number },
  ours: Way,
  raw: Way,
  dexie: Way | null,
): Promise<Measured> {
  const taken: number[][] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    // In turn, so that none is always the one that finds a warm cache.
    for (let step = 0; step < 3; step++) {
      const which = (round + step) % 3;
      const way = [ours, raw, dexie][which];
      if (!way || (which === 2 && round >= dexieRounds)) continue;
      const begun = performance.now();
      for (let time = 0; time < times; time++) await way(round * times + time);
      taken[which]!.push((performance.now() - begun) / times);
    }
  }
  const middle = (all: number[]): number => all.toSorted((one, other) => one - other)[all.length >> 1] ?? NaN;
  return { name, ours: middle(taken[0]!), raw: middle(taken[1]!), dexie: dexie ? middle(taken[2]!) : null };
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
  });
const complete = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.addEventListener('complete', () => resolve());
    tx.addEventListener('abort', () => reject(tx.error ?? new Error('aborted')));
  });

/** The id of the review that `made` makes. */
const idAt = (at: number): string => `019b7000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;

/** Measures everything on a database of `count` reviews, with `count - 1` the newest. */
async function measure(count: number): Promise<Measured[]> {
  const db = await done(indexedDB.open('bluepencil'));
  const dexie = await new Dexie('bluepencil', { chromeTransactionDurability: 'strict' }).open();
  const heads = dexie.table<{ id: string; answerId: string }>('heads');
  const read = (...tables: string[]) => db.transaction(tables, 'readonly');
  const page = async (index: string, range: IDBKeyRange | null): Promise<unknown> =>
    done(read('heads').objectStore('heads').index(index).getAll(range, limit));
  const under = (value: string): IDBKeyRange => IDBKeyRange.bound([value], [value, []]);
  const all: Measured[] = [];

  const list = async (filter: ReviewFilter) => listReviews(store, { filter, limit });
  all.push(
    await measured(
      'first page',
      { rounds: 31 },
      () => list({}),
      () => page('byOrder', null),
      () => heads.orderBy('[order+id]').limit(limit).toArray(),
    ),
    await measured(
      'filter: one model in 50',
      { rounds: 31 },
      () => list({ model: ['rare-model'], site: ['chatgpt', 'claude', 'gemini', 'copilot'] }),
      () => page('byModel', under('rare-model')),
      () => heads.where('[model+order+id]').between(['rare-model'], ['rare-model', []]).limit(limit).toArray(),
    ),
    await measured(
      'count: all that can be filtered by',
      { rounds: 31, times: 10 },
      () => countFacets(store),
      () => done(read('counts').objectStore('counts').getAll()),
      () => dexie.table('counts').toArray(),
    ),
  );

  const searches: [string, string, string[], number][] = [
    ['search: a rare word', 'needleword', ['needleword'], 1],
    ['search: a common word', wordAt(0), [wordAt(0)], 3],
    ['search: two words', `${wordAt(40)} ${wordAt(400)}`, [wordAt(40), wordAt(400)], 1],
    ['search: two Han characters', '\u4e05\u4e09', ['\u4e05\u4e09'], 1],
  ];
  for (const [name, text, terms, rounds] of searches) {
    const { rows } = await list({ text });
    const ids = rows.map(({ id }) => id);
    const raw = async (): Promise<void> => {
      const tx = read('heads', 'segments', 'words');
      const words = tx.objectStore('words');
      await Promise.all([
        done(tx.objectStore('segments').getAll()),
        ...terms.map((term) => done(words.getAll(IDBKeyRange.bound([bucketOf(term)], [bucketOf(term), []])))),
      ]);
      await Promise.all(ids.map((id) => done(tx.objectStore('heads').get(id))));
    };
    // Without an index of words: newest first, each answer read until the page is full.
    const through = async (): Promise<unknown> => {
      const found: unknown[] = [];
      await dexie.transaction('r', ['heads', 'answers'], async () => {
        for (let offset = 0; found.length < limit;) {
          const some = await heads.orderBy('[order+id]').offset(offset).limit(500).toArray();
          const answers = await dexie.table<Answer>('answers').bulkGet(some.map(({ answerId }) => answerId));
          for (const answer of answers) if (answer && terms.every((term) => answer.text.toLowerCase().includes(term))) found.push(answer);
          offset += some.length;
          if (some.length < 500) return;
        }
      });
      return found;
    };
    all.push(await measured(`${name} (${ids.length} rows)`, { rounds: 15, dexieRounds: rounds }, () => list({ text }), raw, through));
  }

  // Made before: the clock is for the database.
  const writes = 31;
  const each = <T>(make: (round: number) => T): T[] => Array.from({ length: writes }, (_, round) => make(round));
  const inserts = {
    ours: each((round) => act(count + round, { kind: 'rate', rating: 1 })),
    raw: each((round) => rowsOf(count + 1000 + round, 1)),
    dexie: each((round) => rowsOf(count + 2000 + round, 1)),
  };
  const deletes = {
    ours: each((round) => act(round * 31, { kind: 'withdraw' })),
    raw: each((round) => rowsOf(round * 31 + 1, 2)),
    dexie: each((round) => rowsOf(round * 31 + 2, 2)),
  };
  all.push(
    await measured(
      'open one',
      { rounds: 31, times: 10 },
      (round) => readReview(store, idAt((round * 7919) % count)),
      async (round) => {
        const id = idAt((round * 7919 + 13) % count);
        const tx = read('heads', 'answers', 'reviews', 'drafts', 'preferences', 'meta');
        const head = (await done(tx.objectStore('heads').get(id))) as { answerId: string };
        await Promise.all([
          done(tx.objectStore('answers').get(head.answerId)),
          done(
            tx
              .objectStore('reviews')
              .index('byAnswer')
              .getAll(IDBKeyRange.bound([head.answerId], [head.answerId, []])),
          ),
          done(tx.objectStore('drafts').get(head.answerId)),
          done(tx.objectStore('preferences').index('byAnswer').getAll(head.answerId)),
          done(tx.objectStore('meta').get('settings')),
        ]);
      },
      async (round) => {
        const head = await heads.get(idAt((round * 7919 + 29) % count));
        await Promise.all([
          dexie.table('answers').get(head!.answerId),
          dexie.table('reviews').where('[answerId+revision]').between([head!.answerId], [head!.answerId, []]).toArray(),
        ]);
      },
    ),
    await measured(
      'insert one',
      { rounds: writes },
      (round) => changeReview(store, inserts.ours[round]!),
      (round) => writeRaw(db, inserts.raw[round]!),
      (round) => writeDexie(dexie, inserts.dexie[round]!),
    ),
    await measured(
      'delete one',
      { rounds: writes },
      (round) => changeReview(store, deletes.ours[round]!),
      (round) => writeRaw(db, deletes.raw[round]!),
      (round) => writeDexie(dexie, deletes.dexie[round]!),
    ),
  );
  db.close();
  dexie.close();
  return all;
}

function act(at: number, change: { kind: 'rate'; rating: 1 } | { kind: 'withdraw' }): ChangeRequest {
  const { answer, review } = made(at);
  const { reviewer, rubric } = review;
  return { answerId: answer.id, answer, change, final: true, reviewer, rubric, now: Date.now(), destinationIds: [] };
}

type Row = [table: string, row: object];

/** What an act of the bare way and of Dexie's is about. */
interface Act {
  answer: Answer;
  /** The review's id. */
  id: string;
  /** The values of the counts that move, with their kinds. */
  counted: [kind: string, value: string][];
  rows: Row[];
}

/**
 * What an act writes, as rows: the answer where it is new, a revision, its row of the list, counts, an entry of the record. The bare way asks, all
 * at once, for what nobody can do without: is the answer known (by its id, another id, its message, its prompt), what was said of it before, what
 * do the counts say, where does the record end. Then it puts rows of the same sizes and commits, in one strict transaction. It checks nothing of
 * what it reads, and hashes nothing.
 */
function rowsOf(at: number, revision: 1 | 2): Act {
  const { answer, review: first } = made(at);
  const review: Review = { ...first, revision, updatedAt: new Date().toISOString(), status: revision === 1 ? 'final' : 'withdrawn' };
  const head = headOf(answer, review, false);
  const counted: Act['counted'] = [
    ['status', review.status],
    ['site', head.site],
    ['verdict', 'up'],
    ['model', String(head.model)],
    ['reviewer', head.reviewer],
  ];
  const rows: Row[] = [
    ...(revision === 1 ? ([['answers', { ...answer, promptHash: answer.textHash }]] as Row[]) : []),
    ['reviews', review],
    ['heads', head],
    ['unindexed', { id: review.id, stamp: crypto.randomUUID() }],
    ...counted.map(([kind, value]): Row => ['counts', { kind: `bench-${kind}`, value, n: at + 1 }]),
    [
      'audit',
      { seq: 1e9 + at * 4 + revision, line: 'x'.repeat(700), salts: { review: 'y'.repeat(32), answer: 'z'.repeat(32) }, about: review.id },
    ],
    ['meta', { key: 'bench', value: 'x'.repeat(150) }],
  ];
  return { answer, id: review.id, counted, rows };
}

/** The tables that an act reads or writes. */
const actTables = ['answers', 'reviews', 'drafts', 'heads', 'unindexed', 'counts', 'audit', 'meta'];

async function writeRaw(db: IDBDatabase, { answer, id, counted, rows }: Act): Promise<void> {
  const tx = db.transaction(actTables, 'readwrite', { durability: 'strict' });
  const answers = tx.objectStore('answers');
  await Promise.all([
    done(answers.get(answer.id)),
    done(answers.index('byAlias').get(answer.id)),
    done(answers.index('byMessage').getAllKeys([answer.origin, answer.message.id!])),
    done(answers.index('byPrompt').getAllKeys([answer.origin, answer.textHash])),
    done(
      tx
        .objectStore('reviews')
        .index('byAnswer')
        .openCursor(IDBKeyRange.bound([answer.id], [answer.id, []]), 'prev'),
    ),
    done(tx.objectStore('drafts').get(answer.id)),
    done(tx.objectStore('heads').get(id)),
    ...counted.map((key) => done(tx.objectStore('counts').get(key))),
    done(tx.objectStore('audit').openCursor(null, 'prev')),
    done(tx.objectStore('meta').get('audit')),
  ]);
  for (const [table, row] of rows) tx.objectStore(table).put(row);
  tx.commit();
  await complete(tx);
}

async function writeDexie(dexie: Dexie, { answer, id, counted, rows }: Act): Promise<void> {
  await dexie.transaction('rw', actTables, async () => {
    const answers = dexie.table('answers');
    await Promise.all([
      answers.get(answer.id),
      answers.where('aliases').equals(answer.id).first(),
      answers.where('[origin+message.id]').equals([answer.origin, answer.message.id!]).primaryKeys(),
      answers.where('[origin+promptHash]').equals([answer.origin, answer.textHash]).primaryKeys(),
      dexie.table('reviews').where('[answerId+revision]').between([answer.id], [answer.id, []]).last(),
      dexie.table('drafts').get(answer.id),
      dexie.table('heads').get(id),
      ...counted.map((key) => dexie.table('counts').get(key)),
      dexie.table('audit').orderBy('seq').last(),
      dexie.table('meta').get('audit'),
    ]);
    await Promise.all(rows.map(([table, row]) => dexie.table(table).put(row)));
  });
}

/** A job that runs in the page: how it ended, once it has. */
type Ended<T> = { value: T } | { error: string };

let ended: Ended<unknown> | null = null;

const jobs = { fill, index, measure };

/** What the bench calls from outside. No call may last as long as filling the database does: a job is begun, and then asked for. */
const bench = {
  begin(name: keyof typeof jobs, ...numbers: number[]): void {
    ended = null;
    const job = jobs[name] as (...numbers: number[]) => Promise<unknown>;
    job(...numbers).then(
      (value) => (ended = { value }),
      (error: unknown) => (ended = { error: `${String(error)} ${error instanceof Error ? (error.stack ?? '') : ''}` }),
    );
  },
  ended: (): Ended<unknown> | null => ended,
};

export type Bench = typeof bench;

Object.assign(globalThis, { bench });
