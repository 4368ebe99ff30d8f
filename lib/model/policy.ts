/** What an organisation fixes, or a person who works alone sets: what is judged, who may decide what, and what must be reviewed. */
import type { Hold, RetentionRule } from './erase.ts';
import type { FixedPrivacy } from './privacy.ts';
import type { Decision } from './review.ts';
import { defaultRubric, type Rubric } from './rubric.ts';

/** Which decisions a kind of reviewer may take. */
export interface Role {
  id: string;
  /** Absent: the translated word where it is one of ours, else the id. */
  label?: string;
  may: Decision[];
  /** Reads colleagues' reviews before their own is final; absent: does not. */
  seesAll?: boolean;
}

/** An answer must be reviewed when its host is listed, or when it holds one of the words. */
export interface Requirement {
  /** Host names, such as `chatgpt.com`; `*.example.com` is that host and those below it, `*` every host. */
  hosts?: string[];
  /** Whole words, in any case. */
  words?: string[];
}

export interface Policy {
  /** Null: nobody fixed anything. It is kept with each review. */
  version: string | null;
  rubric: Rubric;
  /** At least one. */
  roles: Role[];
  /** The role of everybody who has this policy; absent: each person says their own. */
  reviewerRole?: string;
  /** People or roles whom answers can be escalated to; with none the reviewer writes a name. */
  escalateTo: string[];
  required: Requirement;
  /** When reviews are erased by themselves; absent: each person says. */
  retention?: RetentionRule;
  /** What is under a legal hold. */
  holds?: Hold[];
  /** Absent: each person sets it. */
  privacy?: FixedPrivacy;
}

/** The policy of everybody who was given no other: one role, which may decide everything. */
export const defaultPolicy: Policy = {
  version: null,
  rubric: defaultRubric,
  roles: [{ id: 'reviewer', may: ['approve', 'edit', 'reject', 'escalate'] }],
  escalateTo: [],
  required: {},
};
