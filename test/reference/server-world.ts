/** One emulated Bitbucket Server and a host of it, with a client or an integration for each credential. */
import { generateKeyPairSync } from 'node:crypto';
import { memoryStore } from 'bitbucket-sdk';
import { basic, createServerOAuth2Client, newCodeVerifier } from 'bitbucket-sdk/auth';
import {
  BitbucketServerIntegration,
  BitbucketServerIntegrationProvider,
  BitbucketServerRepositoryProvider,
  type BitbucketStore,
  createServerWebhookEndpoint,
  type IntegrationRecord,
  type ServerCommitsEvent,
  type ServerCredentials,
} from 'bitbucket-sdk/integration';
import { BitbucketServer, BitbucketServerSetupClient } from 'bitbucket-sdk/server';
import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import type { Sample } from '../testing/support/git-repository.ts';
import { makeHistory } from './cloud-ground.ts';

/** The repository that every credential is for, at least. */
export const repo = 'DEMO/widgets';
/** In the same project. */
const docs = 'DEMO/widgets-docs';
/** In another project that Ada administers. */
const gadgets = 'TOYS/gadgets';
/** Public, so that everybody may read it, and nobody's here. */
export const foreign = 'OTHER/open';
export const hidden = 'OTHER/things';

export const serverUrl = 'https://git.example.com/bitbucket';
const callbackUrl = 'https://app.example.com/bitbucket/server/setup/callback';
const application = { clientId: 'application', clientSecret: 'application-secret' };
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const link = {
  consumerKey: 'link',
  privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

export interface ServerGround {
  readonly emulator: BitbucketEmulator;
  readonly sample: Sample;
  /** The hashes of `main`, newest first; the newest adds a CODEOWNERS file. */
  readonly history: readonly string[];
  readonly store: BitbucketStore;
  readonly provider: BitbucketServerIntegrationProvider;
  readonly repositoryProvider: BitbucketServerRepositoryProvider;
  /** Calls the emulator. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** What was called by it, oldest first. */
  readonly called: URL[];
  close(): Promise<void>;
}

/** A credential at work. */
export interface ServerWorld extends ServerGround {
  /** Its name in the table; also that of the organization which uses it. */
  readonly credential: string;
  readonly client: BitbucketServer;
  readonly record: IntegrationRecord;
  /** @throws Error where no integration keeps the credential */
  readonly integration: BitbucketServerIntegration;
  /** The repositories that it administers, by name. */
  readonly sees: readonly string[];
  /** What the webhook endpoint, which reads commits by this credential, handed over. */
  readonly received: ServerCommitsEvent[];
  deliver(request: Request): Promise<Response>;
}

const webhookUrl = ({
  organizationId,
  id,
}: {
  readonly organizationId: string;
  readonly id: string;
}): string =>
  `https://app.example.com/bitbucket/server/organizations/${organizationId}/integrations/${id}/webhook`;

export async function startServer(): Promise<ServerGround> {
  const { sample, history } = await makeHistory();
  const emulator = await startEmulator(sample);
  const called: URL[] = [];
  const store = memoryStore();
  const { repositories } = store;
  return {
    ...{ emulator, sample, history, store, called },
    provider: new BitbucketServerIntegrationProvider(),
    repositoryProvider: new BitbucketServerRepositoryProvider({ repositories, webhookUrl }),
    fetch: (url, init) => {
      called.push(new URL(url));
      return emulator.fetch(new Request(url, init));
    },
    close: async () => {
      await emulator.close();
      await sample.remove();
    },
  };
}

function startEmulator({ folder: from }: Sample): Promise<BitbucketEmulator> {
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return createBitbucketEmulator({
    repositories: [
      { fullName: 'demo/widgets', from },
      { fullName: 'demo/widgets-docs', from },
      { fullName: 'toys/gadgets', from },
      { fullName: 'other/open', from, private: false },
      { fullName: 'other/things', from },
    ],
    users: [
      {
        ...{ username: 'ada', email: 'ada@example.com', displayName: 'Ada Löw' },
        workspaces: { demo: 'admin', toys: 'admin' },
      },
    ],
    credentials: { basic: [{ username: 'ada', password: 'secret' }] },
    server: {
      contextPath: '/bitbucket',
      projects: { DEMO: 'Demonstration' },
      accessTokens: [
        { token: 'of-ada', user: 'ada' },
        { token: 'of-project', project: 'DEMO' },
        { token: 'of-repository', repository: repo },
      ],
      applicationLinks: [{ consumerKey: link.consumerKey, publicKey }],
      oauth2Clients: [{ ...application, redirectUris: [callbackUrl] }],
    },
  });
}

interface WayIn {
  /** Default: all that Ada administers. */
  readonly sees?: readonly string[];
  /** What an integration keeps, or a client where none keeps the credential. */
  open(ground: ServerGround): Promise<ServerCredentials | BitbucketServer>;
}

const waysIn: Readonly<Record<string, WayIn>> = {
  'oauth1-link': { open: agreeByLink },
  'oauth2-server': { open: agreeByGrant },
  'user-token': { open: async () => ({ type: 'accessToken', token: 'of-ada' }) },
  'project-token': { sees: [repo, docs], open: async () => ({ type: 'accessToken', token: 'of-project' }) },
  'repository-token': { sees: [repo], open: async () => ({ type: 'accessToken', token: 'of-repository' }) },
  password: {
    open: async ({ fetch }) => {
      const auth = basic({ username: 'ada', password: 'secret' });
      return new BitbucketServer({ baseUrl: serverUrl, auth, fetch, retry: { limit: 0 } });
    },
  },
};

/** Where Ada's browser is sent back to when she has agreed. */
async function goBack({ fetch }: ServerGround, url: string): Promise<URLSearchParams> {
  const agreed = await fetch(url, { redirect: 'manual' });
  return new URL(agreed.headers.get('location') ?? '').searchParams;
}

async function agreeByLink(ground: ServerGround): Promise<ServerCredentials> {
  const { fetch } = ground;
  const setup = new BitbucketServerSetupClient({ ...link, baseUrl: serverUrl, fetch });
  const asked = await setup.getRequestToken({ callbackUrl });
  const back = await goBack(ground, setup.getAuthorizeUrl(asked.token));
  const taken = await setup.getAccessToken({ ...asked, verifier: back.get('oauth_verifier') ?? '' });
  return { type: 'oauth1', ...link, token: taken.token, tokenSecret: taken.tokenSecret };
}

async function agreeByGrant(ground: ServerGround): Promise<ServerCredentials> {
  const { fetch, store } = ground;
  const client = createServerOAuth2Client({ ...application, baseUrl: serverUrl, fetch });
  const codeVerifier = newCodeVerifier();
  const way = { redirectUri: callbackUrl, codeVerifier };
  const url = client.getAuthorizeUrl({ ...way, state: 'state', scopes: ['REPO_ADMIN'] });
  const code = (await goBack(ground, url)).get('code') ?? '';
  const tokenKey = 'grant-of-ada';
  await store.tokens.put(tokenKey, await client.getAccessToken({ ...way, code }));
  return { type: 'oauth2', ...application, redirectUri: callbackUrl, tokenKey };
}

/** @throws Error for a credential that there is no way in by */
export async function openServerWorld(ground: ServerGround, credential: string): Promise<ServerWorld> {
  const way = waysIn[credential];
  if (way === undefined) throw new Error(`there is no way in by ${credential}`);
  const { sees = [repo, docs, gadgets] } = way;
  const opened = await way.open(ground);
  const isClient = opened instanceof BitbucketServer;
  const record = await keep(ground, credential, isClient ? undefined : opened);
  const integration = isClient ? undefined : work(ground, record);
  const client = isClient ? opened : work(ground, record).getClient();
  const received: ServerCommitsEvent[] = [];
  return {
    ...{ ...ground, credential, client, record, received, sees: [...sees].sort() },
    get integration() {
      if (integration === undefined) throw new Error(`no integration keeps ${credential}`);
      return integration;
    },
    deliver: deliverBy(ground, { client, record, received }),
  };
}

/** Where no integration keeps the credential, the row is there for deliveries to be proven by. */
async function keep(
  { provider, store }: ServerGround,
  organizationId: string,
  credentials: ServerCredentials | undefined,
): Promise<IntegrationRecord> {
  const state = { baseUrl: serverUrl, verifyTls: true, userName: organizationId };
  const none: ServerCredentials = { type: 'accessToken', token: 'none' };
  const built = provider.buildIntegration({ ...state, credentials: credentials ?? none });
  return store.integrations.put({
    ...{ ...built, organizationId, status: 'active', webhookSecrets: [] },
    credentials: credentials && { ...credentials },
  });
}

const work = ({ fetch, store }: ServerGround, record: IntegrationRecord): BitbucketServerIntegration =>
  new BitbucketServerIntegration({
    ...{ record, tokens: store.tokens, client: { retry: { limit: 0 } } },
    connections: { fetchFor: () => fetch },
  });

function deliverBy(
  { store: { integrations, repositories, inbox } }: ServerGround,
  { client, record, received }: Pick<ServerWorld, 'client' | 'record' | 'received'>,
): ServerWorld['deliver'] {
  const { handle } = createServerWebhookEndpoint({
    ...{ integrations, repositories, inbox },
    clientFor: () => client,
    onCommits: (event) => void received.push(event),
  });
  const route = { organizationId: record.organizationId, integrationId: record.id };
  return (request) => handle(request, { route });
}
