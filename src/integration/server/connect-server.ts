/** The calls of a set-up: ask for a request token, take the access token, and see that the credential works. */
import { accessToken } from '../../auth/access-token.ts';
import { TransportError } from '../../errors/transport-error.ts';
import type { GuardedConnections } from '../../http/guarded-fetch.ts';
import { BitbucketServer } from '../../server/client.ts';
import { BitbucketServerSetupClient, type OAuth1Token } from '../../server/setup-client.ts';
import type { Clock } from '../../shared/clock.ts';
import { isRecord } from '../../shared/types.ts';
import { type ServerCredentials, type ServerOAuth2Credentials, serverAuthorizer } from './credentials.ts';
import type { ServerSetupState } from './integration-provider.ts';
import type { CheckedSetup } from './setup-form.ts';
import type { PendingLink } from './setup-secret.ts';

export interface ServerCalls {
  readonly connections: Pick<GuardedConnections, 'fetchFor'>;
  /** Milliseconds for each call: somebody waits for the page. */
  readonly timeout: number;
  readonly now: Clock;
}

type Server = Pick<ServerSetupState, 'baseUrl' | 'verifyTls'>;
type ApplicationLink = Extract<CheckedSetup, { readonly method: 'oauth1' }>;

/** A request token, and where a person is asked to agree to it. */
export async function askForToken(
  link: ApplicationLink,
  callbackUrl: string,
  calls: ServerCalls,
): Promise<{ readonly pending: PendingLink; readonly authorizeUrl: string }> {
  const { baseUrl, verifyTls, consumerKey, privateKey } = link;
  const client = setupClient(link, calls);
  const { token, tokenSecret } = await client.getRequestToken({ callbackUrl });
  const method = 'oauth1';
  const pending = { method, baseUrl, verifyTls, consumerKey, privateKey, token, tokenSecret } as const;
  return { pending, authorizeUrl: client.getAuthorizeUrl(token) };
}

/** What a person agreed to, as an integration is built of it; the access token was seen to work. */
export async function takeToken(
  pending: PendingLink,
  verifier: string,
  calls: ServerCalls,
): Promise<ServerSetupState> {
  const { consumerKey, privateKey } = pending;
  const granted: OAuth1Token = await setupClient(pending, calls).getAccessToken({ ...pending, verifier });
  return tried(pending, { type: 'oauth1', consumerKey, privateKey, ...granted }, calls);
}

/** The same for an access token that was pasted in. */
export function tryAccessToken(
  server: Server & { readonly token: string },
  calls: ServerCalls,
): Promise<ServerSetupState> {
  return tried(server, { type: 'accessToken', token: server.token }, calls);
}

function setupClient(
  { baseUrl, verifyTls, consumerKey, privateKey }: Omit<ApplicationLink, 'method'>,
  { connections, timeout, now }: ServerCalls,
): BitbucketServerSetupClient {
  const fetch = connections.fetchFor({ baseUrl, verifyTls });
  return new BitbucketServerSetupClient({ baseUrl, consumerKey, privateKey, fetch, timeout, now });
}

type Tried = Exclude<ServerCredentials, ServerOAuth2Credentials>;

async function tried(
  { baseUrl, verifyTls }: Server,
  credentials: Tried,
  calls: ServerCalls,
): Promise<ServerSetupState> {
  const userName = await probe({ baseUrl, verifyTls }, credentials, calls);
  return { baseUrl, verifyTls, credentials, userName };
}

/**
 * A call that every credential may make, also a token of one project or repository: those may not ask who they are.
 * Gives whom the credential acts as, where the server says so.
 *
 * @throws TransportError `bad_answer` where something else than Bitbucket answers
 */
export async function probe(
  { baseUrl, verifyTls }: Server,
  credentials: Tried,
  { connections, timeout, now }: ServerCalls,
): Promise<string | undefined> {
  const client = new BitbucketServer({
    baseUrl,
    auth:
      credentials.type === 'oauth1'
        ? serverAuthorizer({ credentials: { ...credentials } }, { now })
        : accessToken(credentials.token),
    fetch: connections.fetchFor({ baseUrl, verifyTls }),
    timeout,
    retry: { limit: 0 },
  });
  const { data, response } = await client.requestRaw('GET /api/latest/repos', { query: { limit: 1 } });
  const page: unknown = data;
  if (!isRecord(page) || !Array.isArray(page['values'])) {
    throw new TransportError(
      'bad_answer',
      'The server answered with something that is no page of repositories',
    );
  }
  return userNameOf(response);
}

/** Whom the credential acts as; servers say so on every answer to somebody whom they know. */
function userNameOf({ headers }: Response): string | undefined {
  const name = headers.get('x-ausername') ?? '';
  return /^[\w.@~+-]{1,100}$/.test(name) ? name : undefined;
}
