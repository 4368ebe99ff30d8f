/** The list of protocols. A new one is a file beside this one and a line here. */
import type { Destination } from '../../model/sync.ts';
import type { Connector } from '../connector.ts';
import { webhook } from './webhook.ts';

/** Every connector by its id. */
export const connectors: Record<Destination['connector'], Connector> = { webhook };
