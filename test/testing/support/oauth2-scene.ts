/** An emulator with OAuth 2.0 consumers and a clock that tests move, and short ways to go through the grants. */
import {
  type BitbucketEmulator,
  type BitbucketEmulatorOptions,
  createBitbucketEmulator,
  type EmulatedOAuth2Options,
} from 'bitbucket-sdk/testing';

export const web = 'https://bitbucket.org';
export const api = 'https://api.bitbucket.org/2.0';
export const widgets = '/repositories/demo/widgets';

export const minutes = 60_000;
export const days = 24 * 60 * minutes;

/** What the token endpoint answers: a token, or an error. */
export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly access_token: string;
  readonly refresh_token: string | undefined;
  readonly expires_in: number;
  readonly scope: string;
  readonly error: string | undefined;
  readonly [field: string]: unknown;
}

export interface OAuth2Scene {
  readonly emulator: BitbucketEmulator;
  /** Milliseconds. */
  wait(time: number): void;
  now(): number;
  /** Opens the authorize page of the consumer `app` and gives back where the browser is sent, if it is. */
  authorize(query?: Record<string, string>): Promise<URL>;
  /** The same, whatever is answered. */
  visit(query: Record<string, string>, init?: RequestInit): Promise<Response>;
  code(query?: Record<string, string>): Promise<string>;
  /** By Basic as `app`, unless the headers say otherwise. */
  token(form: Record<string, string>, headers?: Record<string, string>): Promise<TokenAnswer>;
  /** Through the whole authorization code grant. */
  grant(query?: Record<string, string>): Promise<TokenAnswer>;
  call(path: string, token: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export const basic = (id: string, secret: string): { authorization: string } => ({
  authorization: `Basic ${btoa(`${id}:${secret}`)}`,
});

export const app = {
  clientId: 'app',
  clientSecret: 'app-secret',
  workspace: 'demo',
  callbackUrl: 'https://app.example.com/callback',
} as const;

export async function startOAuth2Scene(
  oauth2: Partial<EmulatedOAuth2Options> = {},
  options: BitbucketEmulatorOptions = {},
): Promise<OAuth2Scene> {
  let time = Date.UTC(2026, 10, 21);
  const emulator = await createBitbucketEmulator({
    repositories: [
      { fullName: 'demo/widgets' },
      { fullName: 'demo/open', private: false },
      { fullName: 'other/things' },
      { fullName: 'other/open', private: false },
    ],
    users: [
      { username: 'ada', email: 'ada@example.com', displayName: 'Ada <Löw>' },
      { username: 'rita', email: 'rita@example.com', workspaces: { demo: 'read' } },
    ],
    now: () => time,
    oauth2: { consumers: [app], ...oauth2 },
    ...options,
  });
  const visit: OAuth2Scene['visit'] = (query, init) =>
    emulator.fetch(new Request(`${web}/site/oauth2/authorize?${new URLSearchParams(query)}`, init));
  const authorize: OAuth2Scene['authorize'] = async (query = {}) => {
    const asked = { client_id: 'app', response_type: 'code', state: 'st', ...query };
    return new URL((await visit(asked)).headers.get('location') ?? 'none:');
  };
  const code: OAuth2Scene['code'] = async (query) => (await authorize(query)).searchParams.get('code') ?? '';
  const token: OAuth2Scene['token'] = async (form, headers = basic('app', 'app-secret')) => {
    const answer = await emulator.fetch(
      new Request(`${web}/site/oauth2/access_token`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(form),
      }),
    );
    const body = (await answer.json()) as TokenAnswer;
    return { ...body, status: answer.status, headers: answer.headers };
  };
  return {
    emulator,
    wait: (milliseconds) => {
      time += milliseconds;
    },
    now: () => time,
    visit,
    authorize,
    code,
    token,
    grant: async (query) => token({ grant_type: 'authorization_code', code: await code(query) }),
    call: (path, accessToken, init = {}) => {
      const headers = { authorization: `Bearer ${accessToken}`, ...init.headers };
      return emulator.fetch(new Request(api + path, { ...init, headers }));
    },
    stop: () => emulator.close(),
  };
}
