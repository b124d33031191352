/** The confirmation that a set-up without its state needs: a form that holds for one browser and one session, once. */
import { randomBytes } from 'node:crypto';
import { redeemState, type SignedStateStore, writeState } from '../http/signed-state.ts';
import type { Clock } from '../shared/clock.ts';
import { setupLifetime } from './install-url.ts';

export interface ConfirmationOptions {
  readonly states: SignedStateStore;
  readonly now: Clock;
  /** The app's address; says whether the cookie may be Secure. */
  readonly baseUrl: string;
}

/** What is to be connected, as it was shown. */
export interface Confirmation {
  readonly clientKey: string;
  readonly organizationId: string;
  /** The host's name of the session; without one the cookie alone binds. */
  readonly session: string | undefined;
}

const purpose = 'connect-confirm';

/** The state for the form and the cookie for the browser: neither is worth anything without the other. */
export async function offerConfirmation(
  { clientKey, organizationId, session }: Confirmation,
  { states, now, baseUrl }: ConfirmationOptions,
): Promise<{ readonly state: string; readonly cookie: string }> {
  const nonce = randomBytes(32).toString('hex');
  const state = await writeState(
    { purpose, session: binding(nonce, session), data: { clientKey, organizationId } },
    { store: states, now, lifetime: setupLifetime },
  );
  const { name, attributes } = cookieOf(baseUrl);
  return { state, cookie: `${name}=${nonce}; ${attributes}` };
}

/** What was confirmed, and uses the confirmation up; `undefined` when cookie, session or state do not hold. */
export async function redeemConfirmation(
  request: Request,
  { state, session }: { readonly state: string; readonly session: string | undefined },
  { states, now, baseUrl }: ConfirmationOptions,
): Promise<Readonly<Record<string, string>> | undefined> {
  const nonce = readCookie(request, cookieOf(baseUrl).name);
  if (nonce === undefined) return undefined;
  return redeemState(state, { purpose, session: binding(nonce, session) }, { store: states, now });
}

const binding = (nonce: string, session = ''): string => `${nonce} ${session}`;

/** With https its prefix keeps other hosts of the same domain from setting it. */
function cookieOf(baseUrl: string): { name: string; attributes: string } {
  const attributes = `Path=/; Max-Age=${setupLifetime / 1000}; HttpOnly; SameSite=Lax`;
  if (!baseUrl.startsWith('https:')) return { name: 'bitbucket-setup', attributes };
  return { name: '__Host-bitbucket-setup', attributes: `${attributes}; Secure` };
}

function readCookie({ headers }: Request, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return value === '' ? undefined : value;
}
