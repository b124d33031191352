/** What people do with issues of a tracker: make one, link one, look one up, comment the link. */
import { IntegrationFormError } from '../errors/integration-form-error.ts';
import {
  checkedRepo,
  chosenValues,
  type FormData,
  persistedFields,
  textOf,
  withFormErrors,
} from './issue-forms.ts';
import type { ExternalIssue, IssueReference, IssueTracker, TrackerCall } from './issue-tracker.ts';
import { isFullName } from './repository-name.ts';

/** @throws IntegrationFormError · ApiError, TransportError, AuthError */
export async function createIssue(
  tracker: IssueTracker,
  data: FormData,
  call: TrackerCall = {},
): Promise<ExternalIssue> {
  const repo = checkedRepo(data);
  const title = textOf(data, 'title');
  if (title === '') throw new IntegrationFormError({ title: 'Title is required' });
  const description = textOf(data, 'description');
  const fields = chosenValues(data, tracker.fields);
  return withFormErrors(tracker.fieldNames, () =>
    tracker.createIssue({ repo, title, description, fields }, call),
  );
}

/** `repo#key`: how the host names an issue that it linked. */
export function makeExternalKey({ repo, key }: Partial<IssueReference>): string {
  const data = { repo, externalIssue: key };
  const name = checkedRepo(data);
  const issue = textOf(data, 'externalIssue');
  if (issue === '') throw missingIssue();
  return `${name}#${issue}`;
}

/** The two parts of an external key. A repository's name has no `#`, so the first one parts them. */
export function parseExternalKey(externalKey: string): IssueReference {
  const at = externalKey.indexOf('#');
  const repo = at === -1 ? externalKey : externalKey.slice(0, at);
  const key = at === -1 ? '' : externalKey.slice(at + 1);
  if (repo === '') throw new IntegrationFormError({ repo: 'Repository is required' });
  if (!isFullName(repo))
    throw new IntegrationFormError({ repo: 'A repository is written workspace/repository' });
  if (key.trim() === '') throw missingIssue();
  return { repo, key };
}

/** Says on the issue that it was linked, where the person wrote a comment. */
export async function commentLink(
  tracker: IssueTracker,
  externalKey: string,
  { comment, signal }: TrackerCall & { readonly comment?: string | undefined },
): Promise<void> {
  const reference = parseExternalKey(externalKey);
  const text = textOf({ comment }, 'comment');
  if (text === '') return;
  await withFormErrors({ content: 'comment', 'content.raw': 'comment' }, () =>
    tracker.addComment(reference, text, { signal }),
  );
}

/** What of a form is worth keeping for the next one. */
export function persistedDefaults(data: FormData): Record<string, string> {
  const kept = persistedFields.map((name) => [name, textOf(data, name)] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== ''));
}

const missingIssue = (): IntegrationFormError =>
  new IntegrationFormError({ externalIssue: 'Issue is required' });
