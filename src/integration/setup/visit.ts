/** Who stands at a set-up: whether the host lets them in, and the state that binds each page to their browser. */
import {
  type BrowserBinding,
  bindingCookie,
  browserNonce,
  readBindingCookie,
  redeemBoundState,
  writeBoundState,
} from '../../http/browser-binding.ts';
import { type Authorize, askHost, type HostUser } from '../../http/host-authorization.ts';
import { headerAddress, privateHeaders } from '../../http/page.ts';
import { fromHost, SetupRefusal } from './refusal.ts';

/** What a state of a set-up holds. */
export type StateData = Readonly<Record<string, string>> & { readonly organizationId: string };

/** @throws SetupRefusal 403 where the host does not let the user set up, 503 where it fails */
export async function authorized(
  request: Request,
  organizationId: string | undefined,
  { authorize }: { readonly authorize?: Authorize | undefined },
): Promise<HostUser> {
  const user = await fromHost(() => askHost(authorize, request, { action: 'setup', organizationId }));
  if (user !== undefined) return user;
  throw new SetupRefusal('forbidden', 403);
}

/** A fresh state, and the cookie that it is worth nothing without. */
export async function bindPage(
  data: StateData,
  { session }: HostUser,
  binding: BrowserBinding,
): Promise<{ readonly state: string; readonly cookie: string; readonly nonce: string }> {
  const nonce = browserNonce();
  const state = await fromHost(() => writeBoundState(data, { nonce, session }, binding));
  return { state, cookie: bindingCookie(nonce, binding), nonce };
}

/**
 * What the state holds, and uses it up.
 *
 * @throws SetupRefusal 403 where it does not hold for this browser, session and organization
 */
export async function redeemPage(
  request: Request,
  { state, organizationId, user }: { state: string; organizationId: string; user: HostUser },
  binding: BrowserBinding,
): Promise<StateData> {
  const nonce = readBindingCookie(request, binding) ?? '';
  const bound = { nonce, session: user.session };
  const data = await fromHost(() => redeemBoundState(state, bound, binding));
  if (data?.['organizationId'] !== organizationId) throw new SetupRefusal('state_invalid', 403);
  return { ...data, organizationId };
}

/** Sends the browser on. */
export const seeOther = (address: string | URL, cookie: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location: headerAddress(address), 'set-cookie': cookie, ...privateHeaders },
  });
