/** How the schemas of payloads are made: they look at what handlers rely on, and leave everything else as it is. */
import * as z from 'zod/mini';
import type { Part } from './part.ts';

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

/**
 * A field that is a part. Parts come ten times in a payload: a zod schema for each would cost a third of all the work
 * on a delivery, so they are judged by plain functions, and asked where they are wrong only when they are.
 */
export function judged<T>(part: Part<T>): z.ZodMiniType<T, T> {
  return z.custom<T>().check((context) => {
    const { value } = context;
    if (!part.fits(value)) context.issues.push({ code: 'custom', path: part.misfit(value), input: value });
  });
}

/** A field that is a part, null, or missing. */
export const maybeJudged = <T>(part: Part<T>) => z.optional(z.nullable(judged(part)));
