/** The invented people, repository and commits that the samples of Bitbucket Cloud are made of. */
import type { CloudComment } from '../../webhooks/payloads/cloud-comment.ts';
import type {
  CloudAccount,
  CloudCommit,
  CloudLinks,
  CloudRepository,
} from '../../webhooks/payloads/cloud-common.ts';

const api = 'https://api.bitbucket.org/2.0';
const site = 'https://bitbucket.org';

/** The commits of `main` before and after the sample push. */
export const before = '7a2b41c09d8e6f5a3b1c2d4e5f60718293a4b5c6';
export const after = 'c3d9e8f7a6b5c4d3e2f10123456789abcdef0123';

const link = (href: string) => ({ href });

export const cloudLinks = (path: string, page = path): CloudLinks => ({
  self: link(`${api}/repositories/acme/widgets${path}`),
  html: link(`${site}/acme/widgets${page}`),
});

export const cloudUser = (): CloudAccount => ({
  type: 'user',
  uuid: '{5b2c9f0e-8c1d-4c8f-9e53-2a3d3f6b1c07}',
  account_id: '557058:0d2f9a3c-1b2c-4d3e-8f4a-5b6c7d8e9f01',
  nickname: 'ada',
  display_name: 'Ada Example',
  links: {
    self: link(`${api}/users/%7B5b2c9f0e-8c1d-4c8f-9e53-2a3d3f6b1c07%7D`),
    html: link(`${site}/%7B5b2c9f0e-8c1d-4c8f-9e53-2a3d3f6b1c07%7D/`),
    avatar: link('https://secure.gravatar.com/avatar/0'),
  },
});

/** Another one, who reviews. */
export const cloudReviewer = (): CloudAccount => ({
  ...cloudUser(),
  uuid: '{9d1e2f30-4a5b-4c6d-8e7f-90a1b2c3d4e5}',
  account_id: '557058:7c6b5a49-3827-4160-8594-f3e2d1c0b9a8',
  nickname: 'grace',
  display_name: 'Grace Example',
});

const cloudWorkspace = () => ({
  type: 'workspace',
  uuid: '{c1a7e0d2-3b4c-4d5e-9f60-718293a4b5c6}',
  slug: 'acme',
  name: 'Acme',
  links: { self: link(`${api}/workspaces/acme`), html: link(`${site}/acme/`) },
});

export const cloudProject = () => ({
  type: 'project',
  uuid: '{f0e1d2c3-b4a5-4697-8879-6a5b4c3d2e1f}',
  key: 'WID',
  name: 'Widgets',
});

export const cloudRepository = (): CloudRepository => ({
  type: 'repository',
  uuid: '{8d3c5f7a-1b2e-4f6a-9c0d-7e8f9a0b1c2d}',
  full_name: 'acme/widgets',
  name: 'widgets',
  scm: 'git',
  website: null,
  is_private: true,
  owner: { ...cloudUser(), type: 'team', display_name: 'Acme' },
  workspace: cloudWorkspace(),
  project: cloudProject(),
  links: { ...cloudLinks(''), avatar: link('https://bytebucket.org/ravatar/0?ts=default') },
});

/** A fork of the repository, of a user's own. */
export const cloudFork = (): CloudRepository => ({
  ...cloudRepository(),
  uuid: '{1e2d3c4b-5a69-4788-9706-1524334251a0}',
  full_name: 'ada/widgets',
  workspace: { type: 'workspace', uuid: '{5b2c9f0e-8c1d-4c8f-9e53-2a3d3f6b1c07}', slug: 'ada', name: 'Ada' },
  parent: { type: 'repository', uuid: cloudRepository().uuid, full_name: 'acme/widgets', name: 'widgets' },
});

interface CommitParts {
  readonly hash: string;
  readonly parent: string;
  readonly message: string;
}

export const cloudCommit = ({ hash, parent, message }: CommitParts): CloudCommit => ({
  type: 'commit',
  hash,
  date: '2026-11-19T10:20:30+00:00',
  author: { type: 'author', raw: 'Ada Example <ada@example.com>', user: cloudUser() },
  message,
  summary: { type: 'rendered', raw: message, markup: 'markdown', html: `<p>${message.trim()}</p>` },
  parents: [{ type: 'commit', hash: parent, links: cloudLinks(`/commit/${parent}`, `/commits/${parent}`) }],
  rendered: {},
  properties: {},
  links: cloudLinks(`/commit/${hash}`, `/commits/${hash}`),
});

export const cloudContent = (raw: string | null) => ({
  type: 'rendered',
  raw,
  markup: 'markdown',
  html: raw === null ? '' : `<p>${raw}</p>`,
});

export const cloudComment = (raw: string | null, path: string, user = cloudUser()): CloudComment => ({
  id: 17,
  content: cloudContent(raw),
  user,
  deleted: false,
  created_on: '2026-11-19T09:40:00.000000+00:00',
  updated_on: '2026-11-19T09:40:00.000000+00:00',
  links: cloudLinks(path),
});
