/**
 * Content Credentials (C2PA 2.4): whether they are there, and whether an action in them says that AI made the picture or a part of it. Read, not
 * verified. Cameras and newsrooms sign as well: only a digital source type says who made it. https://spec.c2pa.org
 */
import { madeBy } from '../sourceType.ts';
import { isMap, readManifests } from './jumbf.ts';
import { mark, type ImageMark } from './marks.ts';

const rule = 'image-c2pa@2026-04-01';

/** One mark for a manifest store; none for bytes that are no store. */
export function marksOfManifest(store: Uint8Array): ImageMark[] {
  const manifests = readManifests(store);
  if (!manifests) return [];
  // The active manifest is the last; the others tell what the picture was made from.
  const actions = manifests.toReversed().flatMap((manifest) => manifest.actions);
  const saying = (who: 'ai' | 'human') => actions.find(({ digitalSourceType: type }) => typeof type === 'string' && madeBy(type) === who);
  const [ai, human] = [saying('ai'), saying('human')];
  if (ai) return [mark('credentials-ai', 'declared', rule, described(ai))];
  if (human) return [mark('credentials-human', 'declared', rule, described(human))];
  return [mark('credentials', 'declared', rule, actions[0] ? described(actions[0]) : (manifests.at(-1)?.label ?? 'c2pa'))];
}

/** What of an action tells who did what, as JSON: it stands in the file as CBOR. */
function described({ action, digitalSourceType, softwareAgent }: Record<string, unknown>): string {
  const agent = isMap(softwareAgent) ? { name: softwareAgent.name, version: softwareAgent.version } : softwareAgent;
  return JSON.stringify({ action, digitalSourceType, softwareAgent: agent });
}
