/** Reads files at a commit, a branch or a tag, and who last changed their lines. */
import { TransportError } from '../errors/transport-error.ts';
import { type FileOptions, fromRoot, orMissing } from '../http/files.ts';
import type { RestClient } from '../http/rest-client.ts';
import { isRecord } from '../shared/types.ts';
import { isAfter } from './next-page.ts';
import type { ServerRoutes } from './operations.ts';
import { type RepositoryPath, splitRepo } from './repo.ts';
import type { BlameSpan } from './types.ts';

type ServerRest = RestClient<ServerRoutes>;

const raw = 'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/raw/{path}';
const browse = 'GET /api/latest/projects/{projectKey}/repos/{repositorySlug}/browse/{path}';

/** Lines asked for at once, and how often: files of more lines than the product are cut. */
const largestPage = 5000;
const mostPages = 100;

/** Is there such a file (or folder) at the ref? Asked for its type; nothing is downloaded. */
export async function fileExists(rest: ServerRest, repo: string, options: FileOptions): Promise<boolean> {
  const { ref, signal } = options;
  const call = rest.request(browse, {
    path: filePath(repo, options),
    query: { at: ref, type: true },
    signal,
  });
  return (await orMissing(call)) !== undefined;
}

/** The file's text, or `undefined` where there is none. */
export function readFile(rest: ServerRest, repo: string, options: FileOptions): Promise<string | undefined> {
  const { ref, signal } = options;
  return orMissing(
    rest.request(raw, { path: filePath(repo, options), query: { at: ref }, signal, as: 'text' }),
  );
}

/** Who last changed each line, in order; nothing where there is no such file. */
export async function readBlame(rest: ServerRest, repo: string, options: FileOptions): Promise<BlameSpan[]> {
  const { ref, signal } = options;
  const path = filePath(repo, options);
  const spans: BlameSpan[] = [];
  for (let start = 0, page = 0; page < mostPages; page += 1) {
    const query = { at: ref, blame: true, noContent: true, start, limit: largestPage };
    const answer: unknown = await orMissing(rest.request(browse, { path, query, signal }));
    if (answer === undefined) return [];
    spans.push(...spansOf(answer));
    const next = nextStart(answer);
    if (next === undefined) return spans;
    if (!isAfter(next, start)) {
      throw new TransportError(
        'paging_refused',
        `${browse}: the next page of lines does not come after this one`,
      );
    }
    start = next;
  }
  return spans;
}

/** A ref may have slashes, and be short or full (`refs/heads/…`): it travels in the query, and Bitbucket resolves it. */
const filePath = (repo: string, { path }: FileOptions): RepositoryPath & { readonly path: string } => ({
  ...splitRepo(repo),
  path: fromRoot(path),
});

/** Versions differ in where the lines are: in `blame`, in the `values` of a page, or in a bare list. */
function spansOf(answer: unknown): readonly BlameSpan[] {
  const list = isRecord(answer) ? (answer['blame'] ?? answer['values']) : answer;
  if (Array.isArray(list)) return list as readonly BlameSpan[];
  throw new TransportError('bad_answer', `${browse} was answered with something that is no blame`);
}

function nextStart(answer: unknown): unknown {
  if (!isRecord(answer) || answer['isLastPage'] === true) return undefined;
  return answer['nextPageStart'] ?? undefined;
}
