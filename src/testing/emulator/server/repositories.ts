/** Repositories, projects, users and what the server is: the lists, and one of each. */
import { json, jsonBody, type ServerCall, type ServerRoute } from './call.ts';
import { badField, noSuchProject, noSuchUser, notPermitted, ServerError } from './errors.ts';
import { repositoryOf } from './find.ts';
import { pageOf, pageOfVisible, pageRequest, pageShape } from './paging.ts';
import { isAtLeast } from './principal.ts';
import { projectShape, repositoryShape, type ShapeScope, userShape } from './shapes.ts';
import {
  type ListedRepository,
  type ServerProject,
  type ServerRepository,
  type ServerWorld,
  userSlug,
} from './world.ts';

type Any = ServerRepository | ListedRepository;

export function repositoryRoutes(world: ServerWorld): ServerRoute[] {
  const project = '/projects/{projectKey}';
  const one = `${project}/repos/{repositorySlug}`;
  return [
    { method: 'GET', pattern: '/repos', handler: (call) => listRepositories(call, world) },
    { method: 'GET', pattern: '/projects', handler: (call) => listProjects(call, world) },
    {
      method: 'GET',
      pattern: project,
      handler: (call) => json(projectShape(projectOf(call, world), scopeOf(call, world))),
    },
    {
      method: 'GET',
      pattern: `${project}/repos`,
      handler: (call) => {
        const { key } = projectOf(call, world);
        return answer(call, world, ({ project: own }) => own.key === key, 'REPO_READ');
      },
    },
    { method: 'GET', pattern: one, handler: (call) => readRepository(call, world) },
    { method: 'PUT', pattern: one, handler: (call) => renameRepository(call, world) },
  ];
}

export const scopeOf = ({ base }: ServerCall, { users }: ServerWorld): ShapeScope => ({ base, users });

const permissions = { REPO_READ: 'read', REPO_WRITE: 'write', REPO_ADMIN: 'admin' } as const;

/** Everybody who may log in sees what is only listed. */
function isVisible({ principal }: ServerCall, one: Any, permission: keyof typeof permissions): boolean {
  if (one.repository === undefined) return principal.kind === 'user' && principal.reach !== 'public';
  return isAtLeast(principal.roleIn(one), permissions[permission]);
}

const includes = (text: string, part: string | null): boolean =>
  part === null || text.toLowerCase().includes(part.trim().toLowerCase());

function listRepositories(call: ServerCall, world: ServerWorld): Response {
  const { query } = call;
  const permission = query.get('permission') ?? 'REPO_READ';
  if (!Object.hasOwn(permissions, permission)) {
    throw badField('permission', `${permission} is not a permission of a repository`);
  }
  const visibility = query.get('visibility');
  const key = query.get('projectkey')?.trim().toLowerCase();
  const fits = ({ name, project, repository }: Any): boolean =>
    includes(name, query.get('name')) &&
    includes(project.name, query.get('projectname')) &&
    (key === undefined || project.key.toLowerCase() === key) &&
    (visibility === null || (visibility === 'public') === (repository?.isPrivate === false));
  return answer(call, world, fits, permission as keyof typeof permissions);
}

function answer(
  call: ServerCall,
  world: ServerWorld,
  fits: (one: Any) => boolean,
  permission: keyof typeof permissions,
): Response {
  const page = pageRequest(call.query);
  const { items, next } = pageOfVisible(
    page,
    world.walk(),
    (one) => fits(one) && isVisible(call, one, permission),
  );
  const values = items.map((one) => repositoryShape(one, scopeOf(call, world)));
  return json(pageShape(page, { values, next }));
}

function isProjectVisible(call: ServerCall, project: ServerProject, world: ServerWorld): boolean {
  const { token, user, kind, reach } = call.principal;
  const isPublic = reach === 'public';
  if (user !== undefined && project.owner === user && !isPublic) return true;
  if (token?.project?.toLowerCase() === project.key.toLowerCase()) return true;
  const own = world.repositories().filter((one) => one.project === project);
  if (own.length === 0) return kind === 'user' && project.owner === undefined && !isPublic;
  return own.some((one) => isVisible(call, one, 'REPO_READ'));
}

function listProjects(call: ServerCall, world: ServerWorld): Response {
  const page = pageRequest(call.query);
  const { items, next } = pageOfVisible(
    page,
    world.projects(),
    (project) => includes(project.name, call.query.get('name')) && isProjectVisible(call, project, world),
  );
  const values = items.map((project) => projectShape(project, scopeOf(call, world)));
  return json(pageShape(page, { values, next }));
}

/** The project that the path names, if the caller may see it. */
export function projectOf(call: ServerCall, world: ServerWorld): ServerProject {
  const { projectKey = '' } = call.params;
  const project = world.findProject(projectKey);
  if (project === undefined) throw noSuchProject(projectKey);
  if (!isProjectVisible(call, project, world)) throw notPermitted();
  return project;
}

function readRepository(call: ServerCall, world: ServerWorld): Response {
  const { projectKey = '', repositorySlug = '' } = call.params;
  const listed = world.findListed(projectKey, repositorySlug);
  if (listed !== undefined && !isVisible(call, listed, 'REPO_READ')) throw notPermitted();
  return json(repositoryShape(listed ?? repositoryOf(world, call), scopeOf(call, world)));
}

/** A new name gives a new slug, as on Bitbucket; the id stays. */
async function renameRepository(call: ServerCall, world: ServerWorld): Promise<Response> {
  const found = repositoryOf(world, call, 'admin');
  const { name } = await jsonBody(call);
  if (typeof name !== 'string' || !/^[a-z0-9][\w. -]{0,127}$/i.test(name)) {
    throw badField('name', 'A repository needs a name of letters, digits, spaces, ".", "_" and "-".');
  }
  const slug = name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
  const other = world.findRepository(found.project.key, slug);
  if (other !== undefined && other !== found) {
    throw new ServerError(
      409,
      'This repository URL is already taken.',
      'com.atlassian.bitbucket.repository.RepositoryAlreadyExistsException',
      { context: 'name' },
    );
  }
  found.name = name;
  found.slug = slug;
  return json(repositoryShape(found, scopeOf(call, world)), { status: 201 });
}

export function serverRoutes(world: ServerWorld, version: string): ServerRoute[] {
  const buildNumber = version
    .split('.')
    .map((part) => part.padStart(2, '0'))
    .join('')
    .padEnd(8, '0');
  return [
    {
      method: 'GET',
      pattern: '/application-properties',
      handler: () => json({ version, buildNumber, buildDate: '1700000000000', displayName: 'Bitbucket' }),
    },
    {
      method: 'GET',
      pattern: '/users',
      handler: (call) => {
        if (call.principal.kind === 'anonymous') throw notPermitted();
        const filter = call.query.get('filter');
        const found = world.users.filter((user) =>
          [user.username, user.displayName, user.email].some((text) => includes(text, filter)),
        );
        return pageOf(call, found, (user) => userShape(user, scopeOf(call, world)));
      },
    },
    {
      method: 'GET',
      pattern: '/users/{userSlug}',
      handler: (call) => {
        if (call.principal.kind === 'anonymous') throw notPermitted();
        const wanted = call.params['userSlug'] ?? '';
        const user = world.users.find((one) => userSlug(one) === wanted.toLowerCase());
        if (user === undefined) throw noSuchUser(wanted);
        return json(userShape(user, scopeOf(call, world)));
      },
    },
  ];
}
