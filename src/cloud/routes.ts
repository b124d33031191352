/** The routes that the client's own methods stand on. */
import type {
  Commit,
  Diffstat,
  FileHistoryEntry,
  Issue,
  IssueComment,
  IssueInput,
  Paginated,
  Ref,
  Repository,
  Webhook,
  WebhookInput,
  Workspace,
} from './types.ts';

interface InRepository {
  readonly workspace: string;
  readonly repo_slug: string;
}

interface PageQuery {
  readonly page?: number | string | undefined;
  /** Items a page; at most 100 on most lists. */
  readonly pagelen?: number | undefined;
  readonly fields?: string | undefined;
}

interface FilterQuery extends PageQuery {
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
}

interface CommitsQuery extends PageQuery {
  readonly include?: string | readonly string[] | undefined;
  readonly exclude?: string | readonly string[] | undefined;
  readonly path?: string | undefined;
}

interface DiffQuery {
  readonly path?: string | readonly string[] | undefined;
  readonly context?: number | undefined;
  readonly ignore_whitespace?: boolean | undefined;
  readonly binary?: boolean | undefined;
  readonly renames?: boolean | undefined;
  readonly topic?: boolean | undefined;
}

interface InIssue extends InRepository {
  readonly issue_id: string | number;
}

interface FileRoute {
  path: InRepository & { readonly commit: string; readonly path: string };
  query: { readonly format?: 'meta' | 'rendered' | undefined };
  as: 'text' | 'bytes' | 'stream';
}

/** Bitbucket Cloud's REST routes, without the `/2.0` before them. */
export interface CloudRoutes {
  'GET /repositories/{workspace}': {
    path: { readonly workspace: string };
    query: FilterQuery;
    result: Paginated<Repository>;
  };
  'GET /repositories/{workspace}/{repo_slug}': {
    path: InRepository;
    query: { fields?: string };
    result: Repository;
  };
  'GET /repositories/{workspace}/{repo_slug}/commits': {
    path: InRepository;
    query: CommitsQuery;
    result: Paginated<Commit>;
  };
  'GET /repositories/{workspace}/{repo_slug}/commits/{revision}': {
    path: InRepository & { readonly revision: string };
    query: CommitsQuery;
    result: Paginated<Commit>;
  };
  'GET /repositories/{workspace}/{repo_slug}/commit/{commit}': {
    path: InRepository & { readonly commit: string };
    result: Commit;
  };
  'GET /repositories/{workspace}/{repo_slug}/diffstat/{spec}': {
    path: InRepository & { readonly spec: string };
    query: DiffQuery & PageQuery;
    result: Paginated<Diffstat>;
  };
  'GET /repositories/{workspace}/{repo_slug}/diff/{spec}': {
    path: InRepository & { readonly spec: string };
    query: DiffQuery;
    as: 'text' | 'bytes' | 'stream';
  };
  'GET /repositories/{workspace}/{repo_slug}/src/{commit}/{path}': FileRoute;
  'HEAD /repositories/{workspace}/{repo_slug}/src/{commit}/{path}': FileRoute;
  'GET /repositories/{workspace}/{repo_slug}/filehistory/{commit}/{path}': {
    path: InRepository & { readonly commit: string; readonly path: string };
    query: FilterQuery & { readonly renames?: boolean | undefined };
    result: Paginated<FileHistoryEntry>;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs': {
    path: InRepository;
    query: FilterQuery;
    result: Paginated<Ref>;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs/branches/{name}': {
    path: InRepository & { readonly name: string };
    result: Ref;
  };
  'GET /repositories/{workspace}/{repo_slug}/refs/tags/{name}': {
    path: InRepository & { readonly name: string };
    result: Ref;
  };
  'GET /repositories/{workspace}/{repo_slug}/hooks': {
    path: InRepository;
    query: PageQuery;
    result: Paginated<Webhook>;
  };
  'POST /repositories/{workspace}/{repo_slug}/hooks': {
    path: InRepository;
    body: WebhookInput;
    result: Webhook;
  };
  'GET /repositories/{workspace}/{repo_slug}/hooks/{uid}': {
    path: InRepository & { readonly uid: string };
    result: Webhook;
  };
  'PUT /repositories/{workspace}/{repo_slug}/hooks/{uid}': {
    path: InRepository & { readonly uid: string };
    body: WebhookInput;
    result: Webhook;
  };
  'DELETE /repositories/{workspace}/{repo_slug}/hooks/{uid}': {
    path: InRepository & { readonly uid: string };
  };
  'GET /repositories/{workspace}/{repo_slug}/issues': {
    path: InRepository;
    query: FilterQuery;
    result: Paginated<Issue>;
  };
  'POST /repositories/{workspace}/{repo_slug}/issues': {
    path: InRepository;
    body: IssueInput;
    result: Issue;
  };
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}': { path: InIssue; result: Issue };
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments': {
    path: InIssue;
    body: { readonly content: { readonly raw: string } };
    result: IssueComment;
  };
  'GET /workspaces/{workspace}': { path: { readonly workspace: string }; result: Workspace };
  'GET /workspaces/{workspace}/hooks': {
    path: { readonly workspace: string };
    query: PageQuery;
    result: Paginated<Webhook>;
  };
  'POST /workspaces/{workspace}/hooks': {
    path: { readonly workspace: string };
    body: WebhookInput;
    result: Webhook;
  };
  'PUT /workspaces/{workspace}/hooks/{uid}': {
    path: { readonly workspace: string; readonly uid: string };
    body: WebhookInput;
    result: Webhook;
  };
  'DELETE /workspaces/{workspace}/hooks/{uid}': {
    path: { readonly workspace: string; readonly uid: string };
  };
}
