/** The client of the older plugin: Bitbucket Cloud by OAuth 1.0a, in the name of one user. */
import { oauth1 } from '../../auth/oauth1.ts';
import { BitbucketApiClient } from '../../cloud/client.ts';
import type { CommitComparison, CommitWithChanges } from '../../cloud/commits.ts';
import type {
  Issue,
  IssueComment,
  IssueKind,
  IssuePriority,
  Repository,
  Webhook,
  WebhookInput,
} from '../../cloud/types.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { checkOptions } from '../../errors/check-options.ts';
import { ConfigError } from '../../errors/config-error.ts';
import type { Authorizer } from '../../http/authorizer.ts';
import { type ClientOptions, clientOptionNames } from '../../http/client-options.ts';
import type { CompareCommitsOptions } from '../../http/compare-commits.ts';
import type { CallSignal } from '../../http/list-pages.ts';
import type { Clock } from '../../shared/clock.ts';
import type { FileChange } from '../../shared/file-change.ts';

export interface BitbucketClientOptions extends Omit<ClientOptions, 'auth'> {
  /** The OAuth consumer's key. Default: `BITBUCKET_CONSUMER_KEY` of `env`. */
  readonly consumerKey?: string | undefined;
  /** Default: `BITBUCKET_CONSUMER_SECRET` of `env`. */
  readonly consumerSecret?: string | undefined;
  /** The user's access token; without it and its secret no call is made. */
  readonly token?: string | undefined;
  readonly tokenSecret?: string | undefined;
  /** Read when the client is made, for what the options leave out. Default: the process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly now?: Clock | undefined;
  /** Gives a text that was never given before. Default: a random UUID. */
  readonly nonce?: (() => string) | undefined;
}

/** An issue to make. */
export interface PluginIssue {
  readonly title: string;
  /** Markdown. */
  readonly content?: string | undefined;
  readonly kind?: IssueKind | undefined;
  readonly priority?: IssuePriority | undefined;
}

const optionNames = [
  ...clientOptionNames.filter((name) => name !== 'auth'),
  ...(['consumerKey', 'consumerSecret', 'token', 'tokenSecret', 'env', 'now', 'nonce'] as const),
];

/**
 * Calls Bitbucket Cloud as the older plugin does: each request is signed with the consumer's secret and a user's token
 * (OAuth 1.0a, HMAC-SHA1). Everything else is what `BitbucketApiClient` does, which stands beneath (`api`).
 *
 * `repo` is `workspace/slug`. Each method throws ApiError when Bitbucket refuses, TransportError when nobody answers,
 * AuthError `reauthorization_required` where there is no user token, and ConfigError for an argument that cannot be sent.
 *
 * @deprecated Bitbucket Cloud answers OAuth 1.0a with 401 since about March 2026 (it named no date), and removed the
 *   issue tracker on 2026-08-20. Use `BitbucketApiClient` with an OAuth 2.0 grant or an access token.
 * @example
 * const client = new BitbucketClient({ token, tokenSecret })   // consumer from the environment
 * if (client.hasAuth()) await client.getRepo('acme/api')
 * @see https://www.rfc-editor.org/rfc/rfc5849
 */
export class BitbucketClient {
  /** The client that makes the calls: for all that has no method here. */
  readonly api: BitbucketApiClient;
  readonly #auth: Authorizer;
  readonly #hasAuth: boolean;

  /** @throws ConfigError `invalid_option` naming a wrong option, or the consumer's part that is nowhere to be found */
  constructor(options: BitbucketClientOptions = {}) {
    checkOptions('BitbucketClient', options, optionNames);
    const {
      consumerKey,
      consumerSecret,
      token,
      tokenSecret,
      env = process.env,
      now,
      nonce,
      ...rest
    } = options;
    const consumer = {
      consumerKey: consumerPart('consumerKey', consumerKey, env['BITBUCKET_CONSUMER_KEY']),
      consumerSecret: consumerPart('consumerSecret', consumerSecret, env['BITBUCKET_CONSUMER_SECRET']),
    };
    const user = isText(token) && isText(tokenSecret) ? { token, tokenSecret } : undefined;
    this.#hasAuth = user !== undefined;
    this.#auth = user === undefined ? nobody : oauth1({ ...consumer, ...user, now, nonce });
    this.api = new BitbucketApiClient({ ...rest, auth: this.#auth });
  }

  /** Is there a user's token, and its secret? Whether Bitbucket takes them, only a call tells. */
  hasAuth(): boolean {
    return this.#hasAuth;
  }

  /**
   * Gives the request with its `Authorization: OAuth …`, signed over method, address, query and form body: for requests
   * that the host sends by itself, each once, since the signature has a nonce and the time in it.
   *
   * @throws AuthError `reauthorization_required` without a user token
   */
  bindAuth(request: Request): Promise<Request> {
    return this.#auth.authorize(request);
  }

  getIssue(repo: string, id: string | number, options: CallSignal = {}): Promise<Issue> {
    return this.api.getIssue(repo, id, options);
  }

  createIssue(repo: string, issue: PluginIssue, options: CallSignal = {}): Promise<Issue> {
    const { title, content = '', kind, priority } = issue;
    const chosen = {
      ...(kind === undefined ? {} : { kind }),
      ...(priority === undefined ? {} : { priority }),
    };
    return this.api.createIssue(repo, { title, content: { raw: content }, ...chosen }, options);
  }

  /** Issues whose title has the text in it: one page, of 50 at most. */
  searchIssues(repo: string, text: string, options: CallSignal = {}): Promise<readonly Issue[]> {
    return this.api.searchIssues(repo, text, options);
  }

  createComment(
    repo: string,
    id: string | number,
    text: string,
    options: CallSignal = {},
  ): Promise<IssueComment> {
    return this.api.createComment(repo, id, text, options);
  }

  getRepo(repo: string, options: CallSignal = {}): Promise<Repository> {
    return this.api.getRepo(repo, options);
  }

  createHook(repo: string, hook: WebhookInput, options: CallSignal = {}): Promise<Webhook> {
    return this.api.createHook(repo, hook, options);
  }

  deleteHook(repo: string, uuid: string, options: CallSignal = {}): Promise<void> {
    return this.api.deleteHook(repo, uuid, options);
  }

  /** What a commit did to files, against its first parent. A rename is a D of the old path and an A of the new. */
  getCommitFileChanges(repo: string, hash: string, options: CallSignal = {}): Promise<FileChange[]> {
    return this.api.getCommitFileChanges(repo, hash, options);
  }

  /** The newest commits of a ref, each with its file changes; 10 unless `limit` says otherwise. */
  getLastCommits(
    repo: string,
    ref: string,
    options: CallSignal & { readonly limit?: number | undefined } = {},
  ): Promise<readonly CommitWithChanges[]> {
    return this.api.getLastCommits(repo, ref, options);
  }

  /** The commits after `start`, which may be a short hash, up to `end`, newest first, each with its file changes. */
  compareCommits(repo: string, options: CompareCommitsOptions): Promise<CommitComparison> {
    return this.api.compareCommits(repo, options);
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const variables = { consumerKey: 'BITBUCKET_CONSUMER_KEY', consumerSecret: 'BITBUCKET_CONSUMER_SECRET' };

function consumerPart(
  option: keyof typeof variables,
  given: string | undefined,
  fromEnvironment: string | undefined,
): string {
  const value = given ?? fromEnvironment;
  if (isText(value)) return value;
  const variable = variables[option];
  const problem = given === undefined ? `neither it nor ${variable} is there` : 'it is empty, or no text';
  throw new ConfigError(option, problem, `Pass it, or set ${variable} in the environment`);
}

/** Stands for a user who has not connected an account: nothing is sent in nobody's name. */
const nobody: Authorizer = {
  authorize: () =>
    Promise.reject(
      new AuthError(
        'reauthorization_required',
        'There is no user token for Bitbucket: the user has to connect the account',
      ),
    ),
};
