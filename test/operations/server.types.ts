/** What the types of Bitbucket Data Center's routes take and refuse. The compiler runs this; nothing here is called. */
import { multipart } from '../../src/http/multipart.ts';
import type { RestClient } from '../../src/http/rest-client.ts';
import type { ItemOf, PagedRoute, ResultOf } from '../../src/http/routes.ts';
import type {
  RestBranch,
  RestCommit,
  RestPullRequest,
  RestRefRestriction,
  RestRepository,
  ServerRoutes,
} from '../../src/server/operations.ts';
import { holds, type IsAny, type Same } from './type-equality.ts';

const repository = { projectKey: 'PRJ', repositorySlug: 'api' };
const base = '/api/latest/projects/{projectKey}/repos/{repositorySlug}';
const route = `GET ${base}` as const;

export async function takesRightCalls(server: RestClient<ServerRoutes>) {
  const found = await server.request(route, { path: repository });
  holds<Same<typeof found, RestRepository>>();
  holds<Same<typeof found.slug, string>>();
  holds<Same<typeof found.project.key, string>>();

  const commit = await server.request(`GET ${base}/commits/{commitId}`, {
    path: { ...repository, commitId: 'a1b2c3d' },
  });
  holds<Same<typeof commit.id, string>>();
  const user = await server.request('GET /api/latest/users/{userSlug}', { path: { userSlug: 'jane' } });
  holds<Same<typeof user.displayName, string>>();

  const branch = await server.request(`GET ${base}/branches/default`, { path: repository });
  holds<Same<typeof branch, RestBranch | undefined>>();
  const raw = await server.request(`GET ${base}/raw/{path}`, {
    path: { ...repository, path: 'src/a b.ts' },
    query: { at: 'refs/heads/main', markup: false },
    as: 'text',
  });
  holds<Same<typeof raw, string>>();
  const archive = await server.request(`GET ${base}/archive`, {
    path: repository,
    query: { format: 'zip', path: ['a', 'b'] },
    as: 'stream',
  });
  holds<Same<typeof archive, ReadableStream<Uint8Array>>>();
  const diff = await server.request(`GET ${base}/compare/diff{path}`, {
    path: { ...repository, path: '/src/a.ts' },
    query: { from: 'a', to: 'b', contextLines: 3 },
  });
  holds<Same<typeof diff.toHash, string | undefined>>();
  await server.request('GET /api/latest/users', { query: { 'permission.1': 'LICENSED_USER', limit: 100 } });

  for await (const item of server.paginate(`GET ${base}/commits`, {
    path: repository,
    query: { since: 'a', until: 'b', limit: 500, followRenames: true },
    maxItems: 90,
  })) {
    holds<Same<typeof item, RestCommit>>();
  }
  for await (const item of server.paginate(`GET ${base}/files`, { path: repository })) {
    holds<Same<typeof item, string>>();
  }
}

export async function takesRightBodies(server: RestClient<ServerRoutes>) {
  const pull = `${base}/pull-requests/{pullRequestId}` as const;
  const created = await server.request(`POST ${base}/pull-requests`, {
    path: repository,
    body: {
      title: 'Add a file',
      fromRef: { id: 'refs/heads/feature' },
      toRef: { id: 'refs/heads/main' },
      reviewers: [{ user: { name: 'jane' } }],
    },
  });
  holds<Same<typeof created, RestPullRequest>>();
  const merged = await server.request(`POST ${pull}/merge`, {
    path: { ...repository, pullRequestId: created.id },
    body: { version: created.version },
  });
  holds<Same<typeof merged.version, number>>();
  const gone = await server.request(`DELETE ${pull}`, {
    path: { ...repository, pullRequestId: '1' },
    body: { version: 1 },
  });
  holds<Same<typeof gone, undefined>>();
  await server.request(`PUT ${base}/browse/{path}`, {
    path: { ...repository, path: 'a.txt' },
    body: new FormData(),
  });
  const form = multipart([{ name: 'avatar', content: new Blob(['png']).stream() }]);
  await server.request('POST /api/latest/users/{userSlug}/avatar.png', {
    path: { userSlug: 'a' },
    body: form,
  });
  await server.request(`PUT ${base}/secret-scanning/exempt`, { path: repository });
  const comment = await server.request(`POST ${pull}/comments`, {
    path: { ...repository, pullRequestId: 1 },
    body: { text: 'See here', anchor: { path: 'src/a.ts', line: 3, lineType: 'ADDED', fileType: 'TO' } },
  });
  holds<Same<typeof comment.version, number>>();
}

export async function asksForAMediaType(server: RestClient<ServerRoutes>) {
  const restrictions = 'POST /branch-permissions/latest/projects/{projectKey}/restrictions';
  const body = [{ accessKeyIds: [], groupNames: [], userSlugs: ['jane'], type: 'read-only' }];
  const path = { projectKey: 'PRJ' };
  const headers = { 'content-type': 'application/vnd.atl.bitbucket.bulk+json' } as const;
  const made = await server.request(restrictions, { path, body, headers });
  holds<Same<typeof made, RestRefRestriction[]>>();
  // @ts-expect-error the media type is missing
  await server.request(restrictions, { path, body });
}

export async function refusesWrongCalls(server: RestClient<ServerRoutes>) {
  // @ts-expect-error no such route
  await server.request('GET /api/1.0/projects', {});
  // @ts-expect-error no options
  await server.request(route);
  // @ts-expect-error a path parameter is missing
  await server.request(route, { path: { projectKey: 'PRJ' } });
  // @ts-expect-error an undeclared path parameter of the file is missing
  await server.request(`GET ${base}/secret-scanning/exempt`, { path: { projectKey: 'PRJ' } });
  // @ts-expect-error an unknown query key
  await server.request(`GET ${base}/commits`, { path: repository, query: { sinse: 'a' } });
  // @ts-expect-error a limit is a number
  await server.request(`GET ${base}/commits`, { path: repository, query: { limit: 'all' } });
  // @ts-expect-error a flag is no text
  await server.request(`GET ${base}/commits`, { path: repository, query: { followRenames: 'yes' } });
  // @ts-expect-error a query parameter is missing
  await server.request('DELETE /api/latest/admin/users', { query: {} });
  // @ts-expect-error a GET has no body
  await server.request(route, { path: repository, body: {} });
  // @ts-expect-error an archive is not read as text
  await server.request(`GET ${base}/archive`, { path: repository, as: 'text' });
  // @ts-expect-error one repository is no list
  server.paginate(route, { path: repository });
}

export async function refusesWrongBodies(server: RestClient<ServerRoutes>, commit: RestCommit) {
  // @ts-expect-error no body
  await server.request(`POST ${base}/pull-requests`, { path: repository });
  // @ts-expect-error an unknown field
  await server.request(`POST ${base}/webhooks`, { path: repository, body: { nmae: 'x' } });
  // @ts-expect-error a field of another type
  await server.request(`POST ${base}/webhooks`, { path: repository, body: { events: 'repo:refs_changed' } });
  // @ts-expect-error a field is missing
  await server.request('PUT /indexing/latest/threads', { body: {} });
  // @ts-expect-error a misspelt field of an answer
  commit.dispalyId;
}

type Results = { [R in keyof ServerRoutes]: ResultOf<ServerRoutes[R], 'json'> };
type AnyResults = { [R in keyof Results]: IsAny<Results[R]> extends true ? R : never }[keyof Results];
type AnyItems = {
  [R in PagedRoute<ServerRoutes>]: IsAny<ItemOf<ServerRoutes[R]>> extends true ? R : never;
}[PagedRoute<ServerRoutes>];
type UnknownResults = {
  [R in keyof Results]: unknown extends Results[R] ? R : never;
}[keyof Results];

holds<Same<AnyResults, never>>();
holds<Same<AnyItems, never>>();
holds<Same<UnknownResults, never>>();
