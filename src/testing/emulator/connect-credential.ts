/** A Connect app that proves who it is by a token signed with its shared secret. */
import { verifyConnectJwt } from '../../jwt/connect-jwt.ts';
import { isRecord } from '../../shared/types.ts';
import { unauthorized } from './cloud/errors.ts';
import type { EmulatorContext } from './context.ts';
import { nobody, type Principal } from './principal.ts';
import type { Installation } from './world.ts';

interface AppToken {
  /** What stands behind `JWT` in the header. */
  readonly token: string;
  readonly request: Request;
  /** Takes a token that is bound to no request. */
  readonly unbound?: boolean | undefined;
}

/** @throws RestError 401 for a token that does not hold, or that is of an app which is not installed */
export async function verifyApp(given: AppToken, context: EmulatorContext): Promise<Installation> {
  const clientKey = unverifiedSubject(given.token);
  const installation = context.world.installations.get(clientKey ?? '');
  if (installation === undefined) throw unauthorized();
  const { sharedSecret, offeredSecret, active } = installation;
  const secrets = [
    ...(active ? [sharedSecret] : []),
    ...(offeredSecret === undefined ? [] : [offeredSecret]),
  ];
  for (const secret of secrets) {
    if (await holds(given, secret, { issuer: installation.descriptor.key, context })) return installation;
  }
  throw unauthorized();
}

/** Says only which secret to try. */
export function unverifiedSubject(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return isRecord(claims) && typeof claims['sub'] === 'string' ? claims['sub'] : undefined;
  } catch {
    return undefined;
  }
}

async function holds(
  { token, request: { method, url }, unbound = false }: AppToken,
  sharedSecret: string,
  { issuer, context: { now } }: { issuer: string; context: EmulatorContext },
): Promise<boolean> {
  try {
    const leave = { dangerouslyAllowMissingQsh: unbound };
    const claims = await verifyConnectJwt({ token, method, url, sharedSecret, now, ...leave });
    return claims.iss === issuer;
  } catch {
    return false;
  }
}

export function appPrincipal(
  installation: Installation,
  scopes: readonly string[] | undefined = installation.descriptor.scopes,
): Principal {
  return {
    ...nobody,
    kind: 'installation',
    credential: 'connect',
    installation,
    scopes,
    roleIn: (workspace) => (workspace === installation.workspace ? 'admin' : undefined),
  };
}
