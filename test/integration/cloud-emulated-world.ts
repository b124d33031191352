/** An app and an emulated Bitbucket whose workspaces are connected without Connect, as people would do it. */
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import type { BitbucketAppOptions, BitbucketIntegration } from 'bitbucket-sdk/integration';
import type { BitbucketEmulatorOptions } from 'bitbucket-sdk/testing';
import { createWorld, organizationId, session, type World } from './app-world.ts';
import { baseUrl, callbackUrl, consumer } from './cloud-setup-world.ts';

export const enough = ['repository', 'pullrequest', 'webhook'];
export const scopes = ['account', ...enough];
const granular = [
  ...['read:repository:bitbucket', 'read:pullrequest:bitbucket'],
  ...['read:webhook:bitbucket', 'write:webhook:bitbucket', 'delete:webhook:bitbucket'],
];
export const email = 'ann@example.com';

const emulated = (fields: Partial<BitbucketEmulatorOptions> = {}): Partial<BitbucketEmulatorOptions> => ({
  users: [{ username: 'ann', email, workspaces: { acme: 'admin' } }],
  credentials: {
    accessTokens: [
      { token: 'of-workspace', workspace: 'acme', scopes: enough },
      { token: 'of-repository', workspace: 'acme', repository: 'api', scopes: enough },
      { token: 'of-project', workspace: 'acme', project: 'ACME', scopes: enough },
      { token: 'reader', workspace: 'acme', scopes: ['repository'] },
      { token: 'writer', workspace: 'acme', scopes: ['repository:write'] },
    ],
    apiTokens: [{ email, token: 'of-ann', scopes: granular }],
  },
  oauth2: { consumers: [{ ...consumer, workspace: 'acme', callbackUrl, scopes }] },
  ...fields,
});

export const createCloudWorld = (
  fields?: Partial<BitbucketEmulatorOptions>,
  options: Partial<BitbucketAppOptions> = {},
): Promise<World> => createWorld({ oauth2: consumer, ...options }, emulated(fields));

/** A browser that goes wherever it is sent, to the app and to Bitbucket, and posts forms of the app. */
function createBrowser({ app, emulator }: World) {
  const cookies = new Map([['session', session]]);
  const visit = async (
    url: string,
    form?: Record<string, string>,
  ): Promise<{ status: number; html: string }> => {
    const isApp = url.startsWith(baseUrl);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const init: RequestInit = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const request = new Request(url, isApp ? { ...init, headers: { cookie } } : init);
    const response = await (isApp ? app.fetch(request) : emulator.fetch(request));
    for (const given of isApp ? response.headers.getSetCookie() : []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return visit(location);
    return { status: response.status, html: await response.text() };
  };
  return { visit };
}

const fieldsOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...(html.split('</form>')[0] ?? '').matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

/** Goes through the set-up by OAuth 2.0 as a person would. */
export async function grant(world: World, workspace?: string): Promise<{ status: number; html: string }> {
  const { visit } = createBrowser(world);
  const form = await visit(world.app.createSetupUrl({ organizationId }));
  const shown = await visit(`${baseUrl}/cloud/setup`, fieldsOf(form.html));
  if (workspace === undefined) return shown;
  const [, uuid = ''] =
    new RegExp(`value="([^"]*)" required> [^<]*<small>\\(${workspace}\\)`).exec(shown.html) ?? [];
  return visit(`${baseUrl}/cloud/setup/workspace`, { ...fieldsOf(shown.html), workspace: uuid });
}

export async function integrationOf({ app, store }: World): Promise<BitbucketIntegration> {
  const [record] = await store.integrations.findByOrganization(organizationId);
  const integration = record && (await app.getIntegration(organizationId, record.id));
  if (integration === undefined) throw new Error('there is no integration');
  return integration;
}

/** Somebody makes a branch of a repository, of which Bitbucket tells the hooks as of a push. */
export async function makeBranch({ emulator, sample }: World, repo: string, name: string): Promise<void> {
  const client = new BitbucketApiClient({
    auth: accessToken('writer'),
    fetch: (url, init) => emulator.fetch(new Request(url, init)),
  });
  const [workspace = '', repo_slug = ''] = repo.split('/');
  await client.request('POST /repositories/{workspace}/{repo_slug}/refs/branches', {
    path: { workspace, repo_slug },
    body: { name, target: { hash: (await sample.git('rev-parse', 'HEAD')).trim() } },
  });
  await emulator.settled();
}

export const names = async (integration: BitbucketIntegration): Promise<string[]> =>
  (await integration.getRepositories()).map(({ identifier }) => identifier).sort();

/** Resolves when what follows a set-up is done, without closing the app. */
export const untilSecured = async ({ store }: World, id: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await store.integrations.get(id))?.webhookSecrets.length === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
