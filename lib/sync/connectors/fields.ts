/** The values of a connector's form, checked. What is refused carries the code of the refusal as the issue's message. */
import { Refusal } from '../../model/result.ts';
import { endpointToken, endpointUrl } from '../../schema/settings.ts';
import { z } from '../../schema/zod.ts';

/** An address, `https:` but on this computer; normalised. */
export const address = () => z.string().default('').transform(refusing(endpointUrl));

/** A secret as a header can carry it; null: not given. */
export const secret = () =>
  z
    .string()
    .nullish()
    .transform(refusing((value) => (value ? endpointToken(value) : null)));

/** One of these; not given: the first. */
export const choice = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.preprocess((given) => given || values[0], z.enum(values));

/** A secret for signing as Standard Webhooks has it: `whsec_` and 24 to 64 bytes in base64; null: not given. */
export const signingSecret = () =>
  z
    .string()
    .nullish()
    .transform(
      refusing((value) => {
        const given = value?.trim() ?? '';
        if (given === '') return null;
        const [, coded = ''] = /^whsec_((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/.exec(given) ?? [];
        const bytes = atob(coded).length;
        if (bytes < 24 || bytes > 64) throw new Refusal('field-not-a-signing-secret');
        return given;
      }),
    );

/** A line of text as a header can carry it; not given: ''. */
export const line = () =>
  z
    .string()
    .default('')
    .transform(refusing((value) => (value.trim() === '' ? '' : endpointToken(value.trim()))));

/** A name of letters, digits and what `also` has (of a regular expression's class), so that it needs no quoting where it stands; required. */
export const name = (also: string) =>
  z
    .string()
    .default('')
    .transform(
      refusing((value) => {
        const given = value.trim();
        if (given === '') throw new Refusal('field-empty');
        if (!new RegExp(`^[A-Za-z0-9_][A-Za-z0-9_${also}]*$`).test(given))
          throw new Refusal('field-not-a-name', { value: given.slice(0, 200) });
        return given;
      }),
    );

/** The same field, which may not be left out. */
export const required = <Field extends z.ZodType<string | null>>(field: Field): Field =>
  field.refine((value) => value !== null && value !== '', 'field-empty');

/** A path below an address; the address may end with a slash or not. */
export function under(url: string, path: string): string {
  const target = new URL(url);
  target.pathname = `${target.pathname.replace(/\/+$/, '')}/${path}`;
  return target.href;
}

/** Turns a `Refusal` into an issue of the field. */
function refusing<In, Out>(check: (value: In) => Out): (value: In, context: z.core.$RefinementCtx<In>) => Out {
  return (value, context) => {
    try {
      return check(value);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      context.addIssue({ code: 'custom', message: error.code, params: error.params });
      return z.NEVER;
    }
  };
}
