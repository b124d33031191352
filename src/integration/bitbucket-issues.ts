/** Bitbucket Cloud's own issue tracker, for as long as there is one somewhere. */
import type { BitbucketApiClient } from '../cloud/client.ts';
import type { Issue, IssueKind, IssuePriority } from '../cloud/types.ts';
import { ConfigError } from '../errors/config-error.ts';
import { expandPath } from '../http/path.ts';
import type { FormField } from './issue-forms.ts';
import type { ExternalIssue, IssueTracker } from './issue-tracker.ts';

/** Values and labels. */
export const issueKinds = [
  ['bug', 'Bug'],
  ['enhancement', 'Enhancement'],
  ['proposal', 'Proposal'],
  ['task', 'Task'],
] as const satisfies readonly (readonly [IssueKind, string])[];

/** Values and labels, the least first. */
export const issuePriorities = [
  ['trivial', 'Trivial'],
  ['minor', 'Minor'],
  ['major', 'Major'],
  ['critical', 'Critical'],
  ['blocker', 'Blocker'],
] as const satisfies readonly (readonly [IssuePriority, string])[];

/** What Bitbucket's new issue has beyond title and description. */
export const bitbucketIssueFields: readonly FormField[] = [
  {
    name: 'issueType',
    label: 'Issue type',
    type: 'select',
    required: false,
    default: 'bug',
    choices: issueKinds,
  },
  {
    name: 'priority',
    label: 'Priority',
    type: 'select',
    required: false,
    default: 'trivial',
    choices: issuePriorities,
  },
];

export interface BitbucketIssuesOptions {
  readonly client: BitbucketApiClient;
  /** Where people go. Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
}

/**
 * @deprecated Bitbucket removed its issue tracker on 2026-08-20: the calls end in a FeatureRemovedError, or in an
 *   ApiError `no_issue_tracker`. Pass a tracker of your own instead.
 */
export function createBitbucketIssues({
  client,
  siteUrl = 'https://bitbucket.org',
}: BitbucketIssuesOptions): IssueTracker {
  return {
    name: 'Bitbucket',
    fields: bitbucketIssueFields,
    fieldNames: { content: 'description', 'content.raw': 'description', kind: 'issueType' },
    async createIssue({ repo, title, description, fields: chosen }, { signal } = {}) {
      const kind = oneOf(issueKinds, chosen['issueType']);
      const priority = oneOf(issuePriorities, chosen['priority']);
      const issue = await client.createIssue(
        repo,
        {
          title,
          content: { raw: description },
          ...(kind === undefined ? {} : { kind }),
          ...(priority === undefined ? {} : { priority }),
        },
        { signal },
      );
      return toExternalIssue(issue, repo);
    },
    async getIssue({ repo, key }, { signal } = {}) {
      return toExternalIssue(await client.getIssue(repo, key, { signal }), repo);
    },
    async searchIssues({ repo, text }, { signal } = {}) {
      const issues = await client.searchIssues(repo, text, { signal });
      return issues.map(({ id, title }) => ({ key: id, title }));
    },
    async addComment({ repo, key }, text, { signal } = {}) {
      await client.createComment(repo, key, text, { signal });
    },
    issueUrl: ({ repo, key }) => siteUrl + expandPath('/{repo}/issues/{id}', { repo, id: key }),
  };
}

/** The form checked the choice; a host that calls by itself learns of a wrong one here. */
export function oneOf<Value extends string>(
  choices: readonly (readonly [Value, string])[],
  value: string | undefined,
): Value | undefined {
  if (value === undefined || value === '') return undefined;
  const choice = choices.find(([known]) => known === value)?.[0];
  if (choice !== undefined) return choice;
  const known = choices.map(([name]) => name).join(', ');
  throw new ConfigError('fields', 'a choice is not one of the tracker’s', `Pass one of ${known}`);
}

const toExternalIssue = ({ id, title, content }: Issue, repo: string): ExternalIssue => ({
  key: id,
  title,
  description: content?.html ?? '',
  repo,
});
