/** An app and an emulated Bitbucket that call each other without a port: one fetch function stands between them. */
import { memoryStore } from 'bitbucket-sdk';
import {
  type BitbucketApp,
  type BitbucketAppOptions,
  type BitbucketStore,
  type CommitsEvent,
  createBitbucketApp,
} from 'bitbucket-sdk/integration';
import {
  type BitbucketEmulator,
  type BitbucketEmulatorOptions,
  createBitbucketEmulator,
  samples,
  signDelivery,
} from 'bitbucket-sdk/testing';
import { onTestFinished } from 'vitest';
import { makeSample, type Sample } from '../testing/support/git-repository.ts';

export const baseUrl = 'https://app.example.com/bitbucket';
export const organizationId = 'org-1';
export const session = 'session-of-ann';

export interface World {
  readonly app: BitbucketApp;
  readonly store: BitbucketStore;
  readonly emulator: BitbucketEmulator;
  readonly sample: Sample;
  /** What `onCommits` was called with. */
  readonly received: CommitsEvent[];
  /** Every call that left the app, as `METHOD /path`. */
  readonly calls: string[];
  /** Cuts the app off from Bitbucket, or answers for it. */
  bitbucket: ((request: Request) => Promise<Response>) | undefined;
}

/** Repositories `acme/api` (with history) and `acme/web`, `rival/site`; nothing is installed. */
export async function createWorld(
  options: Partial<BitbucketAppOptions> = {},
  emulated: Partial<BitbucketEmulatorOptions> = {},
): Promise<World> {
  const sample = await makeSample();
  onTestFinished(() => sample.remove());
  const received: CommitsEvent[] = [];
  const calls: string[] = [];
  const store = options.store ?? memoryStore();
  const world: { bitbucket: World['bitbucket'] } = { bitbucket: undefined };

  const emulator = await createBitbucketEmulator({
    repositories: [
      { fullName: 'acme/api', from: sample.folder },
      { fullName: 'acme/web', from: sample.folder },
      { fullName: 'rival/site', from: sample.folder },
    ],
    hooks: { retryDelay: 1 },
    fetch: (url, init) => app.fetch(new Request(url, init)),
    ...emulated,
  });
  onTestFinished(() => emulator.close());

  const app = createBitbucketApp({
    baseUrl,
    key: 'example',
    name: 'Example',
    description: 'An example',
    store,
    // Somebody who may set up every organization, and stands in the first.
    authorize: ({ headers }, question) =>
      headers.get('cookie')?.split('; ').includes(`session=${session}`)
        ? { session, organizationId: question.organizationId ?? organizationId }
        : false,
    onCommits: (event) => void received.push(event),
    ...options,
    client: {
      retry: { limit: 0 },
      ...options.client,
      fetch: (url, init) => {
        const request = new Request(url, init);
        calls.push(`${request.method} ${new URL(url).pathname}`);
        return (world.bitbucket ?? emulator.fetch)(request);
      },
    },
  });
  onTestFinished(() => app.close());
  return Object.assign(world, { app, store, emulator, sample, received, calls });
}

/** Goes through the install as a browser would, and gives the integration that stands at its end. */
export async function install(
  { app, emulator, store }: World,
  workspace = 'acme',
  organization = organizationId,
) {
  const site = new URL(await app.createInstallUrl({ organizationId: organization, session }));
  site.searchParams.set('workspace', workspace);
  const granted = await emulator.fetch(new Request(site));
  const back = granted.headers.get('location') ?? '';
  const page = await app.fetch(new Request(back, { headers: { cookie: `session=${session}` } }));
  if (page.status >= 400) throw new Error(`the set-up ended with ${page.status}: ${await page.text()}`);
  const records = await store.integrations.findByOrganization(organization);
  const record = records.find(
    ({ name, metadata }) => name === workspace || metadata.domainName.endsWith(`/${workspace}`),
  );
  const integration = record && (await app.getIntegration(organization, record.id));
  if (integration === undefined) throw new Error('there is no integration after the set-up');
  return integration;
}

export interface PushInput {
  readonly organizationId?: string;
  readonly integrationId: string;
  readonly secret: string | undefined;
  readonly uuid: string;
  readonly fullName?: string;
  readonly change?: (payload: ReturnType<(typeof samples.cloud)['repo:push']>) => void;
}

/** Delivers a signed push to an integration's webhook. */
export async function deliverPush(
  { app }: World,
  { fullName = 'acme/api', ...input }: PushInput,
): Promise<Response> {
  const payload = samples.cloud['repo:push']();
  Object.assign(payload.repository, { uuid: input.uuid, full_name: fullName });
  input.change?.(payload);
  const delivery = signDelivery({ product: 'cloud', eventKey: 'repo:push', payload, secret: input.secret });
  const path = `/organizations/${input.organizationId ?? organizationId}/integrations/${input.integrationId}/webhook`;
  return app.fetch(delivery.toRequest(baseUrl + path));
}
