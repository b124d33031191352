/** An integration over a fetch function: what it asks is recorded, what it is answered is the test's to say. */
import {
  BitbucketIntegration,
  type BitbucketIntegrationOptions,
  type IntegrationRecord,
  type LinkedRepository,
} from 'bitbucket-sdk/integration';

export const workspaceId = '{5a1f8e1c-7d4b-4f0e-9d3a-2b6c8e0f1a35}';
export const repositoryId = '{8d3c5f7a-1b2e-4f6a-9c0d-7e8f9a0b1c2d}';

export const integrationRecord = (fields: Partial<IntegrationRecord> = {}): IntegrationRecord => ({
  id: 'integration-1',
  organizationId: 'org-1',
  provider: 'bitbucket',
  externalId: 'connection:1',
  name: 'acme',
  status: 'active',
  webhookSecrets: ['hook-secret'],
  ...fields,
  metadata: {
    baseUrl: 'https://api.bitbucket.org',
    domainName: 'bitbucket.org/acme',
    scopes: [],
    uuid: workspaceId,
    type: 'team',
    ...fields.metadata,
  },
});

export const linkedRepository = (fields: Partial<LinkedRepository> = {}): LinkedRepository => ({
  id: 'repository-1',
  integrationId: 'integration-1',
  organizationId: 'org-1',
  externalId: repositoryId,
  name: 'acme/api',
  url: 'https://bitbucket.org/acme/api',
  status: 'active',
  config: { name: 'acme/api', webhookId: '{hook}' },
  ...fields,
});

/** A request as the integration sent it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** The path after `/2.0`, decoded. */
  readonly path: string;
  /** The JSON that was sent. */
  readonly body: unknown;
}

export type Answer = (asked: Asked) => Response | object | undefined;

export const refused = (status: number, message?: string, fields?: object): Response =>
  Response.json(message === undefined ? {} : { type: 'error', error: { message, fields } }, { status });

/** What `answer` gives: an object is JSON, nothing is a 404 that names something missing. */
export function bitbucketOf(answer: Answer) {
  const asked: Asked[] = [];
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address);
    const request = new Request(url, init);
    const text = await request.text();
    const path = decodeURIComponent(url.pathname.replace(/^\/2\.0/, ''));
    const call = { method: request.method, url, path, body: text === '' ? undefined : JSON.parse(text) };
    asked.push(call);
    const given = answer(call);
    if (given instanceof Response) return given;
    return given === undefined ? refused(404, 'There is no such thing') : Response.json(given);
  };
  return { asked, fetch, lines: () => asked.map(({ method, path }) => `${method} ${path}`) };
}

export const installations: BitbucketIntegrationOptions['installations'] = {
  findByClientKey: (clientKey) => ({
    clientKey,
    appKey: 'app',
    sharedSecret: 'shared-secret',
    baseUrl: 'https://bitbucket.org',
    baseApiUrl: 'https://api.bitbucket.org',
    principal: { uuid: workspaceId, type: 'team', username: 'acme', displayName: 'Acme' },
    installedAt: 0,
    updatedAt: 0,
    version: '1',
  }),
};

export function integrationOver(
  answer: Answer,
  {
    record,
    ...options
  }: Partial<Omit<BitbucketIntegrationOptions, 'record'>> & { record?: Partial<IntegrationRecord> } = {},
) {
  const bitbucket = bitbucketOf(answer);
  const integration = new BitbucketIntegration({
    installations,
    appKey: 'app',
    ...options,
    record: integrationRecord(record),
    client: { fetch: bitbucket.fetch, retry: { limit: 0 }, ...options.client },
  });
  return { integration, ...bitbucket };
}
