/** The record of what was done: a chain of entries, each bound to the one before by its hash. */

/** What an entry says was done. Content stands in it as salted hashes only. */
export const auditTypes = [
  /** The first entry of a store. */
  'chain.started',
  /** The entries before could not be continued: the browser lost them, or they were changed. */
  'chain.reset',
  /** Another record is known to have been here, up to an entry. */
  'chain.lost',
  /** An endpoint countersigned the record up to an entry. */
  'chain.anchored',
  'review.created',
  'review.updated',
  'review.decided',
  'review.escalated',
  'review.undone',
  'review.withdrawn',
  'preference.created',
  'preference.updated',
  'preference.undone',
  'preference.withdrawn',
  'sync.ack',
  'sync.reject',
  /** What colleagues wrote came from a destination. */
  'sync.received',
  'export',
  'policy.changed',
  'role.changed',
  'settings.changed',
  'erase',
  /** Reviews came back from a backup. */
  'restore',
] as const;
export type AuditType = (typeof auditTypes)[number];

/** What JSON can hold; undefined members are left out. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** One link, without what chains it. It holds no text of an answer, a review or a page. */
export interface AuditEntry {
  /** The version of this shape. */
  v: 1;
  /** 1 for the first; no number is left out. */
  seq: number;
  type: AuditType;
  /** RFC 3339 with milliseconds, UTC; the clock of this computer. */
  at: string;
  /** Who did it, pseudonymous; null: the program by itself. */
  by: { id: string; role: string } | null;
  /** Ids, numbers and names of the rubric: what the entry says in clear. Numbers are whole. */
  facts: { readonly [key: string]: Json | undefined };
  /** Name → salted SHA-256 of what was said or seen (hex). The salts stand beside the entry and can be erased. */
  content: Record<string, string>;
}

/** An entry as it stands in the chain; its line of a saved record is the canonical JSON of this. */
export interface LinkedEntry extends AuditEntry {
  /** Hex SHA-256 of the entry before; 64 zeros where the chain begins. */
  prevHash: string;
  /** Hex SHA-256 over a tag, `prevHash` as bytes, and the canonical JSON of the entry. */
  hash: string;
}

/** Where a chain ends. Whoever notes it elsewhere can show later that everything up to here was not changed. */
export interface AuditHead {
  /** UUIDv7 of the chain, from its first entry. */
  chain: string;
  seq: number;
  /** Hex. */
  hash: string;
}

/** What an endpoint gives back that countersigns: its word that it saw this head at that time. */
export interface Countersignature {
  chain: string;
  seq: number;
  /** The hash of entry `seq`, hex. */
  head: string;
  /** RFC 3339; the clock of the endpoint. */
  at: string;
  /** The endpoint's public key: 32 bytes of Ed25519 in base64. */
  key: string;
  /** Ed25519 over a tag and the canonical JSON of chain, seq, head and at: 64 bytes in base64. */
  signature: string;
}

/**
 * What is wrong at an entry. `unreadable`: no entry as we write them · `changed`: its hash is not that of what it says · `missing`: entries before
 * it are not there · `order`: it stands elsewhere · `duplicate`: its number was there before · `unlinked`: it continues another entry than the one
 * before it · `cut`: entries after it are not there · `replaced`: it is another one than was known · `signed-otherwise`: an endpoint countersigned
 * another one.
 */
export type AuditTrouble =
  | 'unreadable'
  | 'changed'
  | 'missing'
  | 'order'
  | 'duplicate'
  | 'unlinked'
  | 'cut'
  | 'replaced'
  | 'signed-otherwise';

/** What a check of a record came to. */
export interface AuditReport {
  /** Lines that were read, broken ones included. */
  entries: number;
  /** Times of the first and the last readable entry. */
  since: string | null;
  until: string | null;
  /** The last readable entry; null: there is none. */
  head: AuditHead | null;
  /** The first thing that is wrong; null: every entry is as it was written and where it was written. `line` counts from 1. */
  broken: { line: number; seq: number; trouble: AuditTrouble } | null;
  /** How many lines something is wrong with. */
  troubles: number;
  /** Numbers that are not there, ends included. At most 100 are listed. */
  holes: { from: number; to: number }[];
  /** Where the chain began anew, as the record itself says. */
  resets: { seq: number; at: string }[];
  /** Other records that were here, as the record itself says, with the number of their last known entry. */
  lost: { seq: number; entries: number }[];
  /** The newest entry that an endpoint countersigned; `key` is the endpoint's, base64. */
  anchor: { seq: number; at: string; key: string } | null;
  /** Entries after it: nobody but this computer vouches for them. */
  unanchored: number;
  /** Entries with a countersignature that is not valid. */
  badReceipts: number[];
}
