/** What the record says of reviews, preferences and settings. Words that people or models wrote stand in it as salted hashes only. */
import { digest } from '../audit/entry.ts';
import type { AuditType, Json } from '../model/audit.ts';
import type { Answer } from '../model/answer.ts';
import type { Policy } from '../model/policy.ts';
import type { Preference } from '../model/preference.ts';
import type { Review, ReviewChange } from '../model/review.ts';
import type { Settings } from '../model/settings.ts';
import { idempotencyKey } from './batchKey.ts';
import type { Noted } from './record.ts';
import type { Settlement } from './settle.ts';

/** A new revision of a review; `before` is the newest one until now. */
export function reviewNoted(change: ReviewChange, review: Review, before: Review | null, answer: Answer): Noted {
  const { id, revision, status, rating, decision, flags, correction, rubric, policyVersion, timing } = review;
  const { site, provider, model } = answer;
  return {
    type: reviewType(change, review, before),
    by: actor(review.reviewer),
    facts: {
      review: id,
      revision,
      act: change.kind,
      status,
      rating,
      decision,
      flags: flags.map(({ category, severity }) => ({ category: short(category), severity })),
      corrected: correction !== null,
      rubric: { id: rubric.id, version: rubric.version },
      policyVersion,
      activeMs: Math.round(timing.activeMs),
      site,
      provider: short(provider),
      model: short(model),
    },
    content: { review: asJson(review), answer: answerContent(answer) },
    about: id,
  };
}

/** A new revision of a preference. */
export function preferenceNoted(act: 'prefer' | 'undo' | 'withdraw', preference: Preference, [one, other]: [Answer, Answer]): Noted {
  const { id, revision, status, better, rubric, policyVersion } = preference;
  const created = revision === 1 ? 'preference.created' : 'preference.updated';
  return {
    type: status === 'withdrawn' ? 'preference.withdrawn' : act === 'undo' ? 'preference.undone' : created,
    by: actor(preference.reviewer),
    facts: {
      preference: id,
      revision,
      act,
      status,
      better: better === null ? null : better === one.id ? 'first' : 'second',
      rubric: { id: rubric.id, version: rubric.version },
      policyVersion,
      site: one.site,
    },
    content: { preference: asJson(preference), first: answerContent(one), second: answerContent(other) },
    about: id,
  };
}

/** What changed in the settings, one entry each for policy, role and all the rest; nothing where nothing did. */
export function settingsNoted(before: Settings, after: Settings): Noted[] {
  const by = actor(after.reviewer);
  const noted: Noted[] = [];
  if (!same(before.policy, after.policy))
    noted.push({ type: 'policy.changed', by, facts: { from: 'person', ...policyFacts(after.policy) } });
  if (before.reviewer.role !== after.reviewer.role)
    noted.push({ type: 'role.changed', by, facts: { before: before.reviewer.role, after: after.reviewer.role } });
  const parts = (['destinations', 'sites', 'adapters', 'keys', 'retention', 'holds', 'privacy'] as const).filter(
    (part) => !same(before[part], after[part]),
  ) as string[];
  if (before.reviewer.name !== after.reviewer.name) parts.push('name');
  if (parts.length > 0) noted.push({ type: 'settings.changed', by, facts: { parts, ...destinationFacts(parts, after) } });
  return noted;
}

/** What an endpoint said about a batch: which events it has, which it refused for good, and its word on the record. */
export function receiptsNoted({
  batch,
  accepted,
  rejected,
  receipt,
}: Pick<Settlement, 'batch' | 'accepted' | 'rejected' | 'receipt'>): Noted[] {
  const about = { destination: batch.destinationId, batch: idempotencyKey(batch) };
  const idsOf = (items: { id: string }[]): string[] => items.map(({ id }) => id);
  const noted: Noted[] = [];
  const entry = (type: AuditType, facts: Record<string, Json>): void => void noted.push({ type, by: null, facts: { ...about, ...facts } });
  if (accepted.length > 0) {
    const stored = accepted.filter(({ duplicate }) => !duplicate);
    const duplicate = accepted.filter((item) => item.duplicate);
    entry('sync.ack', { stored: idsOf(stored), duplicate: idsOf(duplicate) });
  }
  const refused = rejected.filter(({ retryable }) => !retryable);
  if (refused.length > 0) entry('sync.reject', { refused: idsOf(refused) });
  if (receipt) entry('chain.anchored', { receipt: asJson(receipt) });
  return noted;
}

/** A policy in the record: which one it was can be shown by its file. Null: the default one. */
export const policyFacts = (policy: Policy | null): Record<string, Json> => ({
  version: policy?.version ?? null,
  sha256: policy && digest(asJson(policy)),
});

/** A reviewer without the name. */
export const actor = ({ id, role }: { id: string; role: string }): { id: string; role: string } => ({ id, role });

/** What was seen of an answer. Fields are named: those that later versions add, and the ids that an answer gets later, change nothing. */
export const answerContent = ({ text, markdown, prompt, thinking, url, origin, model, provider, capturedAt }: Answer): Json => ({
  text,
  markdown,
  prompt: prompt.map((turn) => ({ role: turn.role, text: turn.text })),
  thinking,
  url,
  origin,
  model,
  provider,
  capturedAt,
});

/** Names come from pages, which may put anything there. */
const short = (name: string | null): string | null => name && name.slice(0, 100).toWellFormed();

/** Plain data of ours as JSON: interfaces have no index signature. */
export const asJson = (value: object): Json => value as Json;

/** What was done, the weightiest first: who looks for decisions finds all of them under one name. */
function reviewType({ kind }: ReviewChange, { status, decision, revision }: Review, before: Review | null): AuditType {
  if (status === 'withdrawn') return 'review.withdrawn';
  if (kind === 'undo') return 'review.undone';
  if (decision !== null && decision !== (before?.decision ?? null)) return decision === 'escalate' ? 'review.escalated' : 'review.decided';
  return revision === 1 ? 'review.created' : 'review.updated';
}

function destinationFacts(parts: string[], { destinations }: Settings): Record<string, Json> {
  if (!parts.includes('destinations')) return {};
  return { destinations: destinations.map(({ id, approved, paused }) => ({ id, approved, paused })) };
}

const same = (one: object | null, other: object | null): boolean =>
  one === other || digest(one && asJson(one)) === digest(other && asJson(other));
