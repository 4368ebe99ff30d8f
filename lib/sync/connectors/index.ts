/** The list of protocols. A new one is a file beside this one and a line here. */
import type { Connector } from '../connector.ts';
import { couchdb } from './couchdb.ts';
import { argilla } from './argilla.ts';
import { clickhouse } from './clickhouse.ts';
import { elasticsearch } from './elasticsearch.ts';
import { folder } from './folder.ts';
import { kafkaRest } from './kafka-rest.ts';
import { labelStudio } from './label-studio.ts';
import { langfuse } from './langfuse.ts';
import { langsmith } from './langsmith.ts';
import { otlp } from './otlp.ts';
import { phoenix } from './phoenix.ts';
import { postgrest } from './postgrest.ts';
import { s3 } from './s3.ts';
import { webhook } from './webhook.ts';

/** Every connector by its id. */
export const connectors: Record<string, Connector> = {
  webhook,
  folder,
  couchdb,
  otlp,
  langfuse,
  langsmith,
  phoenix,
  argilla,
  [labelStudio.id]: labelStudio,
  postgrest,
  clickhouse,
  elasticsearch,
  [kafkaRest.id]: kafkaRest,
  s3,
};
