/** One function a version, from 1. Released ones are never edited: a database may stand at any of them. */
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Tables } from './tables.ts';

type Upgrade = (db: IDBPDatabase<Tables>, tx: IDBPTransaction<Tables, StoreNames<Tables>[], 'versionchange'>) => void;

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
];
