/** The emulator as one fetch-shaped function: REST, installs and git, told apart by path. */
import { authorizeInstall } from './authorize.ts';
import { checkScope } from './cloud/access.ts';
import { addonRoutes } from './cloud/addon.ts';
import type { Call, Route } from './cloud/call.ts';
import { commitCommentRoutes } from './cloud/commit-reports/comments.ts';
import { statusRoutes } from './cloud/commit-reports/statuses.ts';
import { commitRoutes } from './cloud/commits.ts';
import { defaultReviewerRoutes } from './cloud/default-reviewers.ts';
import { diffRoutes } from './cloud/diff.ts';
import { errorResponse, RestError } from './cloud/errors.ts';
import { fileHistoryRoutes } from './cloud/file-history.ts';
import { hookRoutes } from './cloud/hooks.ts';
import { issueRoutes } from './cloud/issues/routes.ts';
import { memberRoutes } from './cloud/members.ts';
import { serveAuthorize } from './cloud/oauth2/authorize.ts';
import { serveAccessToken } from './cloud/oauth2/token-endpoint.ts';
import { projectRoutes } from './cloud/projects.ts';
import { pullRequestRoutes } from './cloud/pull-requests/routes.ts';
import { refRoutes } from './cloud/refs.ts';
import { repositoryRoutes } from './cloud/repositories/routes.ts';
import { neededScopes, type Right } from './cloud/scopes.ts';
import { sourceRoutes } from './cloud/src.ts';
import { unservedRoutes } from './cloud/unserved.ts';
import { workspaceRoutes } from './cloud/workspaces.ts';
import type { EmulatorContext } from './context.ts';
import { authenticate } from './credentials.ts';
import { parseGitPath, serveGit } from './git-http.ts';
import { originsFor } from './origins.ts';
import { anonymous, type Principal } from './principal.ts';
import { createRouter, type Router } from './router.ts';
import type { ServerHalf } from './server/serve.ts';

const restPrefix = '/2.0';

/** Every route of Cloud's REST API that is served; of two that fit a path, the first one counts. */
export function cloudRoutes(context: EmulatorContext): Route[] {
  return [
    ...repositoryRoutes(context),
    // Before the commits, whose names may have slashes.
    ...statusRoutes(context),
    ...commitCommentRoutes(context),
    ...commitRoutes(context),
    ...diffRoutes(context),
    ...sourceRoutes(context),
    ...fileHistoryRoutes(context),
    ...refRoutes(context),
    ...pullRequestRoutes(context),
    ...defaultReviewerRoutes(context),
    ...issueRoutes(context),
    ...hookRoutes(context),
    ...projectRoutes(context),
    ...workspaceRoutes(context),
    ...memberRoutes(context),
    ...addonRoutes(context),
  ];
}

export function createServe(
  context: EmulatorContext,
  server: ServerHalf | undefined,
): (request: Request) => Promise<Response> {
  // What is not served comes first: `pullrequests/activity` is no pull request, `commit/1a2b/reports` no commit.
  const all = [...unservedRoutes(), ...cloudRoutes(context)];
  const routes = all.map((route) => ({ ...route, handler: route }));
  const router = createRouter<Route>(routes);
  return async (request) => {
    try {
      const response =
        server?.fits(request) === true
          ? await server.fetch(request)
          : await dispatch(request, { router, context });
      // Clients whose clock is wrong learn the right time from it.
      response.headers.set('date', new Date(context.now()).toUTCString());
      return response;
    } catch (error) {
      context.logger.error('The emulator failed', {
        path: new URL(request.url).pathname,
        reason: String(error),
      });
      return errorResponse(new RestError(500, 'The emulator failed; its log says why'));
    }
  };
}

async function dispatch(
  request: Request,
  { router, context }: { router: Router<Route>; context: EmulatorContext },
): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname.startsWith(`${restPrefix}/`)) return serveRest(request, { url, router, context });
  if (url.pathname === '/site/addons/authorize' && request.method === 'GET')
    return authorizeInstall(request, context);
  if (url.pathname === '/site/oauth2/authorize') return serveAuthorize(request, context);
  if (url.pathname === '/site/oauth2/access_token') return serveAccessToken(request, context);
  const git = parseGitPath(url.pathname);
  if (git !== undefined) return serveGit(request, git, context);
  return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain' } });
}

interface Rest {
  readonly url: URL;
  readonly router: Router<Route>;
  readonly context: EmulatorContext;
}

async function serveRest(request: Request, { url, router, context }: Rest): Promise<Response> {
  let principal = anonymous;
  let right: Right | undefined;
  try {
    principal = await authenticate(request, context);
    const { handler: route, params } = router(request.method, url.pathname.slice(restPrefix.length));
    right = route.right;
    const origins = originsFor(request.url, context.options.publicUrl);
    const call: Call = { request, url, query: url.searchParams, params, principal, right, origins };
    checkScope(call);
    return forMethod(request, describe(await route.handler(call), principal, right));
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return forMethod(request, describe(errorResponse(error), principal, right));
  }
}

/** Says, as Bitbucket does, which kind of credential was seen, what it may do, and what the route asks for. */
function describe(response: Response, principal: Principal, right: Right | undefined): Response {
  const { kind, credential, scopes } = principal;
  if (kind === 'anonymous') return response;
  if (credential !== undefined) response.headers.set('x-credential-type', credential);
  if (scopes !== undefined) response.headers.set('x-oauth-scopes', scopes.join(', '));
  if (right !== undefined)
    response.headers.set('x-accepted-oauth-scopes', neededScopes(principal, right).join(', '));
  return response;
}

async function forMethod({ method }: Request, response: Response): Promise<Response> {
  // An answer without content has a type nevertheless; the npm client `bitbucket` fails on one that has none.
  if (response.status === 204) response.headers.set('content-type', 'text/html; charset=utf-8');
  if (method !== 'HEAD' || response.body === null) return response;
  await response.body.cancel();
  return new Response(null, { status: response.status, headers: response.headers });
}
