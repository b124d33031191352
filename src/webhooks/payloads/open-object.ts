/** How the schemas of payloads are made: they look at what handlers rely on, and leave everything else as it is. */
import * as z from 'zod/mini';

/** A payload whose event has no schema here: nothing is known of it but that it is a JSON object. */
export interface UnknownPayload {
  [field: string]: unknown;
}

/**
 * An object with these fields and any others. In its type it is zod's loose object; at run time it is the plain one,
 * which does not copy the other fields: a schema here only judges, and what it builds is thrown away.
 */
export function open<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodMiniObject<Shape, z.core.$loose> {
  return z.object(shape) as unknown as z.ZodMiniObject<Shape, z.core.$loose>;
}

/** A field that may be missing, null or given. */
export const maybe = <Schema extends z.core.SomeType>(schema: Schema) => z.optional(z.nullable(schema));

/**
 * Parts that come ten times in a payload are judged by plain functions: a schema for each would cost a third of all
 * the work on a delivery.
 */
export const judged = <T>(is: (value: unknown) => value is T) => z.custom<T>(is);

/** Is the value text, null or missing? */
export const isMaybeText = (value: unknown): value is string | null | undefined =>
  typeof value === 'string' || value === undefined || value === null;

/** Is the value true, false, null or missing? */
export const isMaybeFlag = (value: unknown): value is boolean | null | undefined =>
  typeof value === 'boolean' || value === undefined || value === null;

/** Is the value missing, null, or such a thing? */
export const absentOr = <T>(
  value: unknown,
  is: (value: unknown) => value is T,
): value is T | null | undefined => value === undefined || value === null || is(value);
