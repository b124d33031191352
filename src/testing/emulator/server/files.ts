/** Files and folders: raw contents, lines, listings, and who last changed each line. */
import { contentTypeOf } from '../cloud/content-types.ts';
import { findEntry, isSubmodule, listDirectory, streamFile, type TreeEntry } from '../git/tree.ts';
import { readBlame } from './blame.ts';
import { isPresent, isTrue, json, type ServerCall, type ServerRoute } from './call.ts';
import { noSuchPath } from './errors.ts';
import { commitOf, pathOf, repositoryOf } from './find.ts';
import { pageRequest, pageShape } from './paging.ts';
import { scopeOf } from './repositories.ts';
import { pathShape } from './shapes.ts';
import type { ServerRepository, ServerWorld } from './world.ts';

/** `page.max.source.lines`, and how many come without asking. */
const sourceLines = { byDefault: 500, most: 5_000 };
/** `page.max.directory.children`. */
const children = { byDefault: 500, most: 1_000 };

interface Place {
  readonly found: ServerRepository;
  readonly commit: string;
  readonly revision: string;
  readonly entry: TreeEntry;
}

export function fileRoutes(world: ServerWorld): ServerRoute[] {
  const repository = '/projects/{projectKey}/repos/{repositorySlug}';
  const browse = async (call: ServerCall) => browseAnswer(call, await placeOf(call, world), world);
  return [
    {
      method: 'GET',
      pattern: `${repository}/raw/{path...}`,
      handler: async (call) => rawAnswer(call, await placeOf(call, world)),
    },
    { method: 'GET', pattern: `${repository}/browse`, handler: browse },
    { method: 'GET', pattern: `${repository}/browse/{path...}`, handler: browse },
  ];
}

async function placeOf(call: ServerCall, world: ServerWorld): Promise<Place> {
  const found = repositoryOf(world, call);
  const at = call.query.get('at');
  const commit = await commitOf(found, at);
  const revision = at ?? commit;
  const path = pathOf(call.params['path'] ?? '', revision);
  const entry = await findEntry(found.repository.git, commit, path);
  if (entry === undefined) throw noSuchPath(path, revision);
  return { found, commit, revision, entry };
}

function rawAnswer({ request }: ServerCall, { found, entry, revision }: Place): Response {
  if (entry.type === 'directory') throw noSuchPath(entry.path, revision);
  const type = contentTypeOf(entry.path);
  const headers = {
    'content-type': type.startsWith('text/') ? `${type};charset=UTF-8` : type,
    'content-length': String(entry.size),
    'x-content-type-options': 'nosniff',
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  return new Response(streamFile(found.repository.git, entry), { headers });
}

async function browseAnswer(call: ServerCall, place: Place, world: ServerWorld): Promise<Response> {
  const { query } = call;
  const { entry } = place;
  if (isTrue(query, 'size')) return json({ size: entry.size });
  if (isTrue(query, 'type')) {
    const type = entry.type === 'directory' ? 'DIRECTORY' : isSubmodule(entry) ? 'SUBMODULE' : 'FILE';
    return json({ type });
  }
  if (entry.type === 'directory') return listing(call, place);
  const page = pageRequest(query, sourceLines);
  const { found, commit } = place;
  const blame = () =>
    readBlame(found.repository.git, { commit, path: entry.path, ...page }, scopeOf(call, world));
  if (isPresent(query, 'blame') && isPresent(query, 'noContent')) return json(await blame());
  const text = await readText(place);
  if (text === undefined) return json({ binary: true, path: pathShape(entry.path) });
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  const end = page.start + page.limit;
  const { values, ...rest } = pageShape(page, {
    values: lines.slice(page.start, end).map((line) => ({ text: line })),
    next: end < lines.length ? end : undefined,
  });
  return json({ lines: values, ...rest, ...(isPresent(query, 'blame') ? { blame: await blame() } : {}) });
}

/** `undefined` for what is no text. A submodule has its hash for a content. */
async function readText({ found, entry }: Place): Promise<string | undefined> {
  if (isSubmodule(entry)) return entry.hash;
  const content = (await found.repository.git.objects.read(entry.hash))?.content;
  return content === undefined || content.subarray(0, 8_000).includes(0)
    ? undefined
    : content.toString('utf8');
}

async function listing({ query }: ServerCall, { found, entry, revision }: Place): Promise<Response> {
  const page = pageRequest(query, children);
  const { entries, count } = await listDirectory(found.repository.git, entry, {
    skip: page.start,
    count: page.limit,
  });
  const values = entries.map((one) => {
    const name = one.path.split('/').at(-1) ?? '';
    const common = { path: pathShape(name), node: one.hash };
    if (one.type === 'directory') return { ...common, type: 'DIRECTORY' };
    return { ...common, contentId: one.hash, type: isSubmodule(one) ? 'SUBMODULE' : 'FILE', size: one.size };
  });
  const end = page.start + page.limit;
  return json({
    path: pathShape(entry.path),
    revision,
    children: pageShape(page, { values, next: end < count ? end : undefined }),
  });
}
