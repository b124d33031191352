/** The contract of an issue tracker: Bitbucket's own is one of them, a host may bring another. */
import type { FormField } from './issue-forms.ts';

/** One issue. */
export interface IssueReference {
  /** The repository that the issue belongs to, `workspace/slug`; in another tracker whatever groups its issues. */
  readonly repo: string;
  /** The issue's own name in it: a number in Bitbucket. */
  readonly key: string | number;
}

/** An issue as it is shown. */
export interface ExternalIssue extends IssueReference {
  readonly title: string;
  /** HTML as the tracker rendered it, and so the tracker's word: put it into a page through a sanitizer only. */
  readonly description: string;
}

/** An issue to choose. */
export type IssueChoice = Pick<ExternalIssue, 'key' | 'title'>;

/** An issue to make, from a form that was checked. */
export interface NewIssue {
  readonly repo: string;
  readonly title: string;
  /** As somebody typed it; empty if they typed nothing. */
  readonly description: string;
  /** The tracker's own fields, by name. A select holds one of its choices. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface TrackerCall {
  readonly signal?: AbortSignal | undefined;
}

/**
 * What the issue forms and the search stand on. A host implements it for another tracker and passes it to
 * `createBitbucketApp({ issueTracker })` or `new BitbucketIntegration({ issueTracker })`.
 *
 * A method that the tracker refuses throws: an `IntegrationFormError` to show the mistake beside a field of the form,
 * any other error to end the action. An ApiError 400 with `fields` is turned into form errors.
 */
export interface IssueTracker {
  /** What people call it: `Bitbucket`. */
  readonly name: string;
  /** What a new issue has beyond repository, title and description. */
  readonly fields: readonly FormField[];
  createIssue(issue: NewIssue, call?: TrackerCall): Promise<ExternalIssue>;
  getIssue(reference: IssueReference, call?: TrackerCall): Promise<ExternalIssue>;
  /** Issues whose title has the text in it: one page is enough. */
  searchIssues(
    search: { readonly repo: string; readonly text: string },
    call?: TrackerCall,
  ): Promise<readonly IssueChoice[]>;
  addComment(reference: IssueReference, text: string, call?: TrackerCall): Promise<void>;
  /** Where people see the issue. */
  issueUrl(reference: IssueReference): string;
  /** Names in the tracker's error bodies, and the form's fields that they stand for. */
  readonly fieldNames?: Readonly<Record<string, string>> | undefined;
}
