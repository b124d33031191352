/** One integration with Bitbucket Cloud: its client, what it sees, and what people do through it. */
import { BitbucketApiClient } from '../cloud/client.ts';
import { ApiError } from '../errors/api-error.ts';
import { createBitbucketIssues } from './bitbucket-issues.ts';
import { cloudAuthorizer } from './cloud/authorizer.ts';
import { listVisible } from './cloud/visible-repositories.ts';
import type { CodeOwnersFile } from './code-owners.ts';
import {
  type BitbucketIntegrationOptions,
  type RepositoryChoice,
  type RepositoryName,
  toChoice,
} from './integration-options.ts';
import type { IntegrationRecord } from './integrations.ts';
import {
  createIssueForm,
  type FormData,
  type FormField,
  type IssueFormInput,
  linkIssueForm,
  persistedFields,
} from './issue-forms.ts';
import type { ExternalIssue, IssueChoice, IssueReference, IssueTracker } from './issue-tracker.ts';
import { commentLink, createIssue, makeExternalKey, parseExternalKey } from './issues.ts';
import type { PluginRepository } from './plugin-repository-source.ts';
import type { LinkedRepository } from './repositories.ts';
import { isRefusal } from './repository-access.ts';
import { byUuid, siteUrlOf } from './repository-address.ts';
import {
  isSourceUrl,
  locateRef,
  refCandidates,
  type SourceLocation,
  type SourcePlace,
  type SourceSite,
  splitSourceUrl,
  writeSourceUrl,
} from './source-links.ts';
import {
  type CodeOwnersOptions,
  createSourceCache,
  defaultBranch,
  fileExists,
  knownRefs,
  readCodeOwners,
  type Sources,
} from './sources.ts';
import { findStacktraceLink, type StacktraceLink, type StacktraceLinkInput } from './stacktrace-link.ts';

interface CallSignal {
  readonly signal?: AbortSignal | undefined;
}

interface ListOptions extends CallSignal {
  /** Most pages of 100 to read. */
  readonly maxPages?: number | undefined;
}

/** An integration at work. Made by the mounted app, or by a host that keeps its records in its own way. */
export class BitbucketIntegration {
  readonly record: IntegrationRecord;
  readonly issueTracker: IssueTracker;
  readonly #client: BitbucketApiClient;
  readonly #sources: Sources;
  readonly #site: SourceSite & { readonly domainName: string };
  readonly #searchUrl: string | undefined;

  constructor(options: BitbucketIntegrationOptions) {
    const { record, client, searchUrl, now } = options;
    const { metadata, id } = record;
    const auth = cloudAuthorizer(record, options);
    this.record = record;
    this.#client = new BitbucketApiClient({ ...client, auth });
    this.#sources = {
      client: this.#client,
      mainBranch: async (repo, call) => (await this.#client.getRepo(repo, call)).mainbranch?.name,
      cache: options.sourceCache ?? createSourceCache({ now }),
      owner: id,
    };
    this.#site = { siteUrl: siteUrlOf(metadata), domainName: metadata.domainName };
    this.#searchUrl = searchUrl;
    this.issueTracker =
      options.issueTracker ?? createBitbucketIssues({ client: this.#client, siteUrl: this.#site.siteUrl });
  }

  /** The client that acts as this installation. */
  getClient(): BitbucketApiClient {
    return this.#client;
  }

  /**
   * The account's repositories: all of them (50 pages of 100 at most), or those that a search text finds, exact names
   * first (one page of each kind: who does not find it types more). With a credential for one repository or project,
   * that repository, or that project's.
   *
   * @throws ApiError, TransportError; AuthError `reauthorization_required` when the app was uninstalled, or a person
   *   has to set the integration up again
   */
  async getRepositories(query?: string, { maxPages, signal }: ListOptions = {}): Promise<RepositoryChoice[]> {
    const found = await listVisible(this.#client, this.record, { query, maxPages, signal });
    return found.map(toChoice);
  }

  /** May this integration read the repository? False when Bitbucket refuses; other failures are thrown. */
  async hasRepoAccess(repo: string, { signal }: CallSignal = {}): Promise<boolean> {
    try {
      await this.#client.getHooks(repo, { signal });
      return true;
    } catch (error) {
      if (error instanceof ApiError && [401, 403, 404].includes(error.status)) return false;
      throw error;
    }
  }

  /** Those of the older plugin's repositories that this integration does not see, and so cannot take over. */
  async getUnmigratableRepositories(
    repositories: readonly PluginRepository[],
    { signal }: CallSignal = {},
  ): Promise<PluginRepository[]> {
    const seen = await this.getRepositories(undefined, { signal });
    const names = new Set(seen.map(({ identifier }) => identifier.toLowerCase()));
    return repositories.filter(({ name }) => !names.has(name.toLowerCase()));
  }

  /** The repository by UUIDs, for the client: right also after a rename or a transfer. */
  addressOf(repository: RepositoryName): string {
    return byUuid(this.record, repository);
  }

  /** Is it an address of Bitbucket's site, or of the account's place on it? Look-alikes are not. */
  sourceUrlMatches(url: string): boolean {
    return isSourceUrl(url, this.#site);
  }

  /** @throws ConfigError `invalid_option` for a path or ref that no address can have, such as one with `..` */
  formatSourceUrl(repository: Pick<LinkedRepository, 'name'>, place: SourcePlace): string {
    return writeSourceUrl(this.#site.siteUrl, repository.name, place);
  }

  /**
   * The ref in a file's address; `undefined` where it is no address of the repository. A ref with slashes is found only
   * among `refs`; {@link parseSourceUrl} asks Bitbucket for them.
   */
  extractBranchFromSourceUrl(
    repository: Pick<LinkedRepository, 'name'>,
    url: string,
    refs?: readonly string[],
  ): string | undefined {
    return this.#locate(repository, url, refs)?.ref;
  }

  /** The path in a file's address, without query; as {@link extractBranchFromSourceUrl}. */
  extractSourcePathFromSourceUrl(
    repository: Pick<LinkedRepository, 'name'>,
    url: string,
    refs?: readonly string[],
  ): string | undefined {
    return this.#locate(repository, url, refs)?.path;
  }

  /**
   * Repository, ref, path and line of a file's address; `undefined` for an address that is none. Where the ref may have
   * slashes, Bitbucket is asked which of the beginnings are branches or tags, and the longest is taken.
   *
   * @throws ApiError, TransportError, AuthError
   */
  async parseSourceUrl(url: string, { signal }: CallSignal = {}): Promise<SourceLocation | undefined> {
    const parts = splitSourceUrl(url, this.#site);
    if (parts === undefined) return undefined;
    const [first = ''] = parts.segments;
    if (parts.segments.length === 1 || /^[\da-f]{40}$/.test(first) || first.includes('/'))
      return locateRef(parts);
    const names = refCandidates(parts.segments);
    return locateRef(parts, await knownRefs(this.#client, parts.repository, { names, signal }));
  }

  /** The owners of files by the repository's CODEOWNERS; `undefined` where it has none. */
  getCodeOwners(
    repository: RepositoryName,
    options?: CodeOwnersOptions,
  ): Promise<CodeOwnersFile | undefined> {
    return readCodeOwners(this.#sources, this.addressOf(repository), options);
  }

  /**
   * Where the line of a stack trace is seen. Whether the file is there is asked once in five minutes.
   *
   * @throws TransportError, AuthError, and ApiError for what is neither "not there" nor "not for you"
   */
  getStacktraceLink(input: StacktraceLinkInput): Promise<StacktraceLink> {
    const { line, signal } = input;
    return findStacktraceLink(input, {
      fileExists: (repository, path, ref) =>
        fileExists(this.#sources, this.addressOf(repository), { path, ref, signal }),
      defaultBranch: (repository) => defaultBranch(this.#sources, this.addressOf(repository), { signal }),
      sourceUrl: (repository, path, ref) => this.formatSourceUrl(repository, { path, ref, line }),
      isRefusal,
    });
  }

  /** The fields whose values the host keeps for the next form. */
  getPersistedDefaultConfigFields(): readonly string[] {
    return persistedFields;
  }

  /** The form for a new issue. The first 100 repositories are in it, more by search. */
  async getCreateIssueConfig({ signal, ...input }: IssueFormInput = {}): Promise<FormField[]> {
    return createIssueForm(await this.#formParts(input, signal), this.issueTracker.fields);
  }

  /** The form for linking an issue that is there. */
  async getLinkIssueConfig({ signal, ...input }: IssueFormInput = {}): Promise<FormField[]> {
    return linkIssueForm(await this.#formParts(input, signal), this.issueTracker.name);
  }

  /** Makes the issue that a form describes. @throws IntegrationFormError by field · ApiError · TransportError */
  createIssue(data: FormData, call: CallSignal = {}): Promise<ExternalIssue> {
    return createIssue(this.issueTracker, data, call);
  }

  getIssue(key: string | number, { repo, signal }: CallSignal & { repo: string }): Promise<ExternalIssue> {
    return this.issueTracker.getIssue({ repo, key }, { signal });
  }

  /** Issues of the repository whose title has the text in it. */
  searchIssues(
    text: string,
    { repo, signal }: CallSignal & { readonly repo: string },
  ): Promise<readonly IssueChoice[]> {
    return this.issueTracker.searchIssues({ repo, text }, { signal });
  }

  /** `repo#key`. @throws IntegrationFormError where one of them is missing */
  makeExternalKey(issue: Partial<IssueReference>): string {
    return makeExternalKey(issue);
  }

  /** Comments an issue that was linked, where the form has a comment. @throws IntegrationFormError · ApiError */
  afterLinkIssue(
    issue: { readonly key: string },
    call: CallSignal & { readonly comment?: string | undefined } = {},
  ): Promise<void> {
    return commentLink(this.issueTracker, issue.key, call);
  }

  /** Where people see the issue with the external key `repo#key`. */
  getIssueUrl(externalKey: string): string {
    return this.issueTracker.issueUrl(parseExternalKey(externalKey));
  }

  #locate(
    { name }: Pick<LinkedRepository, 'name'>,
    url: string,
    refs: readonly string[] | undefined,
  ): SourceLocation | undefined {
    const parts = splitSourceUrl(url, this.#site);
    if (parts?.repository.toLowerCase() !== name.toLowerCase()) return undefined;
    return parts && locateRef(parts, refs);
  }

  async #formParts(input: Omit<IssueFormInput, 'signal'>, signal: AbortSignal | undefined) {
    const choices = await this.getRepositories(undefined, { maxPages: 1, signal });
    const repositories = choices.map(({ identifier }) => identifier);
    return { ...input, repositories, searchUrl: this.#searchUrl };
  }
}
