/** The invented people, repositories and commits that the samples of Bitbucket Data Center are made of. */
import type { ServerComment } from '../../webhooks/payloads/server-comment.ts';
import type {
  ServerCommit,
  ServerPayload,
  ServerProject,
  ServerRepository,
  ServerUser,
} from '../../webhooks/payloads/server-common.ts';

const site = 'https://bitbucket.example.com';

/** The commits of `main` before and after the sample push. */
export const before = '7a2b41c09d8e6f5a3b1c2d4e5f60718293a4b5c6';
export const after = 'c3d9e8f7a6b5c4d3e2f10123456789abcdef0123';

/** When everything happened. */
export const happened = 1_795_083_630_000;

export const self = (path: string) => ({ self: [{ href: `${site}${path}` }] });

export const serverUser = (): ServerUser => ({
  name: 'ada',
  emailAddress: 'ada@example.com',
  active: true,
  displayName: 'Ada Example',
  id: 101,
  slug: 'ada',
  type: 'NORMAL',
  links: self('/users/ada'),
});

/** Another one, who reviews. */
export const serverReviewer = (): ServerUser => ({
  ...serverUser(),
  name: 'grace',
  emailAddress: 'grace@example.com',
  displayName: 'Grace Example',
  id: 102,
  slug: 'grace',
  links: self('/users/grace'),
});

export const serverProject = (): ServerProject => ({
  key: 'WID',
  id: 11,
  name: 'Widgets',
  description: 'Everything that turns',
  public: false,
  type: 'NORMAL',
  links: self('/projects/WID'),
});

const repositoryLinks = (project: string, path: string) => ({
  clone: [
    { href: `${site}/scm/${project}/widgets.git`, name: 'http' },
    { href: `ssh://git@bitbucket.example.com:7999/${project}/widgets.git`, name: 'ssh' },
  ],
  ...self(`${path}/browse`),
});

export const serverRepository = (): ServerRepository => ({
  slug: 'widgets',
  id: 21,
  name: 'widgets',
  hierarchyId: '5aa23c1a1280b0c0acce',
  scmId: 'git',
  state: 'AVAILABLE',
  statusMessage: 'Available',
  forkable: true,
  archived: false,
  public: false,
  project: serverProject(),
  links: repositoryLinks('wid', '/projects/WID/repos/widgets'),
});

/** A fork of the repository, in a user's personal project. */
export const serverFork = (): ServerRepository => ({
  ...serverRepository(),
  id: 22,
  origin: serverRepository(),
  project: {
    key: '~ada',
    id: 12,
    name: 'Ada Example',
    type: 'PERSONAL',
    owner: serverUser(),
    links: self('/users/ada'),
  },
  links: repositoryLinks('~ada', '/users/ada/repos/widgets'),
});

interface CommitParts {
  readonly id: string;
  readonly parent: string;
  readonly message: string;
}

/** As a server of 10.x tells it: with times in ISO 8601. */
export const serverCommit = ({ id, parent, message }: CommitParts): ServerCommit => ({
  id,
  displayId: id.slice(0, 11),
  author: { name: 'ada', emailAddress: 'ada@example.com' },
  authorTimestamp: new Date(happened).toISOString(),
  committer: { name: 'ada', emailAddress: 'ada@example.com' },
  committerTimestamp: new Date(happened).toISOString(),
  message,
  parents: [{ id: parent, displayId: parent.slice(0, 11) }],
});

export const serverComment = (text: string): ServerComment => ({
  properties: { repositoryId: 21 },
  id: 62,
  version: 0,
  text,
  author: serverReviewer(),
  createdDate: happened,
  updatedDate: happened,
  comments: [],
  tasks: [],
  severity: 'NORMAL',
  state: 'OPEN',
});

/** What every payload begins with. */
export const serverFields = (eventKey: string, actor = serverUser()): ServerPayload => ({
  eventKey,
  date: '2026-11-19T10:20:30+0000',
  actor,
});
