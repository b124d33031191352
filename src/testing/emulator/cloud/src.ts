/** Files and folders: raw contents, listings, and what is known about them. */
import type { EmulatorContext } from '../context.ts';
import { mainBranch, resolveRevision } from '../git/refs.ts';
import { repositoryPath } from '../git/revision.ts';
import { findEntry, isSubmodule, listDirectory, streamFile, type TreeEntry } from '../git/tree.ts';
import type { Repository } from '../world.ts';
import { repositoryOf } from './access.ts';
import { type Call, json, type Route } from './call.ts';
import { commitFiles } from './commit-files/commit-files.ts';
import { type CommitScope, commitLinkShape } from './commit-shapes.ts';
import { contentTypeOf } from './content-types.ts';
import { commitNotFound, notFound, RestError } from './errors.ts';
import { escapePath } from './escape-path.ts';
import { pageAnswer, pageRequest } from './paging.ts';
import { encodePath, type Json, link, repositoryAddress } from './shapes.ts';

export function sourceRoutes(context: EmulatorContext): Route[] {
  const { world } = context;
  const pattern = '/repositories/{workspace}/{repo_slug}/src';
  return [
    {
      method: 'GET',
      pattern,
      right: 'repository:read',
      handler: (call) => toMainBranch(call, repositoryOf(world, call)),
    },
    {
      method: 'POST',
      pattern,
      right: 'repository:write',
      handler: (call) => commitFiles(call, context),
    },
    {
      method: 'GET',
      pattern: `${pattern}/{place...}`,
      right: 'repository:read',
      handler: async (call) => {
        const repository = repositoryOf(world, call);
        const place = await findPlace(repository, call.params['place'] ?? '');
        const entry = await findEntry(repository.git, place.commit, place.path);
        if (entry === undefined) throw notFound(`No such file or directory: ${place.path}`);
        return answer(call, { ...place, entry, world, repository, origins: call.origins });
      },
    },
  ];
}

async function toMainBranch(call: Call, repository: Repository): Promise<Response> {
  const branch = await mainBranch(repository.git);
  const commit = branch === undefined ? undefined : await resolveRevision(repository.git, branch);
  if (commit === undefined) throw notFound('The repository has no commits');
  const location = `${repositoryAddress(repository, call.origins)}/src/${commit}/${call.url.search}`;
  return new Response(null, { status: 302, headers: { location } });
}

/** Parts of a branch's name, at most: each is a question to git. */
const mostParts = 16;

interface Place {
  readonly commit: string;
  readonly path: string;
}

/**
 * Which part of `src/<revision>/<path>` is the revision: the shortest beginning that means a commit, since a branch's
 * name may have slashes of its own.
 */
export async function findPlace({ git }: Repository, place: string): Promise<Place> {
  const parts = place.split('/');
  for (let count = 1; count <= Math.min(parts.length, mostParts); count += 1) {
    const commit = await resolveRevision(git, parts.slice(0, count).join('/'));
    if (commit === undefined) continue;
    const path = repositoryPath(parts.slice(count).join('/'));
    if (path === undefined) throw notFound(`No such file or directory: ${parts.slice(count).join('/')}`);
    return { commit, path };
  }
  throw commitNotFound(parts[0] ?? '');
}

interface Found extends CommitScope {
  readonly commit: string;
  readonly entry: TreeEntry;
}

function answer(call: Call, found: Found): Promise<Response> | Response {
  const format = call.query.get('format');
  if (format === 'meta') return json(call, entryShape(found.entry, found));
  if (format !== null) throw new RestError(400, 'format: the emulator knows only meta');
  return found.entry.type === 'directory' ? listing(call, found) : file(call, found);
}

async function listing(call: Call, found: Found): Promise<Response> {
  const { query } = call;
  if (query.has('q') || query.has('sort')) {
    throw new RestError(400, 'The emulator neither filters nor sorts listings of src');
  }
  const depth = Number(query.get('max_depth') ?? 1);
  if (!Number.isInteger(depth) || depth < 1) throw new RestError(400, 'max_depth: a whole number is needed');
  const page = pageRequest(query);
  const { entry, repository } = found;
  const { entries, count } = await listDirectory(repository.git, entry, {
    skip: page.skip,
    count: page.pagelen,
    depth,
  });
  return pageAnswer(call, page, { values: entries.map((one) => entryShape(one, found)), size: count });
}

function file(call: Call, { entry, repository }: Found): Response {
  const name = entry.path.split('/').at(-1) ?? '';
  const headers = {
    'content-type': contentTypeOf(name),
    'content-length': String(entry.size),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    etag: `"${entry.hash}"`,
  };
  if (call.request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers: { etag: headers.etag } });
  if (call.request.method === 'HEAD') return new Response(null, { headers });
  return new Response(streamFile(repository.git, entry), { headers });
}

export function entryShape(entry: TreeEntry, found: CommitScope & { readonly commit: string }): Json {
  const address = `${repositoryAddress(found.repository, found.origins)}/src/${found.commit}`;
  const folder = entry.type === 'directory' ? '/' : '';
  const self = entry.path === '' ? `${address}/` : `${address}/${encodePath(entry.path)}${folder}`;
  const base = {
    path: entry.path,
    commit: commitLinkShape(found.commit, found),
    links: { self: link(self), meta: link(`${self}?format=meta`) },
  };
  if (entry.type === 'directory') return { type: 'commit_directory', ...base };
  const links = { ...base.links, history: link(self.replace('/src/', '/filehistory/')) };
  return {
    type: 'commit_file',
    ...base,
    links,
    escaped_path: escapePath(entry.path),
    size: entry.size,
    mimetype: contentTypeOf(entry.path),
    attributes: attributesOf(entry),
  };
}

function attributesOf(entry: TreeEntry): string[] {
  if (isSubmodule(entry)) return ['subrepository'];
  if (entry.mode === '120000') return ['link'];
  return entry.mode === '100755' ? ['executable'] : [];
}
