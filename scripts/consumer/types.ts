/** Type-checked inside a project that has the package installed, as its user would, with every check on. */
import { type AnyBitbucketError, accessToken, BitbucketApiClient, isBitbucketError } from 'bitbucket-sdk';
import { BitbucketServer } from 'bitbucket-sdk/server';
import { createWebhookReceiver } from 'bitbucket-sdk/webhooks';

/** True only for the type itself: what a missing declaration turns into, `any`, is not. */
type IsExactly<Left, Right> =
  (<X>() => X extends Left ? 1 : 2) extends <X>() => X extends Right ? 1 : 2 ? true : false;
const holds = <T extends true>(value: T): T => value;

export const client = new BitbucketApiClient({ auth: accessToken('token') });

export async function nameOf(workspace: string, repoSlug: string): Promise<string> {
  const repository = await client.request('GET /repositories/{workspace}/{repo_slug}', {
    path: { workspace, repo_slug: repoSlug },
  });
  holds<IsExactly<typeof repository.full_name, string>>(true);
  // @ts-expect-error a route that Bitbucket does not have
  await client.request('GET /repos/{workspace}', { path: { workspace } });
  return repository.full_name;
}

export const server = new BitbucketServer({
  baseUrl: 'https://git.example.com/bitbucket',
  auth: accessToken('token'),
});

export async function slugOf(projectKey: string, repositorySlug: string): Promise<string> {
  const repository = await server.request('GET /api/latest/projects/{projectKey}/repos/{repositorySlug}', {
    path: { projectKey, repositorySlug },
  });
  holds<IsExactly<typeof repository.slug, string>>(true);
  return repository.slug;
}

export const receiver = createWebhookReceiver({ product: 'cloud', secret: 'secret' });
receiver.on('repo:push', ({ payload }) => {
  const name = payload.repository.full_name;
  holds<IsExactly<typeof name, string>>(true);
});
// @ts-expect-error an event that Bitbucket does not send
receiver.on('repo:pushed', () => {});

export function statusOf(error: unknown): number | undefined {
  if (!isBitbucketError(error)) return undefined;
  holds<IsExactly<typeof error, AnyBitbucketError>>(true);
  return error.code === 'not_found' ? error.status : undefined;
}
