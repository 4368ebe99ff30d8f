/** What connectors and the fields of their forms are called. */
import { knows, text } from '../../lib/i18n/text.ts';
import type { Destination } from '../../lib/model/sync.ts';

/** The name of a connector; its id where this version does not know it. */
export function connectorName(id: string): string {
  const key = `connector.${id}`;
  return knows(key) ? text(key) : id;
}

/** The label of a field, or of a choice (`field.choice`): the connector's own word, or the one that several share. */
export function fieldWord(connector: string, field: string): string {
  const found = [`connector.${connector}.${field}`, `connector.${field}`].find(knows);
  return found ? text(found) : field;
}

/** The name of a folder in the value of its field. */
export const folderName = (value: string): string => value.slice(value.indexOf('/') + 1);

/** A destination among others: what it is, and where. */
export function destinationName({ connector, settings }: Destination): string {
  if (settings.folder) return `${connectorName(connector)} · ${folderName(settings.folder)}`;
  const address = Object.values(settings).find((value) => /^https?:/.test(value) && URL.canParse(value));
  return address ? `${connectorName(connector)} · ${new URL(address).host}` : connectorName(connector);
}
