/** Commits that are made by the API: files of a form on top of a branch, which may be a new one. */
import { join } from 'node:path';
import type { EmulatorContext } from '../../context.ts';
import { findRef, listRefs, mainBranch, peelToCommit, setMainBranch, targetOf } from '../../git/refs.ts';
import type { GitRepository } from '../../git/repository.ts';
import { changeRef, writeCommit } from '../../git/write.ts';
import { writeTree } from '../../git/write-tree.ts';
import { randomUuid } from '../../identifiers.ts';
import { tellChangedRefs } from '../../ref-changes.ts';
import { repositoryOf } from '../access.ts';
import { accountOf } from '../accounts.ts';
import type { Call } from '../call.ts';
import { badFields, RestError } from '../errors.ts';
import { repositoryAddress } from '../shapes.ts';
import { type CommitForm, readCommitForm } from './read-form.ts';

/**
 * Answers 201 with the commit's address and nothing else, as Bitbucket does.
 *
 * @throws RestError 409 where the given parent is not the branch's newest commit, 400 for what changes nothing
 */
export async function commitFiles(call: Call, context: EmulatorContext): Promise<Response> {
  const repository = repositoryOf(context.world, call);
  const { git } = repository;
  const form = await readCommitForm(call);
  const start = await findStart(git, form);
  const hash = await writeNewCommit(call, context, { git, form, start });
  const { branch, tip } = start;
  if (!(await changeRef(git, { kind: 'heads', name: branch, from: tip, to: hash })))
    throw await refusedMove(git, branch, tip);
  if (start.parent === undefined) await setMainBranch(git, branch);
  const { principal, origins } = call;
  await tellChangedRefs(context, {
    ...{ repository, principal, origins },
    changes: [{ kind: 'heads', name: branch, old: tip, new: hash }],
  });
  const location = `${repositoryAddress(repository, origins)}/commit/${hash}`;
  const headers = { location, 'content-type': 'text/html; charset=utf-8' };
  return new Response(null, { status: 201, headers });
}

interface Start {
  readonly branch: string;
  /** Where the branch is now; undefined for a new one. */
  readonly tip: string | undefined;
  /** Undefined for the first commit of a repository. */
  readonly parent: string | undefined;
}

async function findStart(git: GitRepository, form: CommitForm): Promise<Start> {
  const main = (await mainBranch(git)) ?? 'main';
  const branch = form.branch ?? main;
  const tip = await tipOf(git, branch);
  const given = form.parent === undefined ? undefined : await peelToCommit(git, form.parent);
  if (form.parent !== undefined && given === undefined)
    throw badFields({ parents: [`Commit not found: ${form.parent}`] });
  if (tip !== undefined) {
    if (given === undefined || given === tip) return { branch, tip, parent: tip };
    throw new RestError(409, `The parent is not the newest commit of the branch "${branch}".`);
  }
  const parent = given ?? (await tipOf(git, main));
  if (parent === undefined && (await listRefs(git, 'heads')).length > 0)
    throw badFields({ parents: ['The repository has commits: another root commit cannot be made.'] });
  return { branch, tip, parent };
}

async function tipOf(git: GitRepository, branch: string): Promise<string | undefined> {
  const ref = await findRef(git, 'heads', branch);
  return ref === undefined ? undefined : targetOf(git, ref);
}

interface Draft {
  readonly git: GitRepository;
  readonly form: CommitForm;
  readonly start: Start;
}

async function writeNewCommit(
  { principal }: Call,
  context: EmulatorContext,
  { git, form, start }: Draft,
): Promise<string> {
  const { files, deleted } = form;
  const { parent } = start;
  const indexFile = join(context.scratchFolder, `index-${randomUuid(context.random)}`);
  const tree = await writeTree(git, { from: parent, files, deleted, indexFile });
  if (tree === undefined) throw badFields({ files: ['git cannot have files of such names'] });
  const before = parent === undefined ? git.emptyTree : (await git.objects.info(`${parent}^{tree}`))?.hash;
  if (tree === before && !isNewBranch(form, start))
    throw new RestError(400, 'The commit would be empty: nothing is changed.');
  const committer = { ...accountOf(principal), time: context.now() };
  return writeCommit(git, {
    tree,
    parents: parent === undefined ? [] : [parent],
    message: `${(form.message ?? defaultMessage(form)).trimEnd()}\n`,
    author: form.author === undefined ? committer : { ...form.author, time: committer.time },
    committer,
  });
}

/** The one empty commit that may be made: without any files, as the beginning of a branch, on a parent that is named. */
const isNewBranch = ({ files, deleted, branch, parent }: CommitForm, { tip }: Start): boolean =>
  files.size + deleted.length === 0 && branch !== undefined && parent !== undefined && tip === undefined;

function defaultMessage({ files, deleted }: CommitForm): string {
  const [path, ...more] = [...files.keys(), ...deleted];
  return path === undefined || more.length > 0
    ? 'Edited online with Bitbucket'
    : `${path} edited online with Bitbucket`;
}

/** Somebody else was quicker; or, with a branch `a/b`, git cannot make `a`. */
async function refusedMove(git: GitRepository, branch: string, tip: string | undefined): Promise<RestError> {
  if (tip !== undefined || (await tipOf(git, branch)) !== undefined)
    return new RestError(409, `The branch "${branch}" was changed meanwhile.`);
  return new RestError(400, `Branch "${branch}" clashes with another one.`, {
    data: { key: 'BRANCH_NAME_CLASHES' },
  });
}
