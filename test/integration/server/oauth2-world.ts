/** The emulated server by https, an app that people connect it to by OAuth 2.0, and a browser. */
import { memoryStore } from 'bitbucket-sdk';
import {
  type BitbucketServerIntegration,
  type CommitsEvent,
  createBitbucketApp,
} from 'bitbucket-sdk/integration';
import { createNodeHandler } from 'bitbucket-sdk/node';
import {
  createBitbucketEmulator,
  type EmulatedServerOAuth2Client,
  type EmulatedServerOptions,
} from 'bitbucket-sdk/testing';
import { expect, onTestFinished } from 'vitest';
import { listen } from '../../http-server.ts';
import { sharedSample } from '../../testing/support/git-repository.ts';
import { serverOptions } from '../../testing/support/server-scene.ts';
import { createClock, createLog } from '../../webhooks/receiver-kit.ts';
import { createBrowser, type ShownPage } from './server-world.ts';

export const clientId = 'client:1';
const clientSecret = 'client-secret';
export const organizationId = 'org-1';

/** The emulator by https, an app that may call it, and a browser at the form. */
export async function createWorld({
  link,
  ...server
}: EmulatedServerOptions & { readonly link?: Partial<EmulatedServerOAuth2Client> } = {}) {
  const store = memoryStore();
  const handler: { fetch?: (request: Request) => Promise<Response> } = {};
  const origin = await listen(
    createNodeHandler(
      (request) => handler.fetch?.(request) ?? Promise.reject(new Error('there is no app yet')),
    ),
  );
  const baseUrl = `${origin}/bitbucket`;
  const clock = createClock();
  const log = createLog();
  const redirectUris = [`${baseUrl}/server/setup/callback`];
  const options = serverOptions(await sharedSample(), {
    oauth2Clients: [{ clientId, clientSecret, redirectUris, scopes: ['PROJECT_ADMIN'], ...link }],
    ...server,
  });
  const emulator = await createBitbucketEmulator({ ...options, now: clock.now });
  onTestFinished(() => emulator.close());
  const secure = await emulator.listen({ tls: true });

  const received: CommitsEvent[] = [];
  const app = createBitbucketApp({
    ...{ baseUrl, name: 'Example', description: 'An example', store, now: clock.now, logger: log.logger },
    authorize: () => ({ session: 'ann', organizationId }),
    onCommits: (event) => void received.push(event),
    server: {
      allowServerAddress: ({ address }) => ['127.0.0.1', '::1'].includes(address),
      client: { retry: { limit: 0 } },
    },
  });
  handler.fetch = app.fetch;
  onTestFinished(() => app.close());
  if (app.server === undefined) throw new Error('there is no server half');

  const browser = createBrowser({ app });
  const sendForm = async (): Promise<ShownPage> => {
    const { fields } = await browser.visit(`${baseUrl}/server/setup?organization=${organizationId}`);
    const typed = { method: 'oauth2', url: `${secure.url}/bitbucket/`, clientId, clientSecret };
    const body = new URLSearchParams({ ...fields, ...typed });
    return browser.visit(`${baseUrl}/server/setup`, { method: 'POST', body });
  };
  /** Where the server sends the browser to, with what a person says there. */
  const agree = async (address: string, word?: 'approve' | 'deny'): Promise<string> => {
    const init = word === undefined ? {} : { method: 'POST', body: new URLSearchParams({ [word]: 'yes' }) };
    return (await emulator.fetch(new Request(address, init))).headers.get('location') ?? '';
  };
  const connect = async () => {
    const sent = await sendForm();
    const done = await browser.visit(await agree(sent.location));
    expect([done.status, done.html]).toEqual([200, expect.stringContaining('is connected')]);
    return (await store.integrations.findByOrganization(organizationId))[0];
  };
  const refreshes = (): string[] =>
    (emulator.serverOAuth2?.exchanges ?? [])
      .filter(({ grant }) => grant === 'refresh_token')
      .map(({ outcome }) => outcome);
  return {
    app,
    server: app.server,
    store,
    clock,
    log,
    emulator,
    secure,
    browser,
    received,
    sendForm,
    agree,
    connect,
    refreshes,
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

export async function integrationOf({ server, store }: World): Promise<BitbucketServerIntegration> {
  const [record] = await store.integrations.findByOrganization(organizationId);
  const integration = await server.getIntegration(organizationId, record?.id ?? '');
  if (integration === undefined) throw new Error('there is no integration');
  return integration;
}
