/** Binds a signed state to one browser: what the state alone is worth nothing without is in a cookie that it got. */
import { randomBytes } from 'node:crypto';
import { redeemState, type SignedState, type SignedStateOptions, writeState } from './signed-state.ts';

export interface BrowserBinding extends SignedStateOptions {
  /** The app's address; says whether the cookie may be Secure. */
  readonly baseUrl: string;
  /** The cookie's name, without prefix. */
  readonly cookie: string;
  /** What the states may be used for. */
  readonly purpose: string;
  /** Milliseconds that state and cookie hold. */
  readonly lifetime: number;
}

/** What a state is bound to. */
export interface BoundBrowser {
  /** What the cookie has: 64 hex digits. */
  readonly nonce: string;
  /** The host's name of the session; without one the cookie alone binds. */
  readonly session: string | undefined;
}

/** 32 random bytes in hex, for the cookie. */
export const browserNonce = (): string => randomBytes(32).toString('hex');

export function writeBoundState(
  data: SignedState['data'],
  { nonce, session }: BoundBrowser,
  { purpose, store, now, lifetime }: BrowserBinding,
): Promise<string> {
  return writeState({ purpose, session: sessionOf(nonce, session), data }, { store, now, lifetime });
}

/** What the state holds, and uses it up; `undefined` when browser, session or state do not hold. */
export function redeemBoundState(
  state: string,
  { nonce, session }: BoundBrowser,
  { purpose, store, now }: BrowserBinding,
): Promise<SignedState['data'] | undefined> {
  return redeemState(state, { purpose, session: sessionOf(nonce, session) }, { store, now });
}

const sessionOf = (nonce: string, session = ''): string => `${nonce} ${session}`;

/** The `Set-Cookie` that gives a browser its half. */
export const bindingCookie = (value: string, binding: BrowserBinding): string => setCookie(value, binding);

/** The `Set-Cookie` that takes it away again. */
export const clearedCookie = (binding: BrowserBinding): string => setCookie('', { ...binding, lifetime: 0 });

/** The value of the cookie that a browser brings; `undefined` where it brings none. */
export function readBindingCookie(
  { headers }: Pick<Request, 'headers'>,
  binding: Pick<BrowserBinding, 'baseUrl' | 'cookie'>,
): string | undefined {
  const name = cookieName(binding);
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return value === '' ? undefined : value;
}

function setCookie(value: string, binding: BrowserBinding): string {
  const secure = isSecure(binding) ? '; Secure' : '';
  const age = Math.floor(binding.lifetime / 1000);
  return `${cookieName(binding)}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}

/** With https its prefix keeps other hosts of the same domain from setting it. */
const cookieName = (binding: Pick<BrowserBinding, 'baseUrl' | 'cookie'>): string =>
  isSecure(binding) ? `__Host-${binding.cookie}` : binding.cookie;

const isSecure = ({ baseUrl }: Pick<BrowserBinding, 'baseUrl'>): boolean => baseUrl.startsWith('https:');
