/** `git clone` and `git push` below `/scm`. */
import type { EmulatorContext } from '../context.ts';
import { parseGitPath, runBackend } from '../git-http.ts';
import { authenticateGit, challenge } from './credentials.ts';
import { ServerError } from './errors.ts';
import type { OAuth2Provider } from './oauth2-provider.ts';
import type { EmulatedServerToken } from './options.ts';
import { isAtLeast, toCloudPrincipal } from './principal.ts';
import type { ServerWorld } from './world.ts';

interface Deps {
  readonly world: ServerWorld;
  readonly context: EmulatorContext;
  readonly tokens: readonly EmulatedServerToken[];
  readonly oauth2: Pick<OAuth2Provider, 'find'>;
}

/** @param path what follows `/scm` */
export async function serveScm(request: Request, path: string, deps: Deps): Promise<Response> {
  const address = parseGitPath(path);
  if (address === undefined) return refused(404, 'Not found');
  const { service, workspace: projectKey, slug } = address;
  const wanted = service === 'info/refs' ? new URL(request.url).searchParams.get('service') : service;
  const writes = wanted === 'git-receive-pack';
  if (!writes && wanted !== 'git-upload-pack') return refused(403, 'Only the smart protocol is served');
  try {
    const principal = authenticateGit(request, deps);
    const found = deps.world.findRepository(projectKey, slug);
    const role = found === undefined ? undefined : principal.roleIn(found);
    const allowed = isAtLeast(role, writes ? 'write' : 'read');
    if (!allowed && principal.kind === 'anonymous')
      return refused(401, 'Authentication is needed', challenge);
    if (found === undefined || role === undefined) return refused(404, 'Repository not found');
    if (!allowed) return refused(403, 'You do not have permission to push to this repository');
    const { repository } = found;
    return await runBackend(request, {
      ...{ service, repository, writes, context: deps.context },
      principal: toCloudPrincipal(principal, found),
    });
  } catch (error) {
    if (error instanceof ServerError) return refused(error.status, error.message, challenge);
    throw error;
  }
}

const refused = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  new Response(`${message}\n`, { status, headers: { 'content-type': 'text/plain', ...headers } });
