/** One function a version, from 1. Released ones are never edited: a database may stand at any of them. */
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { withDestinations } from '../schema/settings.ts';
import { fillCounts, indexOf } from './heads.ts';
import type { Writing } from './open.ts';
import type { Tables } from './tables.ts';

type Upgrade = (db: IDBPDatabase<Tables>, tx: IDBPTransaction<Tables, StoreNames<Tables>[], 'versionchange'>) => void | Promise<void>;

/** `migrations[n]` brings a database from version n to n + 1. The version of the code is their number. */
export const migrations: Upgrade[] = [
  function toVersion1(db) {
    const answers = db.createObjectStore('answers', { keyPath: 'id' });
    answers.createIndex('byAlias', 'aliases', { multiEntry: true });
    answers.createIndex('byMessage', ['origin', 'message.id']);
    answers.createIndex('byPrompt', ['origin', 'promptHash']);
    answers.createIndex('byCaptured', ['capturedAt', 'id']);
    answers.createIndex('bySite', 'site');
    const reviews = db.createObjectStore('reviews', { keyPath: ['id', 'revision'] });
    reviews.createIndex('byAnswer', ['answerId', 'revision']);
    db.createObjectStore('drafts', { keyPath: 'answerId' });
    const heads = db.createObjectStore('heads', { keyPath: 'id' });
    heads.createIndex('byOrder', ['order', 'id']);
    heads.createIndex('byStatus', 'status');
    const outbox = db.createObjectStore('outbox', { keyPath: 'key' });
    outbox.createIndex('bySeq', ['destinationId', 'state', 'seq']);
    outbox.createIndex('byReview', ['destinationId', 'reviewId']);
    outbox.createIndex('byDestination', 'destinationId');
    const batches = db.createObjectStore('batches', { keyPath: 'id' });
    batches.createIndex('bySeq', ['destinationId', 'seq']);
    const receipts = db.createObjectStore('receipts', { keyPath: 'key' });
    receipts.createIndex('byReview', ['destinationId', 'reviewId']);
    db.createObjectStore('quarantine', { keyPath: 'id' });
    db.createObjectStore('meta', { keyPath: 'key' });
    db.createObjectStore('secrets', { keyPath: 'key' });
  },
  function toVersion2(db) {
    const preferences = db.createObjectStore('preferences', { keyPath: ['id', 'revision'] });
    preferences.createIndex('byAnswer', 'answerIds', { multiEntry: true });
  },
  function toVersion3(db) {
    db.createObjectStore('audit', { keyPath: 'seq' }).createIndex('byAbout', 'about');
  },
  function toVersion4(db, tx) {
    db.createObjectStore('counts', { keyPath: ['kind', 'value'] });
    db.createObjectStore('unindexed', { keyPath: 'id' });
    db.createObjectStore('segments', { keyPath: 'id' }).createIndex('byReview', 'reviews', { multiEntry: true });
    db.createObjectStore('words', { keyPath: ['bucket', 'segment'] });
    const heads = tx.objectStore('heads');
    heads.deleteIndex('byStatus');
    for (const part of ['status', 'site', 'verdict', 'model', 'reviewer'] as const) heads.createIndex(indexOf[part], [part, 'order', 'id']);
    heads.createIndex(indexOf.flag, 'flagKeys', { multiEntry: true });
    return fillCounts(tx as unknown as Writing);
  },
  function toVersion5(_db, tx) {
    const answers = tx.objectStore('answers');
    answers.createIndex('byOrigin', ['origin', 'capturedAt']);
    answers.createIndex('byConversation', ['origin', 'conversation.id', 'capturedAt']);
  },
  function toVersion6(_db, tx) {
    // Rows without tags have no key of it: an older list needs no other row.
    tx.objectStore('heads').createIndex(indexOf.tag, 'tagKeys', { multiEntry: true });
  },
  function toVersion7(db, tx) {
    db.createObjectStore('masks', { keyPath: 'conversation' });
    tx.objectStore('answers').createIndex('byAddress', ['origin', 'url']);
  },
  async function toVersion8(_db, tx) {
    const settings = await tx.objectStore('meta').get('settings');
    if (settings) await tx.objectStore('meta').put({ ...settings, value: withDestinations(settings.value) });
  },
];
