/** Who sent a call: the installation whose stored secret signed its JWT. */
import { ConnectError } from '../errors/connect-error.ts';
import { verifyConnectJwt } from '../jwt/connect-jwt.ts';
import type { Clock } from '../shared/clock.ts';
import { fromStore } from './answers.ts';
import type { Installation, InstallationStore } from './installations.ts';

export interface SenderCheck {
  readonly store: Pick<InstallationStore, 'findByClientKey'>;
  /** The path that the app is mounted under. */
  readonly basePath: string;
  readonly now: Clock;
}

/**
 * The installation that signed, whether it is still installed or not. The token must be bound to this very request.
 *
 * @throws ConnectError with status 401: `jwt_missing` and the codes of `verifyConnectJwt`; `store_failed` (503)
 */
export async function verifySender(
  { method, url }: Request,
  { token, store, basePath, now }: SenderCheck & { readonly token: string | undefined },
): Promise<Installation> {
  if (token === undefined) throw new ConnectError('jwt_missing', 401, 'The call carries no JWT');
  let sender: Installation | undefined;
  await verifyConnectJwt({
    token,
    method,
    url,
    basePath,
    now,
    findSecret: async (clientKey) => {
      sender = await fromStore(() => store.findByClientKey(clientKey));
      return sender?.sharedSecret;
    },
  });
  if (sender === undefined) throw new ConnectError('jwt_unknown_issuer', 401, 'The issuer is not installed');
  return sender;
}

/** The token of `Authorization: JWT …`. */
export function authorizationToken({ headers }: Request): string | undefined {
  return /^JWT +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}
