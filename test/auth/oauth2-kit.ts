/** A token endpoint for tests: it rotates refresh tokens as Bitbucket Cloud does, and counts what it is asked. */

import { memoryStore } from 'bitbucket-sdk';
import type { OAuth2Token, TokenStore } from 'bitbucket-sdk/auth';
import { createCloudOAuth2Client } from 'bitbucket-sdk/auth';

type Answerer = (
  form: URLSearchParams,
  count: number,
) => Response | undefined | Promise<Response | undefined>;

export interface TokenEndpoint {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The form of each request, in order. */
  readonly asked: URLSearchParams[];
  /** The refresh token that works now. */
  current: string;
  /** Answers instead of the endpoint, when it gives something. */
  instead: Answerer | undefined;
}

/** Tokens are `access-1`, `refresh-1` and so on, 7,200 s long; a refresh token works once. */
export function tokenEndpoint(current = 'refresh-0', lifetime: unknown = 7200): TokenEndpoint {
  let count = 0;
  const endpoint: TokenEndpoint = {
    asked: [],
    current,
    instead: undefined,
    fetch: async (_url, init) => {
      const form = new URLSearchParams(await new Response(init.body).text());
      endpoint.asked.push(form);
      const other = await endpoint.instead?.(form, endpoint.asked.length);
      if (other !== undefined) return other;
      const isRefresh = form.get('grant_type') === 'refresh_token';
      if (isRefresh && form.get('refresh_token') !== endpoint.current) return refusal('invalid_grant');
      count += 1;
      if (isRefresh) endpoint.current = `refresh-${count}`;
      return Response.json({
        access_token: `access-${count}`,
        token_type: 'bearer',
        expires_in: lifetime,
        scope: 'repository webhook',
        ...(isRefresh ? { refresh_token: endpoint.current } : {}),
      });
    },
  };
  return endpoint;
}

export const refusal = (error: string, status = 400): Response =>
  Response.json({ error, error_description: 'CANARY-7f3a' }, { status });

export const grant = (more: Partial<OAuth2Token> = {}): OAuth2Token => ({
  accessToken: 'access-0',
  refreshToken: 'refresh-0',
  expiresAt: 0,
  scopes: ['repository'],
  ...more,
});

/** A clock that tests move. */
export function movableClock(start = Date.parse('2026-11-21T12:00:00Z')) {
  const clock = { at: start, now: () => clock.at };
  return clock;
}

export const clientOf = (endpoint: TokenEndpoint, now?: () => number) =>
  createCloudOAuth2Client({ clientId: 'key', clientSecret: 'secret', fetch: endpoint.fetch, now });

export const newTokens = (): TokenStore => memoryStore().tokens;

/** What a credential puts on a request. */
export async function bearerOf(
  auth: { authorize(request: Request): Promise<Request> },
  signal?: AbortSignal,
): Promise<string | null> {
  const request = new Request('https://api.bitbucket.org/2.0/user', { signal: signal ?? null });
  return (await auth.authorize(request)).headers.get('authorization');
}
