/** Makes a key of any length one that Bitbucket takes, and the same key each time. */
import { createHash } from 'node:crypto';

/** The key itself where it is short enough; else the SHA-1 of it in hex, which has 40 characters. */
export const fittingKey = (key: string, longest: number): string =>
  key.length <= longest ? key : createHash('sha1').update(key).digest('hex');
