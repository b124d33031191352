/** `git clone`, `git fetch` and `git push` over HTTP: authenticates, then lets `git http-backend` speak. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { canSee, isAtLeast } from './cloud/access.ts';
import { RestError, unauthorized } from './cloud/errors.ts';
import { hasScope } from './cloud/scopes.ts';
import type { EmulatorContext } from './context.ts';
import { authenticateGit } from './credentials.ts';
import { pushReportVariable } from './git/environment.ts';
import { randomUuid } from './identifiers.ts';
import { originsFor } from './origins.ts';
import type { Principal } from './principal.ts';
import { parseChangedRefs } from './push-event.ts';
import { tellChangedRefs } from './ref-changes.ts';
import { findRepository, type Repository } from './world.ts';

/** What a path asks git for. */
export interface GitAddress {
  readonly workspace: string;
  readonly slug: string;
  readonly service: 'info/refs' | 'git-upload-pack' | 'git-receive-pack';
}

/** `/workspace/slug.git/info/refs` and its like; `.git` may be left out. */
export function parseGitPath(path: string): GitAddress | undefined {
  const parts = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(path);
  if (parts === null) return undefined;
  const [, workspace = '', slug = '', service] = parts;
  try {
    return {
      workspace: decodeURIComponent(workspace),
      slug: decodeURIComponent(slug),
      service: service as GitAddress['service'],
    };
  } catch {
    return undefined;
  }
}

export async function serveGit(
  request: Request,
  address: GitAddress,
  context: EmulatorContext,
): Promise<Response> {
  try {
    const { repository, principal, writes } = admit(request, address, context);
    const { service } = address;
    return await runBackend(request, { service, repository, principal, writes, context });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const headers = { 'content-type': 'text/plain', ...error.details.headers };
    return new Response(`${error.message}\n`, { status: error.status, headers });
  }
}

/** Who may go on, and to what. */
export interface Admission {
  readonly repository: Repository;
  readonly principal: Principal;
  readonly writes: boolean;
}

/** 401 before anything is said about a repository; 404 for what a known caller may not see; 403 for what not write. */
function admit(
  request: Request,
  { workspace, slug, service }: GitAddress,
  context: EmulatorContext,
): Admission {
  const wanted = service === 'info/refs' ? new URL(request.url).searchParams.get('service') : service;
  if (wanted !== 'git-upload-pack' && wanted !== 'git-receive-pack') {
    throw new RestError(403, 'Only the smart protocol is served');
  }
  const writes = wanted === 'git-receive-pack';
  const principal = authenticateGit(request, context);
  const repository = findRepository(context.world, workspace, slug);
  const visible = repository !== undefined && canSee(principal, repository);
  if (principal.kind === 'anonymous' && (writes || !visible)) throw unauthorized('Authentication is needed');
  if (repository === undefined || !visible) throw new RestError(404, 'Repository not found');
  const allowed = hasScope(principal, writes ? 'repository:write' : 'repository:read');
  const role = principal.roleIn(repository.workspace, repository);
  if (writes ? !allowed || !isAtLeast(role, 'write') : !allowed && repository.isPrivate) {
    throw new RestError(403, 'Access denied: the credential lacks the right');
  }
  return { repository, principal, writes };
}

interface Exchange extends Admission {
  readonly service: GitAddress['service'];
  readonly context: EmulatorContext;
}

/** Lets git speak with a client that was admitted; a push is told of when it has ended. */
export async function runBackend(request: Request, exchange: Exchange): Promise<Response> {
  const { repository, context, writes } = exchange;
  const report = join(context.scratchFolder, randomUuid(context.random));
  const child = context.git.open(['http-backend'], {
    cwd: repository.git.folder,
    env: { ...backendEnvironment(request, exchange), [pushReportVariable]: report },
    group: true,
  });
  child.stderr.resume();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  if (writes) context.background(ended.then(() => reportPush(request, report, exchange)));
  feed(request, child);
  return readAnswer(child, writes);
}

/** A repository keeps its folder when it is renamed. */
const pathOf = ({ git }: Repository, { repositoriesFolder }: EmulatorContext): string =>
  relative(repositoriesFolder, git.folder).split(sep).join('/');

/** @see https://www.rfc-editor.org/rfc/rfc3875 */
function backendEnvironment(
  request: Request,
  { service, repository, context, principal }: Exchange,
): NodeJS.ProcessEnv {
  const header = (name: string, variable: string) => {
    const value = request.headers.get(name);
    return value === null ? {} : { [variable]: value };
  };
  return {
    GIT_PROJECT_ROOT: context.repositoriesFolder,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `/${pathOf(repository, context)}/${service}`,
    QUERY_STRING: new URL(request.url).search.slice(1),
    REQUEST_METHOD: request.method,
    REMOTE_USER: principal.user?.username ?? principal.kind,
    ...header('content-type', 'CONTENT_TYPE'),
    ...header('content-length', 'CONTENT_LENGTH'),
    ...header('content-encoding', 'HTTP_CONTENT_ENCODING'),
    ...header('git-protocol', 'GIT_PROTOCOL'),
  };
}

/** Passes the body on at git's pace. A client that breaks off ends git's input, and git undoes what it began. */
function feed({ body }: Request, { stdin }: ChildProcessWithoutNullStreams): void {
  if (body === null) {
    stdin.end();
    return;
  }
  const pump = async (): Promise<void> => {
    for await (const chunk of body) {
      if (stdin.destroyed) break;
      if (!stdin.write(chunk)) await drained(stdin);
    }
    stdin.end();
  };
  pump().catch(() => stdin.destroy());
}

function drained(stdin: ChildProcessWithoutNullStreams['stdin']): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stdin.off('drain', done).off('close', done);
      resolve();
    };
    stdin.once('drain', done).once('close', done);
  });
}

/** Takes the CGI headers off the front of the output; what follows is the body. */
async function readAnswer(child: ChildProcessWithoutNullStreams, writes: boolean): Promise<Response> {
  const source = child.stdout[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  let end = -1;
  while (end === -1) {
    const { done, value } = await source.next();
    if (done === true) return new Response('git ended without an answer\n', { status: 500 });
    head = Buffer.concat([head, value as Buffer]);
    end = head.indexOf('\r\n\r\n');
  }
  const headers = new Headers();
  for (const line of head.toString('latin1', 0, end).split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const status = Number(headers.get('status')?.slice(0, 3) ?? 200);
  headers.delete('status');
  const rest = head.subarray(end + 4);
  return new Response(bodyOf(child, { source, rest, writes }), { status, headers });
}

function bodyOf(
  child: ChildProcessWithoutNullStreams,
  { source, rest, writes }: { source: NodeJS.AsyncIterator<Buffer>; rest: Buffer; writes: boolean },
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (rest.length > 0) controller.enqueue(new Uint8Array(rest));
    },
    async pull(controller) {
      const { done, value } = await source.next();
      if (done === true) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      child.stdin.destroy();
      if (!writes) child.kill('SIGKILL');
      // A push that is killed leaves half of its objects behind: it is left to end by itself.
      while ((await source.next()).done !== true);
    },
  });
}

/** After the answer: tells of what the post-receive hook wrote down. */
async function reportPush(request: Request, report: string, exchange: Exchange): Promise<void> {
  const { repository, principal, context } = exchange;
  const changes = parseChangedRefs(await readFile(report, 'utf8').catch(() => ''));
  await rm(report, { force: true });
  try {
    const origins = originsFor(request.url, context.options.publicUrl);
    await tellChangedRefs(context, { repository, changes, principal, origins });
  } catch (error) {
    context.logger.error('A push could not be reported to hooks', {
      repository: repository.fullName,
      reason: String(error),
    });
  }
}
