/** What checking a signature came to: the C2PA reader's report, in the few things that a person needs to know. */
import { madeBy } from '../sourceType.ts';

/**
 * `valid`: the file is as it was signed, and the signer's certificate leads to the trust list. `unknown`: the same, but nobody on the list
 * vouches for the signer, so that the name can be anybody's. `invalid`: the file or its credentials were changed, or the certificate was not good then.
 */
export type SignatureState = 'valid' | 'unknown' | 'invalid';

export interface Verdict {
  state: SignatureState;
  /** Organisation and name in the certificate. */
  issuer: string | null;
  signer: string | null;
  /** RFC 3339, from a time stamp that leads to the list of time stampers; null without one. */
  signedAt: string | null;
  /** The tool that wrote the credentials. */
  tool: string | null;
  /** What the signed actions say; `ingredient-ai`: only those of something that the picture was made from. */
  made: 'ai' | 'ingredient-ai' | 'human' | null;
  /** `c2pa.created, trainedAlgorithmicMedia, DALL·E`: the active manifest's actions, at most 20. */
  actions: string[];
  /** The specification's codes for what is wrong, with the reader's words. */
  problems: string[];
}

/** PEM of those who may vouch for signers, and for time stampers. */
export interface TrustLists {
  signers: string;
  stamps: string;
}

/**
 * The reader's settings, as JSON: it asks nobody, follows no address in the file. Those who vouch for time stamps alone are its "user" anchors: it
 * says which of the two it found, and a time stamper's root may not make a signer known.
 */
export const readerSettings = ({ signers, stamps }: TrustLists): string =>
  JSON.stringify({
    trust: { trust_anchors: signers, user_anchors: stamps },
    verify: {
      verify_after_reading: true,
      verify_trust: true,
      verify_timestamp_trust: true,
      remote_manifest_fetch: false,
      ocsp_fetch: false,
    },
  });

interface Status {
  code: string;
  /** What of the store it speaks of; identities of other kinds have signatures of their own. */
  url?: string;
  explanation?: string;
}
interface Action {
  action?: string;
  digitalSourceType?: string;
  softwareAgent?: string | { name?: string };
}
interface Manifest {
  claim_generator?: string;
  claim_generator_info?: { name?: string }[];
  assertions?: { label: string; data?: { actions?: Action[] } }[];
  signature_info?: { issuer?: string; common_name?: string; time?: string };
}
/** What of the reader's report is used. https://opensource.contentauthenticity.org/docs/manifest/json-ref/reader */
export interface ManifestReport {
  active_manifest?: string;
  manifests?: Record<string, Manifest>;
  validation_state?: string;
  validation_results?: { activeManifest?: { success?: Status[]; failure?: Status[] } };
}

export function verdictOf(report: ManifestReport): Verdict {
  const manifests = report.manifests ?? {};
  const active = manifests[report.active_manifest ?? ''] ?? {};
  const { success = [], failure = [] } = report.validation_results?.activeManifest ?? {};
  const known = success.some(
    ({ code, url, explanation }) =>
      code === 'signingCredential.trusted' && url?.endsWith('/c2pa.signature') && explanation?.includes('System trust anchors'),
  );
  const wrong = failure.filter(({ code }) => code !== 'signingCredential.untrusted');
  const intact = (report.validation_state === 'Trusted' || report.validation_state === 'Valid') && wrong.length === 0;
  const { issuer = null, common_name: signer = null, time = null } = active.signature_info ?? {};
  const actions = actionsOf(active);
  const before = Object.values(manifests).filter((manifest) => manifest !== active);
  return {
    state: intact ? (known ? 'valid' : 'unknown') : 'invalid',
    issuer,
    signer,
    // The reader tells the time of a stamp that anybody made as well.
    signedAt: success.some(({ code }) => code === 'timeStamp.trusted') ? time : null,
    tool: active.claim_generator_info?.[0]?.name ?? active.claim_generator ?? null,
    made: says(actions, 'ai') ? 'ai' : says(before.flatMap(actionsOf), 'ai') ? 'ingredient-ai' : says(actions, 'human') ? 'human' : null,
    actions: actions.slice(0, 20).map(words),
    problems: wrong.slice(0, 10).map(({ code, explanation }) => (explanation ? `${code}: ${explanation}` : code)),
  };
}

const actionsOf = ({ assertions = [] }: Manifest): Action[] =>
  assertions.flatMap(({ label, data }) => (label.startsWith('c2pa.actions') ? (data?.actions ?? []) : []));

const says = (actions: Action[], who: 'ai' | 'human'): boolean =>
  actions.some(({ digitalSourceType: type }) => type !== undefined && madeBy(type) === who);

function words({ action, digitalSourceType, softwareAgent }: Action): string {
  const agent = typeof softwareAgent === 'string' ? softwareAgent : softwareAgent?.name;
  return [action, digitalSourceType?.split('/').at(-1), agent].filter(Boolean).join(', ');
}
