/** The issue half of the older plugin: one repository for a project, whose issues are made and linked. */
import { checkOptions } from '../../errors/check-options.ts';
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { checkBaseUrl } from '../../http/client-options.ts';
import { expandPath } from '../../http/path.ts';
import { issueKinds, issuePriorities, oneOf } from '../bitbucket-issues.ts';
import { chosenValues, type FormData, textOf, withFormErrors } from '../issue-forms.ts';
import { parseRepositoryName } from '../repository-name.ts';
import { errorText } from './error-text.ts';
import {
  commentNames,
  configureFields,
  fieldNames,
  issueFields,
  issueIdOf,
  linkFields,
  newIssueFields,
  type PluginField,
} from './fields.ts';
import { checkClients, clientNames, clientOf, type PluginCall, type PluginClients } from './user-client.ts';

export interface BitbucketPluginOptions<User = unknown> extends PluginClients<User> {
  /** Where people go. Default `https://bitbucket.org`. */
  readonly siteUrl?: string | undefined;
}

/** What the host keeps of the plugin for one of its projects. */
export interface PluginConfiguration {
  /** The repository: `workspace/repository`, or an address of it. */
  readonly repo?: string | undefined;
}

/** A call for one of the host's projects. */
export interface PluginIssueCall<User> extends PluginCall<User> {
  readonly options: PluginConfiguration;
}

/** A choice for the link form. */
export interface PluginIssueChoice {
  /** `(#12) Title`. */
  readonly text: string;
  readonly id: number;
}

/**
 * The issues of the older plugin. It keeps nothing: the host stores a project's options and hands them in with each
 * call, with the user who acts.
 *
 * Calls throw IntegrationFormError for what a person should mend, AuthError `reauthorization_required` for a user
 * without an account, and what the client throws; `messageFromError` says it in words.
 *
 * @deprecated Bitbucket removed its issue tracker on 2026-08-20, and answers OAuth 1.0a with 401 since about March 2026.
 *   Use `BitbucketIntegration` with a tracker of your own.
 * @example
 * const plugin = new BitbucketPlugin({ clientFor: (user) => new BitbucketClient(tokensOf(user)) })
 * const id = await plugin.createIssue({ title: 'It breaks' }, { options: { repo: 'acme/api' }, user })
 */
export class BitbucketPlugin<User = unknown> {
  readonly slug = 'bitbucket';
  readonly title = 'Bitbucket';
  readonly confTitle = 'Bitbucket';
  /** What the host keeps the options under. */
  readonly confKey = 'bitbucket';
  /** The accounts that users connect. */
  readonly authProvider = 'bitbucket';
  /** The option without which there is nothing to do. */
  readonly requiredField = 'repo';
  readonly description = 'Make and link Bitbucket issues by naming a repository for a project.';
  readonly features = [
    { feature: 'commits', description: 'Follow commits and releases of a Bitbucket repository.' },
    { feature: 'issue-basic', description: 'Make Bitbucket issues, or link to those that are there.' },
  ] as const;
  readonly #clients: PluginClients<User>;
  readonly #siteUrl: string;

  /** @throws ConfigError `invalid_option` */
  constructor(options: BitbucketPluginOptions<User>) {
    checkOptions('BitbucketPlugin', options, [...clientNames, 'siteUrl']);
    checkClients(options);
    this.#clients = options;
    this.#siteUrl = checkBaseUrl('siteUrl', options.siteUrl ?? 'https://bitbucket.org');
  }

  /** Do the options name a repository? */
  isConfigured(options: PluginConfiguration | undefined): boolean {
    try {
      return this.#repoOf(options) !== '';
    } catch {
      return false;
    }
  }

  /** The configuration's form, with the options that were kept. */
  getConfigureFields(options: PluginConfiguration = {}): PluginField[] {
    return configureFields(textOf({ ...options }, 'repo'));
  }

  /** The form of a new issue, filled in with what is known of the host's own. */
  getNewIssueFields({
    options,
    ...filled
  }: Pick<PluginIssueCall<User>, 'options'> & {
    readonly title?: string | undefined;
    readonly description?: string | undefined;
  }): PluginField[] {
    return newIssueFields(this.#repoOf(options), filled);
  }

  /** Makes an issue of `title, description, issue_type, priority`, and gives its number. */
  async createIssue(data: FormData, call: PluginIssueCall<User>): Promise<number> {
    const repo = this.#repoOf(call.options);
    const title = textOf(data, 'title');
    if (title === '') throw new IntegrationFormError({ title: 'Title is required' });
    const chosen = chosenValues(data, issueFields);
    const issue = {
      title,
      content: textOf(data, 'description'),
      kind: oneOf(issueKinds, chosen['issue_type']),
      priority: oneOf(issuePriorities, chosen['priority']),
    };
    const client = await clientOf(this.#clients, call);
    const { signal } = call;
    const { id } = await withFormErrors(fieldNames, () => client.createIssue(repo, issue, { signal }));
    return id;
  }

  /** The form that links an issue. */
  getLinkExistingIssueFields({
    comment = '',
  }: {
    /** Filled in before: an address of the host's own issue, say. */
    readonly comment?: string | undefined;
  } = {}): PluginField[] {
    return linkFields(comment);
  }

  /** Looks up the issue of `issue_id`, comments it where the person wrote a `comment`, and gives its title. */
  async linkIssue(data: FormData, call: PluginIssueCall<User>): Promise<{ readonly title: string }> {
    const repo = this.#repoOf(call.options);
    const id = issueIdOf(data);
    const client = await clientOf(this.#clients, call);
    const { signal } = call;
    const { title } = await client.getIssue(repo, id, { signal });
    const comment = textOf(data, 'comment');
    if (comment !== '')
      await withFormErrors(commentNames, () => client.createComment(repo, id, comment, { signal }));
    return { title };
  }

  /** `Bitbucket-12`. */
  getIssueLabel(issueId: string | number): string {
    return `Bitbucket-${issueId}`;
  }

  /** Where people saw the issue, `https://bitbucket.org/acme/api/issue/12/`. */
  getIssueUrl(issueId: string | number, options: PluginConfiguration): string {
    const repo = this.#repoOf(options);
    return this.#siteUrl + expandPath('/{repo}/issue/{id}/', { repo, id: issueId });
  }

  /**
   * What a select of the link form offers as somebody types: issues whose title has the text in it. None for an empty
   * text.
   *
   * @throws IntegrationFormError for a field that has nothing to offer
   */
  async autocomplete(
    { field, query }: { readonly field: string; readonly query: string },
    call: PluginIssueCall<User>,
  ): Promise<{ readonly issue_id: readonly PluginIssueChoice[] }> {
    if (field !== 'issue_id')
      throw new IntegrationFormError({ field: 'Only issue_id has choices to search' });
    const repo = this.#repoOf(call.options);
    const text = textOf({ query }, 'query');
    if (text === '') return { issue_id: [] };
    const client = await clientOf(this.#clients, call);
    const issues = await client.searchIssues(repo, text, { signal: call.signal });
    return { issue_id: issues.map(({ id, title }) => ({ text: `(#${id}) ${title}`, id })) };
  }

  /** What to tell a person of an error that a call ended in. */
  messageFromError(error: unknown): string {
    return errorText(error);
  }

  #repoOf(options: PluginConfiguration | undefined): string {
    return parseRepositoryName(options?.repo, { field: 'repo', siteUrl: this.#siteUrl });
  }
}
