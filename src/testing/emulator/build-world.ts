/** Makes the world that the options describe, the git repositories included. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../../errors/config-error.ts';
import type { Clock } from '../../shared/clock.ts';
import { cloneRepository, createEmptyRepository } from './git/clone.ts';
import { createLimiter } from './git/limiter.ts';
import type { GitProcesses } from './git/processes.ts';
import type { GitRepository } from './git/repository.ts';
import { namedUuid, normalUuid } from './identifiers.ts';
import type { BitbucketEmulatorOptions, EmulatedRepositoryOptions, EmulatedUserOptions } from './options.ts';
import { defaultProject, namedProject } from './projects.ts';
import type { IssueTracker, Repository, User, Workspace, World } from './world.ts';

interface Ground {
  readonly git: GitProcesses;
  /** The folder that the bare repositories are made in. */
  readonly folder: string;
  readonly now: Clock;
}

export async function buildWorld(options: BitbucketEmulatorOptions, ground: Ground): Promise<World> {
  const { repositories = [], users = [{ username: 'owner', email: 'owner@example.com' }] } = options;
  const world: World = {
    workspaces: buildWorkspaces(options, ground.now()),
    projects: new Map(),
    users: users.map((user) => buildUser(user, ground.now())),
    repositories: new Map(),
    installations: new Map(),
  };
  for (const { email } of options.credentials?.apiTokens ?? [])
    addUser(world, { username: email.split('@')[0] ?? email, email }, ground.now());
  const named = (options.credentials?.oauth1 ?? []).flatMap(({ user: username }) => username ?? []);
  for (const username of [...(options.credentials?.basic ?? []).map((one) => one.username), ...named])
    addUser(world, { username, email: `${username}@example.com` }, ground.now());
  // The key of a project may be that of the default one: who names it goes first.
  for (const { fullName, project } of repositories) {
    const workspace = world.workspaces.get(splitFullName(fullName).workspace);
    if (workspace !== undefined && project !== undefined) namedProject(world, workspace, project);
  }
  const limit = createLimiter(4);
  const tracker = readIssueTracker(options.issueTracker, 'removed');
  const built = repositories.map((repository) => {
    const issueTracker = readIssueTracker(repository.issueTracker, tracker);
    return limit(() => buildRepository({ ...repository, issueTracker }, world, ground));
  });
  for (const repository of await Promise.all(built)) world.repositories.set(repository.fullName, repository);
  for (const workspace of world.workspaces.values()) defaultProject(world, workspace);
  return world;
}

/** A credential may name a user of whom nothing else was said. */
function addUser(world: World, user: EmulatedUserOptions, now: number): void {
  const known = world.users.some(({ email, username }) => email === user.email || username === user.username);
  if (!known) world.users.push(buildUser(user, now));
}

function buildWorkspaces(
  { repositories = [], workspaces = [] }: BitbucketEmulatorOptions,
  createdOn: number,
) {
  const built = new Map<string, Workspace>();
  const named = repositories.map((repository) => ({ slug: splitFullName(repository.fullName).workspace }));
  for (const { slug, name = slug, uuid } of [
    ...workspaces,
    ...named.map((one) => ({ ...one, name: undefined, uuid: undefined })),
  ]) {
    if (built.has(slug)) continue;
    const id = (uuid && normalUuid(uuid)) ?? namedUuid('workspace', slug);
    built.set(slug, { uuid: id, slug, name, createdOn, hooks: new Map() });
  }
  return built;
}

function buildUser(user: EmulatedUserOptions, createdOn: number): User {
  const { username, email, displayName = username, accountId, uuid, workspaces } = user;
  const id = (uuid && normalUuid(uuid)) ?? namedUuid('user', username);
  return {
    uuid: id,
    accountId: accountId ?? `557058:${namedUuid('account', username).slice(1, -1)}`,
    username,
    displayName,
    email,
    createdOn,
    roles: workspaces,
  };
}

export function readIssueTracker(given: IssueTracker | undefined, byDefault: IssueTracker): IssueTracker {
  const known: readonly unknown[] = ['removed', 'missing', 'on', undefined];
  if (known.includes(given)) return given ?? byDefault;
  throw new ConfigError('issueTracker', 'it is no such state', "Pass 'removed', 'missing' or 'on'");
}

async function buildRepository(
  options: EmulatedRepositoryOptions & { readonly issueTracker: IssueTracker },
  world: World,
  { git, folder, now }: Ground,
): Promise<Repository> {
  const { fullName, private: isPrivate = true, description = '', uuid, project } = options;
  const { workspace: workspaceSlug, slug } = splitFullName(fullName);
  const workspace = world.workspaces.get(workspaceSlug);
  if (workspace === undefined) throw wrongFullName(fullName);
  await mkdir(join(folder, workspaceSlug), { recursive: true });
  return {
    uuid: (uuid && normalUuid(uuid)) ?? namedUuid('repository', fullName),
    workspace,
    project:
      project === undefined ? defaultProject(world, workspace) : namedProject(world, workspace, project),
    slug,
    name: options.name ?? slug,
    fullName,
    description,
    website: '',
    language: '',
    isPrivate,
    issueTracker: options.issueTracker,
    parent: undefined,
    createdOn: now(),
    updatedOn: now(),
    hooks: new Map(),
    git: await makeRepository(options, git, { folder: join(folder, `${fullName}.git`), cwd: folder }),
  };
}

async function makeRepository(
  { fullName, from }: EmulatedRepositoryOptions,
  git: GitProcesses,
  place: { folder: string; cwd: string },
): Promise<GitRepository> {
  if (from === undefined) return createEmptyRepository(git, { ...place, branch: 'main' });
  try {
    return await cloneRepository(git, from, place);
  } catch (cause) {
    throw new ConfigError(
      'repositories.from',
      `the repository for ${fullName} cannot be cloned`,
      'Pass the folder of a git repository that this process may read',
      { cause },
    );
  }
}

function splitFullName(fullName: string): { workspace: string; slug: string } {
  const [workspace = '', slug = '', ...more] = fullName.split('/');
  const wellFormed = [workspace, slug].every((part) => /^[a-z0-9_][a-z0-9_.-]*$/.test(part));
  if (!wellFormed || more.length > 0 || slug.endsWith('.git')) throw wrongFullName(fullName);
  return { workspace, slug };
}

function wrongFullName(fullName: string): ConfigError {
  return new ConfigError(
    'repositories.fullName',
    `${JSON.stringify(fullName)} is not a full name`,
    "Write 'workspace/slug' with small letters, digits, '-', '_' and '.'",
  );
}
