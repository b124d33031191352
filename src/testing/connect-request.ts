/** The calls of a Connect app's life as Bitbucket makes them: bodies, headers, addresses and their JWTs. */
import type { InstalledBody } from '../connect/installed-body.ts';
import { signConnectJwt } from '../jwt/connect-jwt.ts';
import { queryStringHash } from '../jwt/query-string-hash.ts';
import { type Clock, systemClock } from '../shared/clock.ts';

/** What signs a call: an installation, or what is taken for one. */
export interface ConnectSigner {
  /** The token's issuer. */
  readonly clientKey: string;
  readonly sharedSecret: string;
}

interface RequestBase {
  /** The app's `baseUrl`. */
  readonly baseUrl: string;
  readonly now?: Clock | undefined;
  /** Seconds that the token holds. Default 300. */
  readonly lifetime?: number | undefined;
}

export interface InstalledRequest extends RequestBase {
  readonly kind: 'installed';
  /** Put over {@link sampleInstalledBody}. */
  readonly body?: Partial<InstalledBody> | undefined;
  /** Leave it out for a first install, which comes unsigned. */
  readonly signedBy?: ConnectSigner | undefined;
}

export interface UninstalledRequest extends RequestBase {
  readonly kind: 'uninstalled';
  readonly body?: Readonly<Record<string, unknown>> | undefined;
  /** Leave it out for a call that ought to be refused. */
  readonly signedBy?: ConnectSigner | undefined;
}

export interface SetupRequest extends RequestBase {
  readonly kind: 'setup';
  readonly signedBy: ConnectSigner;
  /** What comes back with the redirect, such as the `state`. */
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** The browser's cookies, as their header. */
  readonly cookie?: string | undefined;
}

export type ConnectRequestInput = InstalledRequest | UninstalledRequest | SetupRequest;

/**
 * A request as Bitbucket sends it: `POST /installed`, `POST /uninstalled`, or the browser's `GET /setup?…&jwt=`.
 *
 * @example
 * const first = await connectRequest({ kind: 'installed', baseUrl, body: { key: 'my-app' } })
 * const again = await connectRequest({ kind: 'installed', baseUrl, body: { key: 'my-app', sharedSecret: 'new' }, signedBy })
 * @throws ConfigError `invalid_option` when the signer's secret is empty
 * @see https://developer.atlassian.com/cloud/bitbucket/app-int-install/
 */
export async function connectRequest(input: ConnectRequestInput): Promise<Request> {
  if (input.kind === 'setup') return setupRequest(input);
  const url = addressOf(input);
  const headers = new Headers({ 'content-type': 'application/json' });
  if (input.signedBy !== undefined) {
    headers.set('authorization', `JWT ${await sign('POST', url, { ...input, signer: input.signedBy })}`);
  }
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(bodyOf(input)) });
}

/** An `installed` body with every field that Bitbucket sends, for a team named Acme. */
export function sampleInstalledBody(fields: Partial<InstalledBody> = {}): InstalledBody {
  return {
    key: 'example-app',
    eventType: 'installed',
    productType: 'bitbucket',
    clientKey: 'connection:1234567',
    publicKey: 'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDexample',
    sharedSecret: 'c2FtcGxlLXNoYXJlZC1zZWNyZXQtb2YtdGhpcnR5',
    baseUrl: 'https://bitbucket.org',
    baseApiUrl: 'https://api.bitbucket.org',
    principal: {
      uuid: '{5a1f8e1c-7d4b-4f0e-9d3a-2b6c8e0f1a35}',
      type: 'team',
      username: 'acme',
      display_name: 'Acme Engineering',
      links: { avatar: { href: 'https://bitbucket.org/account/acme/avatar/' } },
    },
    user: {
      uuid: '{0c9e7a44-31f5-4a66-8f0c-93d1a2b4c5d6}',
      type: 'user',
      display_name: 'Robin Doe',
      account_id: '557058:00000000-0000-0000-0000-000000000000',
    },
    consumer: { id: 7654321, name: 'Example', key: 'consumerKey', url: 'https://app.example.com' },
    ...fields,
  };
}

async function setupRequest(input: SetupRequest): Promise<Request> {
  const { signedBy, query, cookie } = input;
  const url = new URL(addressOf(input));
  url.search = String(new URLSearchParams({ ...query, client_key: signedBy.clientKey }));
  url.searchParams.set('jwt', await sign('GET', url.href, { ...input, signer: signedBy }));
  return new Request(url, { headers: cookie === undefined ? {} : { cookie } });
}

function bodyOf(input: InstalledRequest | UninstalledRequest): object {
  if (input.kind === 'installed') return sampleInstalledBody(input.body);
  const { sharedSecret: _, ...known } = sampleInstalledBody();
  const clientKey = input.signedBy?.clientKey ?? known.clientKey;
  return { ...known, eventType: 'uninstalled', clientKey, ...input.body };
}

const addressOf = ({ baseUrl, kind }: ConnectRequestInput): string =>
  `${baseUrl.replace(/\/+$/, '')}/${kind}`;

async function sign(
  method: string,
  url: string,
  { signer, baseUrl, now = systemClock, lifetime = 300 }: RequestBase & { readonly signer: ConnectSigner },
): Promise<string> {
  const iat = Math.floor(now() / 1000);
  const qsh = queryStringHash({ method, url, basePath: new URL(baseUrl).pathname });
  return signConnectJwt({ iss: signer.clientKey, iat, exp: iat + lifetime, qsh }, signer.sharedSecret);
}
