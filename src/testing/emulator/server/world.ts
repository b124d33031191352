/** Projects and repositories of the Server half: the emulator's repositories by other addresses. */
import { ConfigError } from '../../../errors/config-error.ts';
import type { EmulatedRole } from '../options.ts';
import { type Repository, roleOf, type User, type World } from '../world.ts';
import type { ServerHook } from './hook.ts';
import type { EmulatedServerOptions } from './options.ts';

export interface ServerProject {
  readonly id: number;
  /** Capitals, or `~user` for the repositories of a user. */
  readonly key: string;
  readonly name: string;
  /** Whose it is, for a personal one. */
  readonly owner: User | undefined;
  readonly hooks: Map<number, ServerHook>;
}

export interface ServerRepository {
  readonly id: number;
  readonly project: ServerProject;
  slug: string;
  name: string;
  /** What it shares with Cloud: git above all. */
  readonly repository: Repository;
  readonly hooks: Map<number, ServerHook>;
}

/** One that is only listed; it has no git. */
export interface ListedRepository {
  readonly id: number;
  readonly project: ServerProject;
  readonly slug: string;
  readonly name: string;
  readonly repository: undefined;
}

export interface ServerWorld {
  readonly users: readonly User[];
  projects(): ServerProject[];
  repositories(): ServerRepository[];
  /** All of them, one after the other. */
  walk(): Generator<ServerRepository | ListedRepository>;
  findProject(key: string): ServerProject | undefined;
  findRepository(projectKey: string, slug: string): ServerRepository | undefined;
  findListed(projectKey: string, slug: string): ListedRepository | undefined;
  /** What Cloud calls it. */
  addressOf(repository: Repository): ServerRepository | undefined;
  nextHookId(): number;
}

export const userSlug = ({ username }: User): string => username.toLowerCase().replace(/[^a-z0-9._-]/g, '_');

/** Ids below stand for users, above for what is listed only. */
const firstListedId = 1_000_000;

export function createServerWorld(world: World, options: EmulatedServerOptions): ServerWorld {
  const projects = new Map<string, ServerProject>();
  const known = new Map<Repository, ServerRepository>();
  let hooks = 0;
  let repositoryIds = 0;

  const projectOf = (key: string): ServerProject => {
    const found = projects.get(key.toLowerCase());
    if (found !== undefined) return found;
    const owner = key.startsWith('~') ? world.users.find((one) => `~${userSlug(one)}` === key) : undefined;
    const name = options.projects?.[key] ?? owner?.displayName ?? key;
    const project = { id: projects.size + 1, key, name, owner, hooks: new Map() };
    projects.set(key.toLowerCase(), project);
    return project;
  };
  /** Cloud makes and removes repositories: whoever asks sees those of now. */
  const current = (): ServerRepository[] =>
    [...world.repositories.values()].map((repository) => {
      const before = known.get(repository);
      if (before !== undefined) return before;
      const { projectKey, slug = repository.slug } = options.repositories?.[repository.fullName] ?? {
        projectKey: repository.workspace.slug.replace(/[^a-z0-9_]/g, '_').toUpperCase(),
      };
      repositoryIds += 1;
      const made = {
        id: repositoryIds,
        project: projectOf(projectKey),
        slug,
        name: repository.name,
        repository,
        hooks: new Map<number, ServerHook>(),
      };
      known.set(repository, made);
      return made;
    });
  const listed = (number: number): ListedRepository => {
    const slug = `repo-${String(number).padStart(5, '0')}`;
    const project = projectOf(options.listed?.projectKey ?? '');
    return { id: firstListedId + number, project, slug, name: slug, repository: undefined };
  };
  for (const key of [...Object.keys(options.projects ?? {}), options.listed?.projectKey])
    if (key !== undefined) projectOf(key);
  current();

  const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
  return {
    users: world.users,
    projects: () => {
      current();
      return [...projects.values()];
    },
    repositories: current,
    *walk() {
      yield* current();
      for (let number = 1; number <= (options.listed?.count ?? 0); number += 1) yield listed(number);
    },
    findProject: (key) => {
      current();
      return projects.get(key.toLowerCase());
    },
    findRepository: (projectKey, slug) =>
      current().find((one) => same(one.project.key, projectKey) && same(one.slug, slug)),
    findListed: (projectKey, slug) => {
      const number = Number(/^repo-(\d{5,9})$/.exec(slug)?.[1] ?? 0);
      const there = number > 0 && number <= (options.listed?.count ?? 0);
      return there && same(options.listed?.projectKey ?? '', projectKey) ? listed(number) : undefined;
    },
    addressOf: (repository) => current().find((one) => one.repository === repository),
    nextHookId: () => {
      hooks += 1;
      return hooks;
    },
  };
}

/** What somebody may do in a repository by themselves: all in their own, and what the workspace gives. */
export function userRole(user: User, { project, repository }: ServerRepository): EmulatedRole | undefined {
  return project.owner === user ? 'admin' : roleOf(user, repository.workspace);
}

/** @throws ConfigError `invalid_option` for an address that no repository of a Server has */
export function checkAddresses({ repositories = {}, projects = {}, listed }: EmulatedServerOptions): void {
  const keys = [
    ...Object.keys(projects),
    ...Object.values(repositories).map(({ projectKey }) => projectKey),
    ...(listed === undefined ? [] : [listed.projectKey]),
  ];
  for (const key of keys) {
    if (/^(?:[A-Z][A-Z0-9_]*|~[a-z0-9._-]+)$/.test(key)) continue;
    throw new ConfigError(
      'server.projectKey',
      `${JSON.stringify(key)} is no key of a project`,
      "Pass capitals, digits and '_', or '~' and the name of a user",
    );
  }
  for (const { slug = 'a' } of Object.values(repositories)) {
    if (/^[a-z0-9][a-z0-9._-]*$/.test(slug) && !slug.endsWith('.git')) continue;
    throw new ConfigError(
      'server.slug',
      `${JSON.stringify(slug)} is no slug`,
      "Pass small letters, digits, '.', '_' and '-'",
    );
  }
}
