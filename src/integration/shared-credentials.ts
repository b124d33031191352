/** Credentials of OAuth 2.0 grants, each opened once for all the clients that are made of a row. */
import type { Authorizer } from '../http/authorizer.ts';

/**
 * The credential of that identity which is open already, or else what `open` gives. A credential remembers what no store
 * has: a token that could not be stored yet, and how often a 401 has made it renew. It must not end with each client.
 *
 * @param identity all that the credential is made of
 */
export type SharedCredentials = (
  identity: readonly (string | boolean)[],
  open: () => Authorizer,
) => Authorizer;

/** How many are kept open; the one that was asked for longest ago goes first. */
const mostOpen = 1_000;

/** Keep one for as long as integrations are made. */
export function createSharedCredentials(most: number = mostOpen): SharedCredentials {
  const opened = new Map<string, Authorizer>();
  return (identity, open) => {
    const name = JSON.stringify(identity);
    const credential = opened.get(name) ?? open();
    opened.delete(name);
    opened.set(name, credential);
    for (const oldest of opened.keys()) {
      if (opened.size <= most) break;
      opened.delete(oldest);
    }
    return credential;
  };
}
