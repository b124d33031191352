/** As much of a Bitbucket as renewing takes: refresh tokens that rotate, with a grace, and a repository behind a token. */
import type { OAuth2Token } from 'bitbucket-sdk/auth';
import { type RecordedRequest, startServer, type TestAnswer } from '../http-server.ts';

export interface RefreshExchange {
  readonly refreshToken: string;
  readonly at: number;
  readonly granted: boolean;
}

export interface RotatingBitbucket {
  /** Every refresh that was asked for, in order. */
  readonly exchanges: readonly RefreshExchange[];
  /** How often the repository was asked for with a token that does not live. */
  readonly refusals: number;
  /** A new grant, as the callback gave it, whose access token has expired long ago. */
  grant(): OAuth2Token;
  /** A new grant whose access token lives by the clock, while Bitbucket takes it no more. */
  revokedGrant(): OAuth2Token;
  isLive(token: OAuth2Token | undefined): boolean;
  answer(request: RecordedRequest): Promise<TestAnswer>;
  /** For clients in this process. */
  fetch(url: string, init: RequestInit): Promise<Response>;
}

export interface RotatingBitbucketOptions {
  /** Milliseconds for which a refresh token works that was replaced. */
  readonly grace?: number;
  readonly now?: () => number;
  /** Awaited by each refresh after it was noted, and before it is answered. */
  readonly beforeAnswer?: () => Promise<void>;
}

export function createRotatingBitbucket(options: RotatingBitbucketOptions = {}): RotatingBitbucket {
  const { grace = 600_000, now = Date.now, beforeAnswer } = options;
  const exchanges: RefreshExchange[] = [];
  const live = new Set<string>();
  /** When each was replaced, if it was. */
  const refreshTokens = new Map<string, number | undefined>();
  let count = 0;
  let refusals = 0;

  const issue = () => {
    count += 1;
    refreshTokens.set(`refresh-${count}`, undefined);
    return { accessToken: `access-${count}`, refreshToken: `refresh-${count}`, scopes: ['repository'] };
  };

  const refresh = async (refreshToken: string): Promise<TestAnswer> => {
    const replacedAt = refreshTokens.get(refreshToken);
    const granted =
      refreshTokens.has(refreshToken) && (replacedAt === undefined || now() < replacedAt + grace);
    exchanges.push({ refreshToken, at: now(), granted });
    if (granted) refreshTokens.set(refreshToken, replacedAt ?? now());
    const next = granted ? issue() : undefined;
    if (next !== undefined) live.add(next.accessToken);
    await beforeAnswer?.();
    if (next === undefined) return { status: 400, body: { error: 'invalid_grant' } };
    const { accessToken: access_token, refreshToken: refresh_token } = next;
    const rest = { token_type: 'bearer', expires_in: 7_200, scopes: 'repository' };
    return { body: { access_token, refresh_token, ...rest } };
  };

  const answer = async ({ url, headers, body }: RecordedRequest): Promise<TestAnswer> => {
    if (url.endsWith('/site/oauth2/access_token')) {
      return refresh(new URLSearchParams(body).get('refresh_token') ?? '');
    }
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (token !== undefined && live.has(token)) return { body: { full_name: 'acme/widgets' } };
    refusals += 1;
    return { status: 401, body: { type: 'error', error: { message: 'Token is invalid or expired' } } };
  };

  return {
    exchanges,
    get refusals() {
      return refusals;
    },
    grant: () => ({ ...issue(), expiresAt: 1 }),
    revokedGrant: () => ({ ...issue(), expiresAt: now() + 7_200_000 }),
    isLive: (token) => token !== undefined && live.has(token.accessToken),
    answer,
    async fetch(address, init) {
      const { method, url, headers } = new Request(address, init);
      const body = await new Response(init.body).text();
      const given = await answer({ method, url, headers: Object.fromEntries(headers), body });
      return Response.json(given.body, { status: given.status ?? 200 });
    },
  };
}

/** The same behind a port, for other processes. */
export async function startRotatingBitbucket(options?: RotatingBitbucketOptions) {
  const bitbucket = createRotatingBitbucket(options);
  const { origin } = await startServer(bitbucket.answer);
  return { bitbucket, origin };
}
