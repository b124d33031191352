/** Authors and times of commits, as they are kept. */

export interface CommitAuthor {
  readonly name: string;
  readonly email: string;
}

/** An address longer than this is not kept: a longer one is no person's. */
const longestEmail = 75;

/** The author in git's `Name <address>`; `undefined` where the address is missing or longer than 75 characters. */
export function parseAuthor(raw: string | undefined): CommitAuthor | undefined {
  if (raw === undefined) return undefined;
  const open = raw.lastIndexOf('<');
  const close = raw.indexOf('>', open);
  if (open === -1 || close === -1) return undefined;
  return toAuthor(raw.slice(0, open), raw.slice(open + 1, close));
}

/** The author of a name and an address; as {@link parseAuthor}. */
export function toAuthor(name: unknown, address: unknown): CommitAuthor | undefined {
  const email = typeof address === 'string' ? address.trim() : '';
  if (email === '' || email.length > longestEmail) return undefined;
  return { name: (typeof name === 'string' && name.trim()) || email, email };
}

/** The same moment, of ISO 8601 or milliseconds since 1970, as ISO 8601 in UTC. A text that is no time stays as it is. */
export function toUtc(date: string | number): string {
  const moment = new Date(date);
  return Number.isNaN(moment.getTime()) ? String(date) : moment.toISOString();
}
