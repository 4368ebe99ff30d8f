/** JUMBF (ISO 19566-5): boxes in boxes, each with a label. A C2PA manifest store is one, with a box a manifest, with a box an assertion (C2PA 2.4, 11.1). */
import { boxesOf } from './bmff.ts';
import { utf8, zeroAfter } from './bytes.ts';
import { decodeCbor } from './cbor.ts';

export interface Manifest {
  label: string;
  /** The actions of its action assertions, as they stand there. */
  actions: Record<string, unknown>[];
}

/** Manifests and action assertions that are read; real ones have a few, a long history some tens. */
const limits = { manifests: 200, assertions: 50 };

/** The manifests of a store, the active one last; null where the bytes are no manifest store. */
export function readManifests(store: Uint8Array): Manifest[] | null {
  const [outer] = boxesOf(store);
  if (outer?.type !== 'jumb') return null;
  const { label, boxes } = superBox(outer.data);
  if (label !== 'c2pa') return null;
  return boxes()
    .slice(-limits.manifests)
    .map((manifest) => ({ label: manifest.label, actions: actionsOf(manifest.boxes()) }));
}

interface SuperBox {
  label: string;
  /** What is inside, read when it is asked for: a hostile file nests them a million deep. */
  boxes: () => SuperBox[];
  content: { type: string; data: Uint8Array } | null;
}

function actionsOf(parts: SuperBox[]): Record<string, unknown>[] {
  const assertions = parts.filter(({ label }) => label === 'c2pa.assertions').flatMap(({ boxes }) => boxes());
  return assertions
    .filter(({ label }) => /^c2pa\.actions(\.v\d+)?(__\d+)?$/.test(label))
    .slice(0, limits.assertions)
    .flatMap(({ content }) => {
      const value = content?.type === 'cbor' ? decodeCbor(content.data) : content?.type === 'json' ? fromJson(content.data) : undefined;
      const { actions, templates } = (isMap(value) ? value : {}) as { actions?: unknown; templates?: unknown };
      return [actions, templates].flatMap((list) => (Array.isArray(list) ? list.filter(isMap) : []));
    });
}

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A description (16 bytes of type, a byte of flags, a label if they say so), then what it describes. */
function superBox(data: Uint8Array): SuperBox {
  const [description, ...rest] = boxesOf(data);
  if (description?.type !== 'jumd') return { label: '', boxes: () => [], content: null };
  const end = zeroAfter(description.data, 17, description.data.length);
  return {
    label: (description.data[16] ?? 0) & 2 && end >= 0 ? utf8(description.data.subarray(17, end)) : '',
    boxes: () => rest.filter(({ type }) => type === 'jumb').map((box) => superBox(box.data)),
    content: rest.find(({ type }) => type !== 'jumb' && type !== 'free') ?? null,
  };
}

function fromJson(data: Uint8Array): unknown {
  try {
    return JSON.parse(utf8(data));
  } catch {
    return undefined;
  }
}
