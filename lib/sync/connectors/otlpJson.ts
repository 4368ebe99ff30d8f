/** The parts of OTLP in JSON that logs and traces share: 64-bit numbers are decimal strings, ids are hex. */
import { hash } from '../../store/answers.ts';
import { z } from '../../schema/zod.ts';

/** A value of an attribute as the protocol writes it. */
interface OtlpValue {
  stringValue?: string;
  intValue?: number;
  doubleValue?: number;
}

/** Attributes; what has no value is left out. A bare number is whole. */
export const attributesOf = (values: Record<string, string | number | OtlpValue | null | undefined>): { key: string; value: OtlpValue }[] =>
  Object.entries(values).flatMap(([key, value]) => (value === null || value === undefined ? [] : [{ key, value: valueOf(value) }]));

function valueOf(value: string | number | OtlpValue): OtlpValue {
  if (typeof value === 'object') return value;
  return typeof value === 'string' ? { stringValue: value } : { intValue: value };
}

/** RFC 3339 as nanoseconds since 1970. */
export const nanos = (time: string): string => `${Date.parse(time)}000000`;

/** The trace of an event, and in it the span of its answer at this place: the same each time. */
export const traceIdOf = (eventId: string): string => hash(eventId).slice(0, 32);
export const spanIdOf = (eventId: string, at: number): string => hash(`${eventId}/${at}`).slice(0, 16);

const count = z.coerce.number().int().nonnegative().optional();

/** The reply to an export of logs or traces. A page is none, nor is an empty body. */
export const partialSchema = z.strictObject({
  partialSuccess: z.object({ rejectedLogRecords: count, rejectedSpans: count, errorMessage: z.string().optional() }).nullish(),
});
