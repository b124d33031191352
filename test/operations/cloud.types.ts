/** What the types of Bitbucket Cloud's routes take and refuse. The compiler runs this; nothing here is called. */
import type {
  CloudRoutes,
  Commit,
  Draft,
  Pullrequest,
  Repository,
  User,
} from '../../src/cloud/operations.ts';
import { multipart } from '../../src/http/multipart.ts';
import type { RestClient } from '../../src/http/rest-client.ts';
import type { ItemOf, PagedRoute, ResultOf } from '../../src/http/routes.ts';
import { holds, type IsAny, type Same } from './type-equality.ts';

const repository = { workspace: 'acme', repo_slug: 'api' };
const route = 'GET /repositories/{workspace}/{repo_slug}';

export async function takesRightCalls(cloud: RestClient<CloudRoutes>) {
  const found = await cloud.request(route, { path: repository, query: { fields: 'uuid' } });
  holds<Same<typeof found, Repository>>();
  holds<Same<typeof found.name, string>>();

  const commit = await cloud.request('GET /repositories/{workspace}/{repo_slug}/commit/{commit}', {
    path: { ...repository, commit: 'a1b2c3d' },
  });
  holds<Same<typeof commit.hash, string>>();
  const account = await cloud.request('GET /users/{selected_user}', { path: { selected_user: '{uuid}' } });
  holds<Same<typeof account.display_name, string>>();
  holds<Same<typeof account.nickname, string | undefined>>();

  const diff = await cloud.request('GET /repositories/{workspace}/{repo_slug}/diff/{spec}', {
    path: { ...repository, spec: 'a..b' },
    query: { path: ['a.ts', 'b.ts'], context: 0, binary: false },
    as: 'text',
  });
  holds<Same<typeof diff, string>>();
  const patch = await cloud.request(
    'GET /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/patch',
    { path: { ...repository, pull_request_id: 1 }, as: 'stream' },
  );
  holds<Same<typeof patch, ReadableStream<Uint8Array>>>();
  const gone = await cloud.request('DELETE /repositories/{workspace}/{repo_slug}', { path: repository });
  holds<Same<typeof gone, undefined>>();
  await cloud.request('GET /user');

  for await (const item of cloud.paginate('GET /repositories/{workspace}/{repo_slug}/pullrequests', {
    path: repository,
    query: { state: ['OPEN', 'MERGED'], q: 'title ~ "x"', pagelen: 50, page: 2 },
  })) {
    holds<Same<typeof item, Pullrequest>>();
  }
  for await (const item of cloud.paginate('GET /repositories/{workspace}/{repo_slug}/commits', {
    path: repository,
  })) {
    holds<Same<typeof item.hash, string>>();
  }
}

export async function takesRightBodies(cloud: RestClient<CloudRoutes>) {
  const created = await cloud.request('POST /repositories/{workspace}/{repo_slug}/pullrequests', {
    path: repository,
    body: {
      title: 'Add a file',
      source: { branch: { name: 'feature' } },
      reviewers: [{ uuid: '{1}' }],
    },
  });
  holds<Same<typeof created.id, number>>();
  const hook = await cloud.request('POST /repositories/{workspace}/{repo_slug}/hooks', {
    path: repository,
    body: { url: 'https://app.example.com', active: true, events: ['repo:push'], secret: null },
  });
  holds<Same<typeof hook.uuid, string>>();
  const merged = await cloud.request(
    'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge',
    { path: { ...repository, pull_request_id: '1' }, query: { async: true } },
  );
  holds<Same<typeof merged, Pullrequest | undefined>>();
  await cloud.request('POST /repositories/{workspace}/{repo_slug}/src', {
    path: repository,
    body: new FormData(),
  });
  const form = multipart([{ name: 'a.txt', content: new ReadableStream<Uint8Array>(), size: 3 }]);
  await cloud.request('POST /repositories/{workspace}/{repo_slug}/src', { path: repository, body: form });
  await cloud.request('POST /snippets', { body: form });
  await cloud.request('POST /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build', {
    path: { ...repository, commit: 'a1b2c3d' },
    body: { key: 'ci', state: 'SUCCESSFUL', url: undefined },
  });
  await cloud.request(
    'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/reports/{reportId}/annotations',
    { path: { ...repository, commit: 'a1', reportId: 'r' }, body: [{ external_id: '1', summary: 's' }] },
  );
  // An unknown word of an open list may be sent: the platform may know it already.
  const state: Draft<Pullrequest> = { state: 'QUEUED' };
  return state;
}

export async function refusesWrongCalls(cloud: RestClient<CloudRoutes>) {
  // @ts-expect-error no such route
  await cloud.request('GET /repositories/{workspace}/{repo}', { path: repository });
  // @ts-expect-error no such method
  await cloud.request('PATCH /repositories/{workspace}/{repo_slug}', { path: repository });
  // @ts-expect-error no options
  await cloud.request(route);
  // @ts-expect-error a path parameter is missing
  await cloud.request(route, { path: { workspace: 'acme' } });
  // @ts-expect-error a path parameter is no text
  await cloud.request(route, { path: { workspace: 'acme', repo_slug: {} } });
  // @ts-expect-error an unknown path parameter
  await cloud.request(route, { path: { workspace: 'acme', repo_slug: 'api', repo: 'api' } });
  // @ts-expect-error an unknown query key
  await cloud.request(route, { path: repository, query: { field: 'uuid' } });
  const form = multipart([{ name: 'a', content: 'b' }]);
  const hooks = 'POST /repositories/{workspace}/{repo_slug}/hooks';
  // @ts-expect-error a form where JSON is due
  await cloud.request(hooks, { path: repository, body: form });
  const statuses = 'POST /repositories/{workspace}/{repo_slug}/commits';
  // @ts-expect-error a form with files where only fields are taken
  await cloud.request(statuses, { path: repository, body: form });
  // @ts-expect-error a form where any record is taken
  await cloud.request('PUT /addon', { body: form });
  // @ts-expect-error a form's content that is none
  multipart([{ name: 'a', content: 1 }]);
  // @ts-expect-error a part without its name
  multipart([{ content: 'a' }]);
  const pulls = 'GET /repositories/{workspace}/{repo_slug}/pullrequests';
  // @ts-expect-error no such state
  await cloud.request(pulls, { path: repository, query: { state: 'OPENED' } });
  // @ts-expect-error a page length is a number
  await cloud.request(pulls, { path: repository, query: { pagelen: '50' } });
  // @ts-expect-error a GET has no body
  await cloud.request(route, { path: repository, body: {} });
  const search = 'GET /workspaces/{workspace}/search/code';
  // @ts-expect-error a query parameter is missing
  await cloud.request(search, { path: { workspace: 'acme' } });
  const diff = 'GET /repositories/{workspace}/{repo_slug}/diff/{spec}';
  // @ts-expect-error a diff is not read as JSON
  await cloud.request(diff, { path: { ...repository, spec: 'a' } });
  const file = 'GET /repositories/{workspace}/{repo_slug}/downloads/{filename}';
  // @ts-expect-error a download is not read as text
  await cloud.request(file, { path: { ...repository, filename: 'a.zip' }, as: 'text' });
  // @ts-expect-error one repository is no list
  cloud.paginate(route, { path: repository });
}

export async function refusesWrongBodies(cloud: RestClient<CloudRoutes>, commit: Commit, user: User) {
  const hooks = 'POST /repositories/{workspace}/{repo_slug}/hooks';
  // @ts-expect-error no body
  await cloud.request(hooks, { path: repository });
  // @ts-expect-error an unknown field
  await cloud.request(hooks, { path: repository, body: { urll: 'https://app.example.com' } });
  // @ts-expect-error a field of another type
  await cloud.request(hooks, { path: repository, body: { active: 'yes' } });
  const status = 'POST /repositories/{workspace}/{repo_slug}/commit/{commit}/statuses/build';
  // @ts-expect-error a field is missing
  await cloud.request(status, { path: { ...repository, commit: 'a1' }, body: { key: 'ci' } });
  const pulls = 'POST /repositories/{workspace}/{repo_slug}/pullrequests';
  // @ts-expect-error an unknown field, further in
  await cloud.request(pulls, { path: repository, body: { source: { branch: { nmae: 'x' } } } });
  // @ts-expect-error a misspelt field of an answer
  commit.hsah;
  // @ts-expect-error a field that may be missing
  user.nickname.length;
}

type Results = { [R in keyof CloudRoutes]: ResultOf<CloudRoutes[R], 'json'> };
type AnyResults = { [R in keyof Results]: IsAny<Results[R]> extends true ? R : never }[keyof Results];
type AnyItems = {
  [R in PagedRoute<CloudRoutes>]: IsAny<ItemOf<CloudRoutes[R]>> extends true ? R : never;
}[PagedRoute<CloudRoutes>];
type UnknownResults = {
  [R in keyof Results]: unknown extends Results[R] ? R : never;
}[keyof Results];

holds<Same<AnyResults, never>>();
holds<Same<AnyItems, never>>();
holds<Same<UnknownResults, never>>();
