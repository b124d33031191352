/** Build statuses of commits. */
import type { EmulatorContext } from '../../context.ts';
import { publish } from '../../hook-events.ts';
import type { Repository } from '../../world.ts';
import { repositoryOf } from '../access.ts';
import { accountOf } from '../accounts.ts';
import { type Call, json, jsonBody, type Route } from '../call.ts';
import { type CommitScope, commitLinkShape } from '../commit-shapes.ts';
import { commitOf } from '../commits.ts';
import { badFields, notFound } from '../errors.ts';
import { filterAndSort } from '../filter.ts';
import { hookRepositoryShape } from '../hook-repository.ts';
import { pageOf } from '../paging.ts';
import { pullRequestOf } from '../pull-requests/find.ts';
import { type Json, link, microsDate, repositoryAddress, repositoryLinkShape } from '../shapes.ts';
import type { BuildStatus } from './build-status.ts';
import { payloadCommit } from './payload-commit.ts';

export function statusRoutes(context: EmulatorContext): Route[] {
  const below = '/repositories/{workspace}/{repo_slug}';
  const list = `${below}/commit/{commit}/statuses`;
  const one = `${list}/build/{key}`;
  return [
    {
      method: 'GET',
      pattern: list,
      right: 'repository:read',
      handler: (call) => listOfCommit(call, context),
    },
    {
      method: 'POST',
      pattern: `${list}/build`,
      right: 'repository:report',
      handler: (call) => create(call, context),
    },
    {
      method: 'GET',
      pattern: one,
      right: 'repository:read',
      handler: async (call) => {
        const { status, scope } = await statusOf(call, context);
        return json(call, statusShape(status, scope));
      },
    },
    { method: 'PUT', pattern: one, right: 'repository:report', handler: (call) => update(call, context) },
    {
      method: 'GET',
      pattern: `${below}/pullrequests/{pull_request_id}/statuses`,
      right: 'pullrequest:read',
      handler: async (call) => {
        const { source } = await pullRequestOf(call, context);
        return listAnswer(call, context, source);
      },
    },
  ];
}

async function listOfCommit(call: Call, context: EmulatorContext): Promise<Response> {
  const repository = repositoryOf(context.world, call);
  const hash = await commitOf(repository.git, call.params['commit'] ?? '');
  return listAnswer(call, context, { repository, hash });
}

function listAnswer(
  call: Call,
  context: EmulatorContext,
  { repository, hash }: { repository: Repository; hash: string },
): Promise<Response> {
  const refname = call.query.get('refname');
  const scope = { world: context.world, repository, origins: call.origins };
  const all = context.statuses(repository).get(hash) ?? [];
  const shapes = all
    .filter((status) => refname === null || status.refname === refname)
    .map((status) => statusShape(status, scope));
  return pageOf(call, filterAndSort(shapes, call.query), (shape) => shape);
}

/** A key that the commit has already is updated, as on Bitbucket. */
async function create(call: Call, context: EmulatorContext): Promise<Response> {
  const repository = repositoryOf(context.world, call);
  const commit = await commitOf(repository.git, call.params['commit'] ?? '');
  const body = await jsonBody(call);
  const key = body['key'];
  if (typeof key !== 'string' || key === '' || key.length > 40)
    throw badFields({ key: ['1 to 40 characters are needed'] });
  const book = context.statuses(repository);
  const before = book.get(commit)?.find((status) => status.key === key);
  const fields = readFields(body, before ?? { name: '', description: '', refname: null });
  const scope = { world: context.world, repository, origins: call.origins };
  if (before !== undefined) {
    Object.assign(before, fields, { updatedOn: context.now() });
    await tell(call, context, { status: before, event: 'updated', scope });
    return json(call, statusShape(before, scope), { status: 201 });
  }
  const status: BuildStatus = { ...fields, key, commit, createdOn: context.now(), updatedOn: context.now() };
  book.set(commit, [...(book.get(commit) ?? []), status]);
  await tell(call, context, { status, event: 'created', scope });
  return json(call, statusShape(status, scope), { status: 201 });
}

async function update(call: Call, context: EmulatorContext): Promise<Response> {
  const { status, scope } = await statusOf(call, context);
  const fields = readFields(await jsonBody(call), status);
  Object.assign(status, fields, { updatedOn: context.now() });
  await tell(call, context, { status, event: 'updated', scope });
  return json(call, statusShape(status, scope));
}

async function statusOf(
  call: Call,
  context: EmulatorContext,
): Promise<{ status: BuildStatus; scope: CommitScope }> {
  const repository = repositoryOf(context.world, call);
  const { commit: revision = '', key = '' } = call.params;
  const commit = await commitOf(repository.git, revision);
  const status = context
    .statuses(repository)
    .get(commit)
    ?.find((one) => one.key === key);
  if (status === undefined) throw notFound(`Build status ${JSON.stringify(key)} not found`);
  return { status, scope: { world: context.world, repository, origins: call.origins } };
}

const states = ['SUCCESSFUL', 'FAILED', 'INPROGRESS', 'STOPPED'] as const;

type Fields = Pick<BuildStatus, 'state' | 'url' | 'name' | 'description' | 'refname'>;

/** What an update leaves out stays as it was. */
function readFields(
  body: Readonly<Record<string, unknown>>,
  before: Partial<Fields> & Omit<Fields, 'state' | 'url'>,
): Fields {
  const state = states.find((one) => one === (body['state'] ?? before.state));
  if (state === undefined) throw badFields({ state: [`one of ${states.join(', ')} is needed`] });
  const url = body['url'] ?? before.url;
  // A place for variables may stand in it, so it need not be a URL yet.
  if (typeof url !== 'string' || !/^https?:\/\/\S+$/.test(url)) throw badFields({ url: ['not a valid URL'] });
  const text = (field: 'name' | 'description' | 'refname'): string | null => {
    const value = body[field] ?? before[field];
    if (value === null || typeof value === 'string') return value;
    throw badFields({ [field]: ['not a text'] });
  };
  return {
    state,
    url,
    name: text('name') ?? '',
    description: text('description') ?? '',
    refname: text('refname'),
  };
}

function statusShape(status: BuildStatus, scope: CommitScope): Json {
  const { repository, origins } = scope;
  const commit = `${repositoryAddress(repository, origins)}/commit/${status.commit}`;
  return {
    type: 'build',
    key: status.key,
    state: status.state,
    name: status.name,
    description: status.description,
    refname: status.refname,
    url: fillIn(status, repository),
    commit: commitLinkShape(status.commit, scope),
    repository: repositoryLinkShape(repository, origins),
    created_on: microsDate(status.createdOn),
    updated_on: microsDate(status.updatedOn),
    links: {
      self: link(`${commit}/statuses/build/${encodeURIComponent(status.key)}`),
      commit: link(commit),
    },
  };
}

/** The address may name the commit and the repository. */
const fillIn = ({ url, commit }: BuildStatus, { fullName, uuid }: Repository): string =>
  url
    .replaceAll('{repository.full_name}', fullName)
    .replaceAll('{repository.uuid}', uuid)
    .replaceAll('{commit.hash}', commit);

async function tell(
  { principal }: Call,
  context: EmulatorContext,
  { status, event, scope }: { status: BuildStatus; event: 'created' | 'updated'; scope: CommitScope },
): Promise<void> {
  const { repository, origins } = scope;
  const payload = {
    repository: hookRepositoryShape(repository, origins),
    actor: accountOf(principal).shape(origins),
    commit_status: { ...statusShape(status, scope), commit: await payloadCommit(status.commit, scope) },
  };
  publish(context, { event: `repo:commit_status_${event}`, repository, payload });
}
