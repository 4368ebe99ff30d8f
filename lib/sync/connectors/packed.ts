/** A request whose body is compressed where the endpoint takes that. */
import type { Encoding } from '../../model/sync.ts';
import type { ConnectorContext, Failed, Outgoing } from '../connector.ts';
import { isFailed, request, type Answered } from './http.ts';

/** Smaller bodies fit into one packet as they are. */
const least = 1400;
/** What those say who take a compressed body for a broken one. */
const misread = new Set<number | null>([400, 415, 422, 500, 501]);

/**
 * Sends compressed, or as it is where the endpoint is known not to take that or there is nothing to gain. To an endpoint of which it is not known, what was
 * not understood is sent again as it is, at once; so is what was acknowledged without a proof that it was read (`isRead`), for nothing may be lost in an
 * endpoint that says yes to everything. `encoding` is what was found out.
 */
export async function requestPacked(
  context: ConnectorContext,
  outgoing: Outgoing,
  isRead: (answered: Answered) => boolean,
): Promise<{ answered: Answered | Failed; encoding?: Encoding }> {
  const { encoding } = context;
  if (encoding === 'plain' || outgoing.body.length < least) return { answered: await request(context, outgoing) };
  const packed = { ...outgoing, headers: { ...outgoing.headers, 'Content-Encoding': 'gzip' } };
  const answered = await request(context, packed, await gzip(outgoing.body));
  if (isFailed(answered)) {
    const isMisread = encoding === 'gzip' ? answered.status === 415 : misread.has(answered.status);
    if (!isMisread) return { answered };
  } else if (encoding === 'gzip') return { answered };
  else if (isRead(answered)) return { answered, encoding: 'gzip' };
  const again = await request(context, outgoing);
  // Where it fails as well, the compression was not at fault, as far as we know.
  return isFailed(again) ? { answered: again } : { answered: again, encoding: 'plain' };
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
