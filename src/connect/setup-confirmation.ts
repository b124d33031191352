/** The confirmation that a set-up without its state needs: a form that holds for one browser and one session, once. */
import {
  type BrowserBinding,
  bindingCookie,
  browserNonce,
  readBindingCookie,
  redeemBoundState,
  writeBoundState,
} from '../http/browser-binding.ts';
import type { SignedStateStore } from '../http/signed-state.ts';
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

/** The state for the form and the cookie for the browser: neither is worth anything without the other. */
export async function offerConfirmation(
  { clientKey, organizationId, session }: Confirmation,
  options: ConfirmationOptions,
): Promise<{ readonly state: string; readonly cookie: string }> {
  const binding = bindingOf(options);
  const nonce = browserNonce();
  const state = await writeBoundState({ clientKey, organizationId }, { nonce, session }, binding);
  return { state, cookie: bindingCookie(nonce, binding) };
}

/** What was confirmed, and uses the confirmation up; `undefined` when cookie, session or state do not hold. */
export async function redeemConfirmation(
  request: Request,
  { state, session }: { readonly state: string; readonly session: string | undefined },
  options: ConfirmationOptions,
): Promise<Readonly<Record<string, string>> | undefined> {
  const binding = bindingOf(options);
  const nonce = readBindingCookie(request, binding);
  return nonce === undefined ? undefined : redeemBoundState(state, { nonce, session }, binding);
}

const bindingOf = ({ states: store, now, baseUrl }: ConfirmationOptions): BrowserBinding => ({
  ...{ store, now, baseUrl },
  cookie: 'bitbucket-setup',
  purpose: 'connect-confirm',
  lifetime: setupLifetime,
});
