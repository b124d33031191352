/** A Server half with one application that comes by OAuth 2.0, asked by hand and not through the client. */
import { createHash } from 'node:crypto';
import {
  type BitbucketEmulator,
  createBitbucketEmulator,
  type EmulatedServerOptions,
} from 'bitbucket-sdk/testing';
import { expect } from 'vitest';
import { afterTest } from './cleanups.ts';
import { sharedSample } from './git-repository.ts';
import { base, serverOptions } from './server-scene.ts';

export const redirectUri = 'https://app.example.com/back?kept=1';
export const client = { clientId: 'app:1', clientSecret: 's&cret %', redirectUris: [redirectUri] };
export const verifier = `${'v'.repeat(40)}~._-`;
const challenge = createHash('sha256').update(verifier).digest('base64url');
export const rest = `${base}/rest/oauth2/latest`;

export type Fields = Record<string, string | undefined>;

export async function startOAuth2(server: EmulatedServerOptions = {}) {
  const clock = { now: 1_700_000_000_000 };
  const options = serverOptions(await sharedSample(), { oauth2Clients: [client], ...server });
  const emulator = await createBitbucketEmulator({ ...options, now: () => clock.now });
  afterTest(() => emulator.close());
  return { emulator, clock, ...calls(emulator) };
}

const present = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

function calls(emulator: BitbucketEmulator) {
  const authorize = (fields: Fields = {}, init?: RequestInit) => {
    const query = new URLSearchParams(
      present({
        ...{ response_type: 'code', client_id: client.clientId, redirect_uri: redirectUri, state: 'a b' },
        ...{ scope: 'REPO_READ', code_challenge: challenge, code_challenge_method: 'S256' },
        ...fields,
      }),
    );
    return emulator.fetch(new Request(`${rest}/authorize?${query}`, init));
  };
  /** Where the browser is sent back to. */
  const goBack = async (fields?: Fields, init?: RequestInit): Promise<URLSearchParams> => {
    const answer = await authorize(fields, init);
    expect(answer.status).toBe(302);
    const url = new URL(answer.headers.get('location') ?? '');
    expect(`${url.origin}${url.pathname}`).toBe('https://app.example.com/back');
    return url.searchParams;
  };
  const codeFor = async (fields?: Fields): Promise<string> => (await goBack(fields)).get('code') ?? '';
  const token = async (fields: Fields, headers: Record<string, string> = {}) => {
    const known =
      'authorization' in headers ? {} : { client_id: client.clientId, client_secret: client.clientSecret };
    const body = new URLSearchParams(present({ ...known, ...fields }));
    const answer = await emulator.fetch(new Request(`${rest}/token`, { method: 'POST', headers, body }));
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as Record<string, unknown>,
    };
  };
  const take = (code: string, fields: Fields = {}) =>
    token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...fields,
    });
  const refresh = (refreshToken: unknown, fields: Fields = {}) =>
    token({ grant_type: 'refresh_token', refresh_token: String(refreshToken), ...fields });
  const call = (accessToken: unknown, path: string, init: RequestInit = {}) =>
    emulator.fetch(
      new Request(`${base}/rest/api/latest${path}`, {
        ...init,
        headers: { authorization: `Bearer ${String(accessToken)}` },
      }),
    );
  const grant = async (scope?: string) => (await take(await codeFor({ scope }))).body;
  return { authorize, goBack, codeFor, token, take, refresh, call, grant };
}
