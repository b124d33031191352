/** The JSON of users, projects, repositories, commits and refs, as Bitbucket Server writes it. */
import type { GitCommit, Signature } from '../git/parse-object.ts';
import type { RefKind } from '../git/refs.ts';
import type { User } from '../world.ts';
import { type ListedRepository, type ServerProject, type ServerRepository, userSlug } from './world.ts';

export type Json = Record<string, unknown>;

/** Where the shapes are made: links begin with the base, authors are looked for among the users. */
export interface ShapeScope {
  readonly base: string;
  readonly users: readonly User[];
}

const self = (href: string): Json => ({ self: [{ href }] });
const address = (base: string, path: string): string => `${base}${encodeURI(path)}`;

export function userShape(user: User, { base, users }: ShapeScope): Json {
  const slug = userSlug(user);
  return {
    name: user.username,
    emailAddress: user.email,
    active: true,
    displayName: user.displayName,
    id: users.indexOf(user) + 1,
    slug,
    type: 'NORMAL',
    links: self(address(base, `/users/${slug}`)),
  };
}

/** The user as which the token of a project or repository acts. */
export function tokenUserShape(name: string, { base }: ShapeScope): Json {
  const slug = `token-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return {
    name: slug,
    active: true,
    displayName: `Access token of ${name}`,
    id: 500_000,
    slug,
    type: 'SERVICE',
    links: self(address(base, `/users/${slug}`)),
  };
}

export function projectShape({ id, key, name, owner }: ServerProject, scope: ShapeScope): Json {
  const page = owner === undefined ? `/projects/${key}` : `/users/${userSlug(owner)}`;
  return {
    key,
    id,
    name,
    ...(owner === undefined ? { public: false } : { owner: userShape(owner, scope) }),
    type: owner === undefined ? 'NORMAL' : 'PERSONAL',
    links: self(address(scope.base, page)),
  };
}

export function repositoryShape(found: ServerRepository | ListedRepository, scope: ShapeScope): Json {
  const { id, slug, name, project, repository } = found;
  const { base } = scope;
  const { hostname } = new URL(base);
  const path = `${project.key.toLowerCase()}/${slug}.git`;
  const page =
    project.owner === undefined
      ? `/projects/${project.key}/repos/${slug}/browse`
      : `/users/${userSlug(project.owner)}/repos/${slug}/browse`;
  const clone = [
    { href: address(base, `/scm/${path}`), name: 'http' },
    { href: `ssh://git@${hostname}:7999/${path}`, name: 'ssh' },
  ];
  return {
    slug,
    id,
    name,
    ...(repository === undefined || repository.description === ''
      ? {}
      : { description: repository.description }),
    hierarchyId: id.toString(16).padStart(20, '0'),
    scmId: 'git',
    state: 'AVAILABLE',
    statusMessage: 'Available',
    forkable: true,
    project: projectShape(project, scope),
    public: repository !== undefined && !repository.isPrivate,
    archived: false,
    links: { clone, ...self(address(base, page)) },
  };
}

/** The name of a signature without its address. */
const nameOf = ({ raw, email }: Signature): string => raw.replace(/\s*<[^<>]*>\s*$/, '') || email;

const strangerShape = (signature: Signature): Json => ({
  name: nameOf(signature),
  emailAddress: signature.email,
});

/** A user whom the server knows by the address, or what git has. */
function personShape(signature: Signature, scope: ShapeScope): Json {
  const email = signature.email.toLowerCase();
  const user = scope.users.find((one) => one.email.toLowerCase() === email);
  return user === undefined ? strangerShape(signature) : userShape(user, scope);
}

/** The length of an abbreviated hash. */
const shown = (hash: string): string => hash.slice(0, 11);

const minimalCommit = (hash: string): Json => ({ id: hash, displayId: shown(hash) });

/** Milliseconds in REST; in the payloads of hooks, since 10.0, a text. */
export type TimeShape = (time: number) => number | string;
const milliseconds: TimeShape = (time) => time;

/** @param person known users with all that is known of them, or of everybody what git has */
function commitFields(commit: GitCommit, person: (signature: Signature) => Json, time: TimeShape): Json {
  return {
    ...minimalCommit(commit.hash),
    author: person(commit.author),
    authorTimestamp: time(commit.author.time),
    committer: person(commit.committer),
    committerTimestamp: time(commit.committer.time),
    message: commit.message.trimEnd(),
    parents: commit.parents.map(minimalCommit),
  };
}

export const commitShape = (commit: GitCommit, scope: ShapeScope, time = milliseconds): Json =>
  commitFields(commit, (signature) => personShape(signature, scope), time);

/** A commit by itself: its parents are told of in full, too. */
export function fullCommitShape(
  commit: GitCommit,
  {
    parents,
    scope,
    time = milliseconds,
  }: { parents: readonly GitCommit[]; scope: ShapeScope; time?: TimeShape },
): Json {
  return {
    ...commitShape(commit, scope, time),
    parents: parents.map((parent) => commitFields(parent, strangerShape, time)),
  };
}

export const minimalRef = (kind: RefKind, name: string): Json => ({
  id: `refs/${kind}/${name}`,
  displayId: name,
  type: kind === 'heads' ? 'BRANCH' : 'TAG',
});

export function pathShape(path: string): Json {
  const components = path === '' ? [] : path.split('/');
  const name = components.at(-1) ?? '';
  const extension = /[^.].*\.([^.]+)$|^\.([^.]+)$/
    .exec(name)
    ?.slice(1)
    .find((part) => part !== undefined);
  return {
    components,
    parent: components.slice(0, -1).join('/'),
    name,
    ...(extension === undefined ? {} : { extension }),
    toString: path,
  };
}
