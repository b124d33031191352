/** An app with Bitbucket Server mounted, a server by hand that speaks https below a context path, and a browser. */
import { generateKeyPairSync } from 'node:crypto';
import { memoryStore } from 'bitbucket-sdk';
import {
  type BitbucketApp,
  type BitbucketAppOptions,
  type BitbucketServerApp,
  type BitbucketServerIntegration,
  type BitbucketStore,
  type CommitsEvent,
  createBitbucketApp,
} from 'bitbucket-sdk/integration';
import { onTestFinished } from 'vitest';
import { memorySignedStates } from '../../../src/stores/memory/signed-states.ts';
import { type RecordedRequest, recording, type TestAnswer } from '../../http-server.ts';
import { type Certificates, listenTls } from '../../server/certificates.ts';
import { createClock, createLog } from '../../webhooks/receiver-kit.ts';

export const baseUrl = 'https://app.example.com/bitbucket';
export const organizationId = 'org-1';
export const restRepo = '/rest/api/latest/projects/ACME/repos/api';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const { publicKey } = pair;
export const privateKey = pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

/** What the server answers by `METHOD /path` below its context path, without query. */
export type Answers = Record<string, TestAnswer | ((request: RecordedRequest) => TestAnswer)>;

export const tokenAnswer = (token: string, secret: string): TestAnswer => ({
  body: new URLSearchParams({ oauth_token: token, oauth_token_secret: secret }).toString(),
  headers: { 'content-type': 'text/plain' },
});

/** What the token endpoint of OAuth 2.0 gives. */
export function grantAnswer(fields: object = {}): TestAnswer {
  const tokens = { access_token: 'access-1', refresh_token: 'refresh-1', token_type: 'bearer' };
  return { body: { ...tokens, expires_in: 3_600, scope: 'REPO_ADMIN', created_at: 1, ...fields } };
}

export const page = (...values: object[]): TestAnswer => ({
  body: { values, size: values.length, limit: 25, start: 0, isLastPage: true, nextPageStart: null },
});

export const apiRepository = {
  id: 42,
  slug: 'api',
  name: 'The API',
  project: { key: 'ACME', name: 'Acme Inc' },
};

const standard: Answers = {
  'POST /plugins/servlet/oauth/request-token': tokenAnswer('request-token', 'request-secret'),
  'POST /plugins/servlet/oauth/access-token': tokenAnswer('access-token', 'access-secret'),
  'GET /rest/api/latest/application-properties': { body: { version: '10.4.0', displayName: 'Bitbucket' } },
  'POST /rest/oauth2/latest/token': grantAnswer(),
  'GET /rest/api/latest/repos': page(apiRepository),
  [`GET ${restRepo}`]: { body: apiRepository },
  [`POST ${restRepo}/webhooks`]: ({ body }) => ({ status: 201, body: { id: 7, ...JSON.parse(body) } }),
  [`GET ${restRepo}/webhooks`]: page(),
  [`DELETE ${restRepo}/webhooks/7`]: { status: 204 },
};

export interface ServerWorld {
  readonly app: BitbucketApp;
  readonly server: BitbucketServerApp;
  readonly store: BitbucketStore;
  readonly clock: ReturnType<typeof createClock>;
  readonly log: ReturnType<typeof createLog>;
  /** What `onCommits` was called with. */
  readonly received: CommitsEvent[];
  /** Where the server answers, with its context path. */
  readonly serverUrl: string;
  readonly requests: RecordedRequest[];
  /** Changes what the server answers. */
  readonly answers: Answers;
}

export async function createServerWorld(
  certificates: Certificates,
  { server: serverOptions, ...options }: Partial<BitbucketAppOptions> = {},
): Promise<ServerWorld> {
  const answers: Answers = { ...standard };
  const requests: RecordedRequest[] = [];
  const listener = recording((request) => {
    const path = new URL(request.url, 'https://server.example').pathname.replace('/git', '');
    const answer = answers[`${request.method} ${path}`] ??
      answers['*'] ?? { status: 404, body: { errors: [] } };
    return typeof answer === 'function' ? answer(request) : answer;
  }, requests);
  const serverUrl = `${await listenTls(certificates.server, listener)}/git`;

  const clock = createClock();
  const log = createLog();
  const received: CommitsEvent[] = [];
  const store = options.store ?? { ...memoryStore(), states: memorySignedStates({ now: clock.now }) };
  const app = createBitbucketApp({
    baseUrl,
    name: 'Example',
    description: 'An example',
    store,
    authorize: hostAuthorizes,
    onCommits: (event) => void received.push(event),
    now: clock.now,
    logger: log.logger,
    ...options,
    server: { allowServerAddress: () => true, client: { retry: { limit: 0 } }, ...serverOptions },
  });
  onTestFinished(() => app.close());
  if (app.server === undefined) throw new Error('there is no server half');
  return { app, server: app.server, store, clock, log, received, serverUrl, requests, answers };
}

/** Ann is in org-1 and Mallory in org-2; each is known by the cookie of the host's own session. */
const hostAuthorizes: NonNullable<BitbucketAppOptions['authorize']> = (request, question) => {
  const user = /host=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const own = { ann: 'org-1', mallory: 'org-2' }[user ?? ''];
  if (own === undefined || (question.organizationId ?? own) !== own) return false;
  return { session: `session-of-${user}`, organizationId: own };
};

export interface ShownPage {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  readonly location: string;
  /** The hidden fields of the first form. */
  readonly fields: Record<string, string>;
}

/** A browser of the host's user, with the cookies that the app gave it. */
export function createBrowser({ app }: Pick<ServerWorld, 'app'>, user = 'ann') {
  const cookies = new Map([['host', user]]);
  const visit = async (url: string, init: RequestInit = {}): Promise<ShownPage> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.fetch(new Request(url, { ...init, headers: { cookie } }));
    for (const given of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      if (/Max-Age=0/.test(given)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const html = await response.text();
    const inputs =
      html.split('</form>')[0]?.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g) ?? [];
    return {
      status: response.status,
      html,
      headers: response.headers,
      location: response.headers.get('location') ?? '',
      fields: Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value])),
    };
  };
  return {
    cookies,
    visit,
    open: (organization = organizationId) => visit(`${baseUrl}/server/setup?organization=${organization}`),
    post: (fields: Record<string, string>) =>
      visit(`${baseUrl}/server/setup`, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

export type Browser = ReturnType<typeof createBrowser>;

/** Fills the form in and posts it. */
export async function submit(
  browser: Browser,
  { serverUrl }: Pick<ServerWorld, 'serverUrl'>,
  fields: Record<string, string> = {},
): Promise<ShownPage> {
  const { fields: hidden } = await browser.open();
  return browser.post({ ...hidden, url: serverUrl, consumerKey: 'my-app', privateKey, ...fields });
}

/** Where the server sends the browser back to: the callback that it was told, with its token. */
export function callbackOf({ requests }: Pick<ServerWorld, 'requests'>, verifier?: string): string {
  const asked = requests.findLast(({ url }) => url.endsWith('/request-token'));
  const url = new URL(
    decodeURIComponent(/oauth_callback="([^"]*)"/.exec(asked?.headers.authorization ?? '')?.[1] ?? ''),
  );
  url.searchParams.set('oauth_token', 'request-token');
  if (verifier !== undefined) url.searchParams.set('oauth_verifier', verifier);
  return url.href;
}

/** Fills in the form for OAuth 2.0, and gives where the browser is sent. */
export async function submitOAuth2(
  browser: Browser,
  world: Pick<ServerWorld, 'serverUrl'>,
  fields: Record<string, string> = {},
): Promise<ShownPage & { readonly query: URLSearchParams }> {
  const typed = { method: 'oauth2', clientId: 'client:1', clientSecret: 'client-secret', ...fields };
  const sent = await submit(browser, world, typed);
  return { ...sent, query: URL.parse(sent.location)?.searchParams ?? new URLSearchParams() };
}

/** Where the server sends the browser back to: the registered address, with its answer and the state. */
export function grantCallback(
  { query }: { readonly query: URLSearchParams },
  answer: Record<string, string>,
): string {
  const state = query.get('state') ?? '';
  return `${query.get('redirect_uri')}?${new URLSearchParams({ ...answer, state })}`;
}

/** Sets an integration up as a person would, by an application link. */
export async function connect(world: ServerWorld): Promise<BitbucketServerIntegration> {
  const browser = createBrowser(world);
  await submit(browser, world);
  const done = await browser.visit(callbackOf(world, 'verifier'));
  const [record] = await world.store.integrations.findByOrganization(organizationId);
  const integration = record && (await world.server.getIntegration(organizationId, record.id));
  if (integration === undefined) throw new Error(`the set-up ended with ${done.status}: ${done.html}`);
  return integration;
}
