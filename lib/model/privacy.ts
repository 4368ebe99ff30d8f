/** Personal data: its kinds, what a person or an organisation sets about it, and what is kept of one conversation. */
import type { Answer } from './answer.ts';

/** In the order of rank: what overlaps becomes one mask, named after the kind that stands first here. */
export const kinds = [
  'hidden',
  'private-key',
  'credentials',
  'jwt',
  'api-key',
  'iban',
  'card',
  'national-id',
  'email',
  'ip',
  'phone',
  'own',
  'word',
] as const;
export type Kind = (typeof kinds)[number];

/** An expression of the person's or organisation's own; its syntax stands in `lib/privacy/pattern.ts`. `label` names its placeholders. */
export interface OwnPattern {
  label: string;
  pattern: string;
  anyCase?: boolean;
}

/** Names and words that may not leave. */
export interface WordList {
  label: string;
  words: string[];
}

/** What is looked for. */
export interface PrivacyRules {
  /** Kinds that are not looked for. */
  off?: readonly Kind[];
  /** ISO 3166-1 countries whose phone numbers may stand without a plus sign, the likeliest first. */
  regions?: readonly string[];
  own?: readonly OwnPattern[];
  words?: readonly WordList[];
  /** What is never masked, however it is found, but by hand: the address that stands on every page of a company. */
  allowed?: readonly string[];
}

/** What a person sets. */
export interface Privacy {
  /** Whether what is sent is masked. */
  send: 'masked' | 'whole';
  off: Kind[];
  regions: string[];
  own: OwnPattern[];
  words: WordList[];
  allowed: string[];
}

/** What a policy fixes. */
export interface FixedPrivacy extends Privacy {
  /** `masked`: every export; `choice`: the person chooses for each one. */
  export: 'masked' | 'choice';
  /** `masked`: what is found is masked before it is stored in this browser, and nobody can bring it back. */
  store: 'masked' | 'whole';
}

/** What counts now, and who set it; `wrong`: the organisation's policy cannot be read, and nobody may slip out of it. */
export interface PrivacyInForce extends FixedPrivacy {
  by: 'organisation' | 'person' | 'default' | 'wrong';
}

export const defaultPrivacy: Privacy = { send: 'masked', off: [], regions: [], own: [], words: [], allowed: [] };

/** What a person changed in the masks of a conversation. */
export interface MaskChoices {
  /** Values that stay as they are, as a find has them. */
  shown?: readonly string[];
  /** Words that are masked wherever they stand. */
  hidden?: readonly string[];
}

/** Which placeholder stands for which value. It holds what was masked: it stays where the conversation is kept, and goes with it. */
export type Ledger = Record<string, string>;

/** Origin, the conversation's id, and where it has none the address of its page: by its beginnings a site or a conversation is found. */
export type ConversationKey = [origin: string, id: string, address: string];

/** What is kept of one conversation, so that the same thing has the same placeholder whenever something of it leaves. */
export interface Masks {
  conversation: ConversationKey;
  ledger: Ledger;
  shown: string[];
  hidden: string[];
}

/** One thing that was masked, for a person who looks over what leaves. */
export interface MaskedValue {
  /** `[EMAIL_1]` */
  placeholder: string;
  kind: Kind;
  /** A vendor, a country's number, the label of a list. */
  rule: string;
  /** The same for every way to write the same thing. */
  value: string;
  /** As it is written where it stands first. */
  written: string;
  times: number;
}

/** To which conversation an answer belongs. Without an id whatever has the same address is one. */
export const conversationOf = ({ origin, conversation: { id }, url }: Pick<Answer, 'origin' | 'conversation' | 'url'>): ConversationKey =>
  id ? [origin, id, ''] : [origin, '', url];

/** One choice of a person about what leaves: `value` is a find's value; to hide, words as they are written. */
export interface MaskChoice {
  conversations: ConversationKey[];
  /** `show`: it stays as it is, or is hidden by hand no longer · `mask`: as found again · `hide`: these words are masked wherever they stand. */
  act: 'show' | 'mask' | 'hide';
  value: string;
}

/** Nothing was masked yet. */
export const noMasks = (conversation: ConversationKey): Masks => ({ conversation, ledger: {}, shown: [], hidden: [] });
