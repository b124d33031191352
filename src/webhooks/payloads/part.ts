/** The parts of payloads as tables of fields: each says whether a value fits and, where it does not, which field is wrong. */
import { isRecord } from '../../shared/types.ts';

/** The names and indices that lead to a value. */
export type Path = (string | number)[];

/** What a value must be. The compiler holds it equal to `T`: neither a wider nor a narrower part can be assigned. */
export interface Part<T> {
  fits(value: unknown): boolean;
  /** Where a value that does not fit is wrong; empty where it is the value itself. */
  misfit(value: unknown): Path;
  /** Never there: it makes `T` count in both directions. */
  readonly exactly?: (value: T) => T;
}

/** The fields that an open interface names. */
type NamedFields<T> = keyof { [Field in keyof T as string extends Field ? never : Field]: T[Field] };

/** One row for each field of the interface, those that may be missing included. */
export type Table<T> = { readonly [Field in NamedFields<T>]-?: Part<T[Field]> };

const itself = (): Path => [];

const isText = (value: unknown): value is string => typeof value === 'string';

/** Is the value text, null or missing? */
export const isMaybeText = (value: unknown): boolean =>
  typeof value === 'string' || value === undefined || value === null;

/** Is the value true, false, null or missing? */
export const isMaybeFlag = (value: unknown): boolean =>
  typeof value === 'boolean' || value === undefined || value === null;

/** Is the value missing, null, or such a thing? */
export const isMaybe = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || value === null || is(value);

export const text: Part<string> = { fits: isText, misfit: itself };
export const number: Part<number> = { fits: Number.isFinite, misfit: itself };
export const flag: Part<boolean> = { fits: (value) => typeof value === 'boolean', misfit: itself };
export const maybeText: Part<string | null | undefined> = { fits: isMaybeText, misfit: itself };
export const maybeFlag: Part<boolean | null | undefined> = { fits: isMaybeFlag, misfit: itself };
export const maybeNumber: Part<number | null | undefined> = {
  fits: (value) => isMaybe(value, Number.isFinite),
  misfit: itself,
};

/** Milliseconds since 1970, or ISO 8601. */
export const moment: Part<number | string> = {
  fits: (value) => isText(value) || Number.isFinite(value),
  misfit: itself,
};
export const maybeMoment: Part<number | string | null | undefined> = {
  fits: (value) => isMaybe(value, moment.fits),
  misfit: itself,
};

/** A JSON object of which nothing else is known. */
export const anyObject: Part<{ [field: string]: unknown }> = { fits: isRecord, misfit: itself };

/** Text of which one word is asked for. Atlassian's printed samples show all words in one: `OPEN|MERGED|DECLINED`. */
export const oneOf = (...words: readonly string[]): Part<string> => ({
  fits: (value) => isText(value) && value.split('|').some((word) => words.includes(word)),
  misfit: itself,
});

/** That which may be null, but not missing. */
export const orNull = <T>(part: Part<T>): Part<T | null> => ({
  fits: (value) => value === null || part.fits(value),
  misfit: (value) => part.misfit(value),
});

/** That which may be missing, null or given. */
export const maybe = <T>(part: Part<T>): Part<T | null | undefined> => ({
  fits: (value) => value === undefined || value === null || part.fits(value),
  misfit: (value) => part.misfit(value),
});

export const list = <T>(part: Part<T>): Part<T[]> => ({
  fits: (value) => Array.isArray(value) && value.every(part.fits),
  misfit: (value) => {
    const index = Array.isArray(value) ? value.findIndex((item) => !part.fits(item)) : -1;
    return Array.isArray(value) && index >= 0 ? [index, ...part.misfit(value[index])] : [];
  },
});

/**
 * An object with these fields and any others.
 *
 * @param quick says the same as the table by code that the engine can compile: for parts that come ten times in a
 *   push, where looking each field up in a table would take a twentieth of all the work on a delivery
 */
export function object<T>(
  table: Table<T>,
  quick?: ((value: Readonly<Record<string, unknown>>) => boolean) | undefined,
): Part<T> {
  const rows: readonly [string, Part<unknown>][] = Object.entries(table);
  const wrong = (value: Readonly<Record<string, unknown>>) =>
    rows.find(([name, part]) => !part.fits(value[name]));
  const judge = quick ?? ((value) => wrong(value) === undefined);
  return {
    fits: (value) => isRecord(value) && judge(value),
    misfit(value) {
      const row = isRecord(value) ? wrong(value) : undefined;
      return isRecord(value) && row !== undefined ? [row[0], ...row[1].misfit(value[row[0]])] : [];
    },
  };
}
