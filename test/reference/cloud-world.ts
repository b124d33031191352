/** What works by each credential on Cloud: an integration of the host, or a client where no integration keeps it. */
import {
  type Authorizer,
  createCloudOAuth2Client,
  createConnectOAuth2Client,
  oauth2,
} from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import {
  type BitbucketApp,
  BitbucketClient,
  type BitbucketIntegration,
  createWebhookEndpoint,
  type IntegrationRecord,
} from 'bitbucket-sdk/integration';
import {
  baseUrl,
  type CloudGround,
  consumer,
  docs,
  email,
  gadgets,
  open,
  plugin,
  repo,
} from './cloud-ground.ts';

/** A credential at work. */
export interface CloudWorld extends CloudGround {
  /** Its name in the table; also that of the organization which uses it. */
  readonly credential: string;
  readonly client: BitbucketApiClient;
  readonly record: IntegrationRecord;
  /** @throws Error where no integration keeps the credential */
  readonly integration: BitbucketIntegration;
  /** @throws Error for any credential but the plugin's */
  readonly pluginClient: BitbucketClient;
  /** The repositories of `demo` that it is for, by name. */
  readonly sees: readonly string[];
  /** How Bitbucket calls the credential, in the header `x-credential-type`. */
  readonly seenAs: string;
  /** Hands a delivery to the webhook endpoint that works by this credential. */
  deliver(request: Request): Promise<Response>;
}

/** What a way in leaves. */
type Opened =
  | { readonly integration: BitbucketIntegration }
  | { readonly client: BitbucketApiClient; readonly pluginClient?: BitbucketClient };

interface WayIn {
  readonly seenAs: string;
  /** Default: all of the workspace. */
  readonly sees?: readonly string[];
  open(ground: CloudGround): Promise<Opened>;
}

const accessTokens = {
  workspace: { type: 'accessToken', token: 'of-workspace' },
  project: { type: 'accessToken', token: 'of-project' },
  repository: { type: 'accessToken', token: 'of-repository' },
} as const;

const waysIn: Readonly<Record<string, WayIn>> = {
  'connect-jwt': {
    seenAs: 'connect',
    open: async ({ installed: integration }) => ({ integration }),
  },
  'connect-oauth2': {
    seenAs: 'oauth2',
    async open({ installed, store, fetch }) {
      const installation = await store.installations.findByClientKey(installed.record.externalId);
      if (installation === undefined) throw new Error('there is no installation');
      const { clientKey, sharedSecret } = installation;
      const client = createConnectOAuth2Client({ appKey: 'example', clientKey, sharedSecret, fetch });
      return { client: clientBy(oauth2({ client, grant: 'connect_jwt' }), fetch) };
    },
  },
  'oauth2-grant': {
    seenAs: 'oauth2',
    open: (ground) => connectByGrant(ground, 'oauth2-grant'),
  },
  'oauth2-client': {
    seenAs: 'oauth2',
    async open({ fetch }) {
      const client = createCloudOAuth2Client({ ...consumer, fetch });
      return { client: clientBy(oauth2({ client, grant: 'client_credentials' }), fetch) };
    },
  },
  'workspace-token': {
    seenAs: 'accesstoken',
    open: (ground) =>
      connect(ground, 'workspace-token', { target: 'demo', credential: accessTokens.workspace }),
  },
  'project-token': {
    seenAs: 'accesstoken',
    sees: [repo, docs],
    open: (ground) =>
      connect(ground, 'project-token', { target: 'demo/projects/TOOLS', credential: accessTokens.project }),
  },
  'repository-token': {
    seenAs: 'accesstoken',
    sees: [repo],
    open: (ground) =>
      connect(ground, 'repository-token', { target: repo, credential: accessTokens.repository }),
  },
  'api-token': {
    seenAs: 'apitoken',
    open: (ground) =>
      connect(ground, 'api-token', {
        target: 'demo',
        credential: { type: 'apiToken', email, token: 'of-ada' },
      }),
  },
  'oauth1-plugin': {
    seenAs: 'oauth1',
    async open({ fetch }) {
      const pluginClient = new BitbucketClient({ ...plugin, fetch, retry: { limit: 0 } });
      return { client: pluginClient.api, pluginClient };
    },
  },
};

const clientBy = (auth: Authorizer, fetch: CloudGround['fetch']): BitbucketApiClient =>
  new BitbucketApiClient({ auth, fetch, retry: { limit: 0 } });

/** Connects the workspace as Ada does in her browser: a page of the app, Bitbucket's, and back. */
async function connectByGrant({ app, store, fetch }: CloudGround, organizationId: string): Promise<Opened> {
  const cookies = new Map<string, string>();
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies.values()].join('; ');
    const page = await app.fetch(new Request(url, { ...init, headers: { cookie } }));
    for (const [given = ''] of page.headers.getSetCookie().map((line) => line.split(';')))
      cookies.set(given.split('=')[0] ?? '', given);
    return page;
  };
  const page = await visit(app.createSetupUrl({ organizationId }));
  const [, state = ''] = /name="state" value="([^"]*)"/.exec(await page.text()) ?? [];
  const body = new URLSearchParams({ state, organization: organizationId, method: 'oauth2' });
  const sent = await visit(`${baseUrl}/cloud/setup`, { method: 'POST', body });
  const agreed = await fetch(sent.headers.get('location') ?? '');
  const done = await visit(agreed.headers.get('location') ?? '');
  const [record] = await store.integrations.findByOrganization(organizationId);
  const integration = record && (await app.getIntegration(organizationId, record.id));
  return { integration: present(integration, `the set-up ended with ${done.status}: ${await done.text()}`) };
}

/** Connects what a pasted token is for. */
async function connect(
  { app }: CloudGround,
  organizationId: string,
  form: Omit<Parameters<BitbucketApp['connectWorkspace']>[0], 'organizationId'>,
): Promise<Opened> {
  return { integration: await app.connectWorkspace({ organizationId, ...form }) };
}

/** The row that deliveries are proven by, where no integration keeps the credential. */
const bareRecord = ({ store, installed }: CloudGround, organizationId: string) =>
  store.integrations.put({
    ...{ ...installed.record, organizationId, externalId: organizationId, credentials: undefined },
    webhookSecrets: [`secret of ${organizationId}`],
  });

/** @throws Error for a credential that there is no way in by */
export async function openCloudWorld(ground: CloudGround, credential: string): Promise<CloudWorld> {
  const way = waysIn[credential];
  if (way === undefined) throw new Error(`there is no way in by ${credential}`);
  const { seenAs, sees = [gadgets, open, repo, docs] } = way;
  const opened = await way.open(ground);
  const { integration, pluginClient } = { integration: undefined, pluginClient: undefined, ...opened };
  const client = 'client' in opened ? opened.client : opened.integration.getClient();
  const record = integration?.record ?? (await bareRecord(ground, credential));
  return {
    ...{ ...ground, credential, client, record, seenAs, sees: [...sees].sort() },
    get integration() {
      return present(integration, 'no integration keeps it');
    },
    get pluginClient() {
      return present(pluginClient, 'the plugin does not call by it');
    },
    deliver: integration === undefined ? deliverBy(ground, client) : (request) => ground.app.fetch(request),
  };
}

function present<T>(value: T | undefined, problem: string): T {
  if (value === undefined) throw new Error(problem);
  return value;
}

/** The endpoint as a host mounts it that has a client of its own. */
function deliverBy({ store, received }: CloudGround, client: BitbucketApiClient): CloudWorld['deliver'] {
  const { integrations, repositories, inbox } = store;
  const { handle } = createWebhookEndpoint({
    ...{ integrations, repositories, inbox },
    clientFor: () => client,
    onCommits: (event) => void received.push(event),
  });
  return (request) => {
    const [, organizationId = '', integrationId = ''] =
      /organizations\/([^/]+)\/integrations\/([^/]+)\/webhook$/.exec(request.url) ?? [];
    return handle(request, { route: { organizationId, integrationId } });
  };
}
