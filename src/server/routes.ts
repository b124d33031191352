/** The routes that the client's own methods stand on. */
import type { BlameSpan, Change, Commit, Page, Repository, Webhook, WebhookInput } from './types.ts';

interface InRepository {
  readonly projectKey: string;
  readonly repositorySlug: string;
}

interface PageQuery {
  readonly start?: number | undefined;
  /** Items a page; a server may give fewer. Default 25. */
  readonly limit?: number | undefined;
}

interface RepositoriesQuery extends PageQuery {
  /** A part of the name, in any case. */
  readonly name?: string | undefined;
  readonly projectkey?: string | undefined;
  readonly projectname?: string | undefined;
  readonly permission?: 'REPO_READ' | 'REPO_WRITE' | 'REPO_ADMIN' | undefined;
}

interface CommitsQuery extends PageQuery {
  /** Not part of what is listed. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly merges?: 'exclude' | 'include' | 'only' | undefined;
  readonly path?: string | undefined;
  readonly followRenames?: boolean | undefined;
  readonly ignoreMissing?: boolean | undefined;
}

interface BrowseQuery extends PageQuery {
  readonly at?: string | undefined;
  readonly type?: boolean | undefined;
  readonly size?: boolean | undefined;
  readonly blame?: boolean | undefined;
  readonly noContent?: boolean | undefined;
}

/** Which of these is there depends on the query. */
interface Content {
  readonly type?: 'DIRECTORY' | 'FILE' | 'SUBMODULE' | (string & {});
  readonly blame?: readonly BlameSpan[];
  readonly lines?: readonly { readonly text: string }[];
  readonly isLastPage?: boolean;
  readonly nextPageStart?: number | null;
}

interface HookPath extends InRepository {
  readonly webhookId: number | string;
}

/** Bitbucket Server's REST routes, without the `/rest` before them. */
export interface ServerRoutes {
  'GET /api/latest/repos': { query: RepositoriesQuery; result: Page<Repository> };
  'GET /api/latest/projects/{projectKey}/repos': {
    path: { readonly projectKey: string };
    query: PageQuery;
    result: Page<Repository>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}': { path: InRepository; result: Repository };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits': {
    path: InRepository;
    query: CommitsQuery;
    result: Page<Commit>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}': {
    path: InRepository & { readonly commitId: string };
    result: Commit;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}/changes': {
    path: InRepository & { readonly commitId: string };
    query: PageQuery & { readonly since?: string | undefined; readonly withComments?: boolean | undefined };
    result: Page<Change>;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/raw/{path}': {
    path: InRepository & { readonly path: string };
    query: { readonly at?: string | undefined };
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse/{path}': {
    path: InRepository & { readonly path: string };
    query: BrowseQuery;
    result: Content;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse/{path}': {
    path: InRepository & { readonly path: string };
    body: FormData;
    result: Commit;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks': {
    path: InRepository;
    query: PageQuery & { readonly event?: string | undefined; readonly statistics?: boolean | undefined };
    result: Page<Webhook>;
  };
  'POST /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks': {
    path: InRepository;
    body: WebhookInput;
    result: Webhook;
  };
  'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}': {
    path: HookPath;
    result: Webhook;
  };
  'PUT /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}': {
    path: HookPath;
    body: WebhookInput;
    result: Webhook;
  };
  'DELETE /api/latest/projects/{projectKey}/repos/{repositorySlug}/webhooks/{webhookId}': { path: HookPath };
  'GET /api/latest/projects/{projectKey}/webhooks': {
    path: { readonly projectKey: string };
    query: PageQuery & { readonly event?: string | undefined; readonly statistics?: boolean | undefined };
    result: Page<Webhook>;
  };
  'POST /api/latest/projects/{projectKey}/webhooks': {
    path: { readonly projectKey: string };
    body: WebhookInput;
    result: Webhook;
  };
  'PUT /api/latest/projects/{projectKey}/webhooks/{webhookId}': {
    path: { readonly projectKey: string; readonly webhookId: number | string };
    body: WebhookInput;
    result: Webhook;
  };
  'DELETE /api/latest/projects/{projectKey}/webhooks/{webhookId}': {
    path: { readonly projectKey: string; readonly webhookId: number | string };
  };
}
