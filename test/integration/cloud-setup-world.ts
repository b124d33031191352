/** An app that connects workspaces without Connect, a Bitbucket Cloud by hand, and a browser. */
import { memoryStore } from 'bitbucket-sdk';
import { type BitbucketApp, type BitbucketAppOptions, createBitbucketApp } from 'bitbucket-sdk/integration';
import { onTestFinished } from 'vitest';
import { memorySignedStates } from '../../src/stores/memory/signed-states.ts';
import { memoryTokens } from '../../src/stores/memory/tokens.ts';
import { createClock, createLog } from '../webhooks/receiver-kit.ts';
import { createBrowser as createAnyBrowser, type ShownPage } from './server/server-world.ts';

export const baseUrl = 'https://app.example.com/bitbucket';
export const organizationId = 'org-1';
export const callbackUrl = `${baseUrl}/cloud/setup/callback`;
export const consumer = { clientId: 'consumer-key', clientSecret: 'SECRET-consumer' };

export const acme = {
  type: 'workspace',
  uuid: '{5a1f8e1c-7d4b-4f0e-9d3a-2b6c8e0f1a35}',
  slug: 'acme',
  name: 'Acme Inc',
  links: { avatar: { href: 'https://bitbucket.org/workspaces/acme/avatar/' } },
};
export const rival = {
  ...acme,
  uuid: '{0c1d2e3f-7d4b-4f0e-9d3a-2b6c8e0f1a35}',
  slug: 'rival',
  name: 'Rival & Sons',
};
export const api = {
  type: 'repository',
  uuid: '{8d3c5f7a-1b2e-4f6a-9c0d-7e8f9a0b1c2d}',
  full_name: 'acme/api',
  slug: 'api',
  name: 'api',
  workspace: acme,
};

export const page = (...values: object[]) => ({ values, pagelen: 100 });
export const accesses = (...workspaces: object[]) =>
  page(...workspaces.map((workspace) => ({ type: 'workspace_access', administrator: true, workspace })));
export const problem = (status: number, message = 'No'): Response =>
  Response.json({ type: 'error', error: { message } }, { status });

/** What Bitbucket said with scopes in its header. */
export const withScopes = (body: object, scopes: string): Response =>
  Response.json(body, { headers: { 'x-oauth-scopes': scopes } });

export const tokenOf = (name: string) => ({
  access_token: `ACCESS-${name}-${'x'.repeat(2_600)}`,
  refresh_token: `REFRESH-${name}`,
  token_type: 'bearer',
  expires_in: 7200,
  scope: 'account repository pullrequest webhook',
});

export interface Asked {
  readonly line: string;
  readonly url: URL;
  readonly authorization: string;
  /** What was posted, as a form. */
  readonly form: URLSearchParams;
}

export type Answer = object | ((asked: Asked) => Response | object | Promise<Response | object>);
/** By `METHOD /path`, without `/2.0` and query, decoded. */
export type Answers = Record<string, Answer>;

const standard = (): Answers => ({
  'POST /site/oauth2/access_token': tokenOf('1'),
  'GET /user/workspaces': accesses(acme),
  'GET /repositories/acme': page(api),
  'GET /repositories/acme/api': api,
  'GET /repositories/acme/api/hooks': page(),
  'GET /workspaces/acme': acme,
});

export type CloudSetupWorld = ReturnType<typeof createCloudSetupWorld>;

export function createCloudSetupWorld(options: Partial<BitbucketAppOptions> = {}) {
  const answers = standard();
  const asked: Asked[] = [];
  const clock = createClock();
  const log = createLog();
  const { now } = clock;
  const timed = { states: memorySignedStates({ now }), tokens: memoryTokens({ now }) };
  const store = options.store ?? { ...memoryStore(), ...timed };
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const request = new Request(address, init);
    const url = new URL(address);
    const path = decodeURIComponent(url.pathname.replace(/^\/2\.0/, ''));
    const call: Asked = {
      line: `${request.method} ${path}`,
      url,
      authorization: request.headers.get('authorization') ?? '',
      form: new URLSearchParams(await request.text()),
    };
    asked.push(call);
    const answer = answers[call.line] ?? problem(404);
    const given = typeof answer === 'function' ? await answer(call) : answer;
    return given instanceof Response ? given.clone() : Response.json(given);
  };
  const app: BitbucketApp = createBitbucketApp({
    baseUrl,
    name: 'Example',
    description: 'An example',
    store,
    oauth2: consumer,
    authorize: hostAuthorizes,
    now,
    logger: log.logger,
    ...options,
    client: { retry: { limit: 0 }, ...options.client, fetch },
  });
  onTestFinished(() => app.close());
  const lines = (): string[] => asked.map(({ line }) => line);
  const stored = async () => store.integrations.findByOrganization(organizationId);
  return { app, store, clock, log, answers, asked, lines, stored };
}

/** Ann is in org-1 and Mallory in org-2; each is known by the cookie of the host's own session. */
const hostAuthorizes: NonNullable<BitbucketAppOptions['authorize']> = (request, question) => {
  const user = /host=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const own = { ann: 'org-1', mallory: 'org-2' }[user ?? ''];
  if (own === undefined || (question.organizationId ?? own) !== own) return false;
  return { session: `session-of-${user}`, organizationId: own };
};

/** A browser of the host's user, with the cookies that the app gave it. */
export function createBrowser(world: Pick<CloudSetupWorld, 'app'>, user = 'ann') {
  const { cookies, visit } = createAnyBrowser(world, user);
  const send = (path: string, fields: Record<string, string>): Promise<ShownPage> =>
    visit(`${baseUrl}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
  return {
    cookies,
    visit,
    open: (organization = organizationId) =>
      visit(world.app.createSetupUrl({ organizationId: organization })),
    post: (fields: Record<string, string>) => send('/cloud/setup', fields),
    choose: (fields: Record<string, string>) => send('/cloud/setup/workspace', fields),
  };
}

export type Browser = ReturnType<typeof createBrowser>;

/** Presses "Connect with Bitbucket"; gives the address at Bitbucket that the browser is sent to. */
export async function leave(browser: Browser): Promise<URL> {
  const { fields } = await browser.open();
  const { location } = await browser.post({ ...fields, method: 'oauth2' });
  return new URL(location);
}

/** Where Bitbucket sends the browser back to. */
export function callbackFrom(site: URL, answer: Record<string, string> = { code: 'the-code' }): string {
  const query = new URLSearchParams({ ...answer, state: site.searchParams.get('state') ?? '' });
  return `${site.searchParams.get('redirect_uri')}?${query}`;
}

/** Goes through all of it, up to what is shown after coming back. */
export async function connectByGrant(browser: Browser, answer?: Record<string, string>): Promise<ShownPage> {
  return browser.visit(callbackFrom(await leave(browser), answer));
}

/** Fills the form for a pasted token in and posts it. */
export async function paste(browser: Browser, typed: Record<string, string> = {}): Promise<ShownPage> {
  const { fields } = await browser.open();
  const filled = { method: 'accessToken', target: 'acme', token: 'TOKEN-7f3a', ...typed };
  return browser.post({ ...fields, ...filled });
}
