/** zod as this project uses it. Extension pages forbid `new Function`, which zod would try for speed and be reported for. */
import { z } from 'zod';

z.config({ jitless: true });
export { z };

/** A string that survives UTF-8: half a surrogate pair is replaced, not refused, since pages contain such text. */
export const words = () => z.string().overwrite((value) => value.toWellFormed());

/** A time of RFC 3339. */
export const time = () => z.iso.datetime({ offset: true });

type SameKeys<A, B> = [keyof A, keyof B] extends [keyof B, keyof A] ? unknown : never;

/**
 * Holds a schema and its type in `lib/model` together: the program does not compile when they differ in a
 * field or in a field's type.
 */
export const agrees =
  <Model>() =>
  <S extends z.ZodType<Model>>(schema: S & SameKeys<z.output<S>, Model> & (Model extends z.output<S> ? unknown : never)): S =>
    schema;
