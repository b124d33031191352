/** An issue, and its JSON. */
import type { Origins } from '../../origins.ts';
import type { PerRepository } from '../../per-repository.ts';
import type { Repository, User } from '../../world.ts';
import type { Account } from '../accounts.ts';
import type { Comment } from '../comments/comment.ts';
import { renderedShape } from '../rendered.ts';
import { type Json, link, microsDate, repositoryAddress, repositoryLinkShape, userShape } from '../shapes.ts';

export const kinds = ['bug', 'enhancement', 'proposal', 'task'] as const;
export const priorities = ['trivial', 'minor', 'major', 'critical', 'blocker'] as const;
export const states = [
  ...(['submitted', 'new', 'open', 'resolved', 'on hold'] as const),
  ...(['invalid', 'duplicate', 'wontfix', 'closed'] as const),
];

/** What somebody says of an issue. */
export interface IssueFields {
  title: string;
  raw: string;
  kind: (typeof kinds)[number];
  priority: (typeof priorities)[number];
  state: (typeof states)[number];
  assignee: User | undefined;
}

export interface Issue extends IssueFields {
  readonly id: number;
  readonly reporter: Account;
  readonly createdOn: number;
  readonly comments: Comment[];
  updatedOn: number;
  /** Undefined until title or text is changed. */
  editedOn: number | undefined;
}

export interface IssueList {
  readonly issues: Issue[];
  /** Counts up; a number is not given twice, even after a delete. */
  lastId: number;
}

export type IssueBook = PerRepository<IssueList>;

export interface IssueScope {
  readonly repository: Repository;
  readonly origins: Origins;
}

export const issueAddress = ({ id }: Issue, { repository, origins }: IssueScope): string =>
  `${repositoryAddress(repository, origins)}/issues/${id}`;

export const issuePage = ({ id }: Issue, { repository, origins }: IssueScope): string =>
  `${origins.web}/${repository.fullName}/issues/${id}`;

/** An issue where something else refers to it. */
export const issueLinkShape = (issue: Issue, scope: IssueScope): Json => ({
  type: 'issue',
  id: issue.id,
  title: issue.title,
  repository: repositoryLinkShape(scope.repository, scope.origins),
  links: { self: link(issueAddress(issue, scope)), html: link(issuePage(issue, scope)) },
});

export function issueShape(issue: Issue, scope: IssueScope): Json {
  const { origins } = scope;
  const base = issueLinkShape(issue, scope);
  const self = issueAddress(issue, scope);
  const below = ['comments', 'attachments', 'watch', 'vote'];
  return {
    ...base,
    reporter: issue.reporter.shape(origins),
    assignee: issue.assignee === undefined ? null : userShape(issue.assignee, origins),
    content: renderedShape(issue.raw),
    kind: issue.kind,
    priority: issue.priority,
    state: issue.state,
    ...{ milestone: null, version: null, component: null, votes: 0, watches: 1 },
    created_on: microsDate(issue.createdOn),
    updated_on: microsDate(issue.updatedOn),
    edited_on: issue.editedOn === undefined ? null : microsDate(issue.editedOn),
    links: {
      ...(base['links'] as Json),
      ...Object.fromEntries(below.map((name) => [name, link(`${self}/${name}`)])),
    },
  };
}
