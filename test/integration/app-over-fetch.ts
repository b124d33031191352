/** A mounted app whose Bitbucket is a function: installed, with one integration, and a repository linked if wanted. */
import { memoryStore } from 'bitbucket-sdk';
import {
  type BitbucketAppOptions,
  type CommitsEvent,
  createBitbucketApp,
  type LinkedRepository,
} from 'bitbucket-sdk/integration';
import { type SignDeliveryInput, samples, signDelivery } from 'bitbucket-sdk/testing';
import { onTestFinished } from 'vitest';
import { movableClock, readableLog } from '../connect/world.ts';
import {
  type Answer,
  bitbucketOf,
  installations,
  integrationRecord,
  linkedRepository,
  workspaceId,
} from './integration-kit.ts';

export const appUrl = 'https://app.example.com/bitbucket';
export const hookSecret = 'hook-secret';

/** The workspace's UUID and the repository's, as the samples have them. */
export const sampleRepository = () => samples.cloud['repo:push']().repository;

export async function appOver(answer: Answer, options: Partial<BitbucketAppOptions> = {}) {
  const bitbucket = bitbucketOf((asked) => answer(asked));
  const now = movableClock();
  const log = readableLog();
  const store = memoryStore();
  const received: CommitsEvent[] = [];
  const { id: _, ...record } = integrationRecord();
  const { id } = await store.integrations.put(record);
  const installation = await installations?.findByClientKey('connection:1');
  if (installation === undefined) throw new Error('there is no installation');
  await store.installations.save([{ installation, replaces: undefined }]);
  const app = createBitbucketApp({
    baseUrl: appUrl,
    name: 'Example',
    description: 'An example',
    store,
    onCommits: (event) => void received.push(event),
    now,
    logger: log.logger,
    client: { fetch: bitbucket.fetch, retry: { limit: 0 } },
    ...options,
  });
  onTestFinished(() => app.close());
  const integration = await app.getIntegration('org-1', id);
  if (integration === undefined) throw new Error('there is no integration');

  /** Stores a linked repository without asking Bitbucket. */
  const link = async (fields: Partial<LinkedRepository> = {}) => {
    const { id: __, ...row } = linkedRepository({
      externalId: sampleRepository().uuid,
      name: sampleRepository().full_name,
      integrationId: id,
      ...fields,
    });
    return store.repositories.put(row);
  };
  /** Sends a delivery to the integration's webhook. */
  const deliver = (
    input: Partial<SignDeliveryInput> = {},
    { organizationId = 'org-1', integrationId = id, method = 'POST' } = {},
  ): Promise<Response> => {
    const delivery = signDelivery({
      product: 'cloud',
      eventKey: 'repo:push',
      payload: samples.cloud['repo:push'](),
      secret: hookSecret,
      ...input,
    });
    const url = `${appUrl}/organizations/${organizationId}/integrations/${integrationId}/webhook`;
    const request = method === 'POST' ? delivery.toRequest(url) : new Request(url, { method });
    return app.fetch(request);
  };
  return { app, integration, store, received, now, log, link, deliver, ...bitbucket };
}

/** `/repositories/{workspace}/{repository}` of a linked repository, by the UUIDs that it is called by. */
export const addressOf = ({ externalId }: LinkedRepository, workspace = workspaceId): string =>
  `/repositories/${workspace}/${externalId}`;
