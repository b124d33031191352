/** Branches and tags that are made and removed by the API. */
import { isRecord } from '../../../shared/types.ts';
import type { EmulatorContext } from '../context.ts';
import { findRef, mainBranch, peelToCommit, type RefKind, resolveRevision } from '../git/refs.ts';
import type { GitRepository } from '../git/repository.ts';
import { isRefName } from '../git/revision.ts';
import { changeRef, writeTag } from '../git/write.ts';
import { type ChangedRef, tellChangedRefs } from '../ref-changes.ts';
import type { Repository } from '../world.ts';
import { repositoryOf } from './access.ts';
import { accountOf } from './accounts.ts';
import { type Call, json, jsonBody, type Route } from './call.ts';
import { refShape } from './commit-shapes.ts';
import { badFields, notFound, RestError } from './errors.ts';

interface Kind {
  readonly kind: RefKind;
  /** As messages name it. */
  readonly word: 'Branch' | 'Tag';
  readonly key: 'BRANCH' | 'TAG';
}

export function changeRefRoutes(pattern: string, kind: RefKind, context: EmulatorContext): Route[] {
  const what: Kind =
    kind === 'heads' ? { kind, word: 'Branch', key: 'BRANCH' } : { kind, word: 'Tag', key: 'TAG' };
  return [
    { method: 'POST', pattern, right: 'ref:create', handler: (call) => create(call, context, what) },
    {
      method: 'DELETE',
      pattern: `${pattern}/{name...}`,
      right: 'repository:write',
      handler: (call) => remove(call, context, what),
    },
  ];
}

/** A branch points at the commit; a tag is an annotated one, with a message of its own if none is given. */
async function create(call: Call, context: EmulatorContext, what: Kind): Promise<Response> {
  const repository = repositoryOf(context.world, call);
  const { git } = repository;
  const body = await jsonBody(call);
  const name = readName(body['name'], what);
  const commit = await readTarget(body['target'], git);
  const message = typeof body['message'] === 'string' ? body['message'] : '';
  const to =
    what.kind === 'heads' ? commit : await tagFor(call, { name, commit, message, git, now: context.now() });
  if (!(await changeRef(git, { kind: what.kind, name, from: undefined, to })))
    throw already(name, what, (await findRef(git, what.kind, name)) !== undefined);
  await tellOne(call, context, { repository, change: { kind: what.kind, name, old: undefined, new: to } });
  const shape = await refShape(
    what.kind,
    { name, hash: to },
    { world: context.world, repository, origins: call.origins },
  );
  return json(call, shape, { status: 201 });
}

function readName(name: unknown, { word, key }: Kind): string {
  if (typeof name !== 'string' || name === '') throw badFields({ name: ['This field is required.'] });
  if (isRefName(name)) return name;
  const data = { key: `${key}_NAME_INVALID`, message: `${word} name is not valid` };
  throw new RestError(400, `${word} name ${JSON.stringify(name)} is not valid.`, { data });
}

async function readTarget(target: unknown, git: GitRepository): Promise<string> {
  const hash = isRecord(target) ? target['hash'] : undefined;
  if (typeof hash !== 'string' || hash === '') throw badFields({ target: ['hash: This field is required.'] });
  const commit = await resolveRevision(git, hash);
  if (commit !== undefined) return commit;
  throw new RestError(400, `Target hash ${JSON.stringify(hash)} cannot be resolved to one commit.`, {
    data: { key: 'TARGET_INVALID' },
  });
}

/** A name may also be taken by a longer one: where there is `a/b`, git cannot make `a`. */
function already(name: string, { word, key }: Kind, exists: boolean): RestError {
  const message = exists
    ? `${word} "${name}" already exists.`
    : `${word} "${name}" clashes with another one.`;
  return new RestError(exists ? 409 : 400, message, {
    data: { key: exists ? `${key}_ALREADY_EXISTS` : `${key}_NAME_CLASHES` },
  });
}

interface TagInput {
  readonly name: string;
  readonly commit: string;
  readonly message: string;
  readonly git: GitRepository;
  readonly now: number;
}

function tagFor({ principal }: Call, { name, commit, message, git, now }: TagInput): Promise<string> {
  const text = message.trim() === '' ? `Added tag ${name} for changeset ${commit.slice(0, 12)}` : message;
  return writeTag(git, {
    name,
    target: commit,
    message: text,
    tagger: { ...accountOf(principal), time: now },
  });
}

async function remove(call: Call, context: EmulatorContext, what: Kind): Promise<Response> {
  const repository = repositoryOf(context.world, call);
  const { git } = repository;
  const name = call.params['name'] ?? '';
  const ref = await findRef(git, what.kind, name);
  if (ref === undefined || (await peelToCommit(git, ref.hash)) === undefined)
    throw notFound(`${what.word} ${JSON.stringify(name)} not found`);
  if (what.kind === 'heads' && (await mainBranch(git)) === name)
    throw new RestError(400, 'The main branch cannot be deleted.', { data: { key: 'BRANCH_IS_MAIN' } });
  if (!(await changeRef(git, { kind: what.kind, name, from: ref.hash, to: undefined })))
    throw new RestError(409, `${what.word} "${name}" was changed meanwhile.`);
  await tellOne(call, context, {
    repository,
    change: { kind: what.kind, name, old: ref.hash, new: undefined },
  });
  return new Response(null, { status: 204 });
}

async function tellOne(
  { principal, origins }: Call,
  context: EmulatorContext,
  { repository, change }: { repository: Repository; change: ChangedRef },
): Promise<void> {
  await tellChangedRefs(context, { repository, changes: [change], principal, origins });
}
