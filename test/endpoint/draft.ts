/** An endpoint as a person enters it in the settings. */
import type { DestinationDraft } from '../../lib/model/sync.ts';

/** `token` absent: the one that is kept stays; null: it is taken away. `id` is that of the destination which is changed. */
export const endpointDraft = (url: string, token?: string | null, id?: string): DestinationDraft => ({
  ...(id === undefined ? {} : { id }),
  connector: 'webhook',
  settings: { url },
  secrets: token === undefined ? {} : { token },
});
