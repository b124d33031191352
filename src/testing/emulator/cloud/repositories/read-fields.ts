/** What bodies say about repositories, checked. */
import { isRecord } from '../../../../shared/types.ts';
import { isRefName } from '../../git/revision.ts';
import { findProject, projectsOf } from '../../projects.ts';
import type { IssueTracker, Project, Repository, Workspace, World } from '../../world.ts';
import { badFields } from '../errors.ts';

type Body = Readonly<Record<string, unknown>>;
type Fields = Pick<
  Repository,
  'name' | 'description' | 'website' | 'language' | 'isPrivate' | 'issueTracker'
>;

/** What the body leaves out stays as it was. */
export function readRepositoryFields(body: Body, before: Fields): Fields {
  const { is_private: isPrivate = before.isPrivate, has_issues: hasIssues } = body;
  const name = readText(body, 'name', before.name);
  if (name.trim() === '' || name.length > 62) throw badFields({ name: ['1 to 62 characters are needed'] });
  if (typeof isPrivate !== 'boolean') throw badFields({ is_private: ['not a boolean'] });
  return {
    name,
    description: readText(body, 'description', before.description),
    website: readText(body, 'website', before.website),
    language: readText(body, 'language', before.language),
    isPrivate,
    issueTracker: readTracker(hasIssues, before.issueTracker),
  };
}

function readText(body: Body, field: string, before: string): string {
  const value = body[field] ?? before;
  if (typeof value !== 'string') throw badFields({ [field]: ['not a text'] });
  return value;
}

/** What Bitbucket has removed can no longer be switched on. */
function readTracker(hasIssues: unknown, before: IssueTracker): IssueTracker {
  if (before === 'removed' || typeof hasIssues !== 'boolean') return before;
  return hasIssues ? 'on' : 'missing';
}

/** The main branch that the body names. */
export function readMainBranch({ mainbranch }: Body): string | undefined {
  const name = isRecord(mainbranch) ? mainbranch['name'] : undefined;
  if (typeof name !== 'string' || name === '') return undefined;
  if (name.length > 255 || !isRefName(name)) throw badFields({ mainbranch: ['not the name of a branch'] });
  return name;
}

/** The project that the body names, by its key or its UUID. */
export function readProject({ project }: Body, workspace: Workspace, world: World): Project | undefined {
  if (project === undefined || project === null) return undefined;
  const { key, uuid } = isRecord(project) ? project : {};
  const found =
    typeof key === 'string'
      ? findProject(world, workspace, key)
      : projectsOf(world, workspace).find((one) => one.uuid === uuid);
  if (found === undefined) throw badFields({ project: ['no such project in the workspace'] });
  return found;
}

/** The address that a name gets: small letters, digits, `_`, `-` and `.`. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .replace(/\.git$/, '');
  if (slug === '') throw badFields({ name: ['no address can be made of it'] });
  return slug;
}
