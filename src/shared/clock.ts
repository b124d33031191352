/** Time as the library sees it: passed in, so that tests move it instead of sleeping. */

/** Gives the present as milliseconds since 1970-01-01 UTC, as `Date.now` does. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
