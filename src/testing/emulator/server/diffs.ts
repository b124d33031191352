/** Diffs: as JSON, or as git writes them where the caller asks for text. */
import { streamDiff } from '../git/diff.ts';
import { json, type ServerCall, type ServerRoute } from './call.ts';
import { comparedTrees, firstParent } from './changes.ts';
import { diffShapes } from './diff-shape.ts';
import { badArgument } from './errors.ts';
import { commitOf, pathOf, repositoryOf } from './find.ts';
import type { ServerRepository, ServerWorld } from './world.ts';

export function diffRoutes(world: ServerWorld): ServerRoute[] {
  const repository = '/projects/{projectKey}/repos/{repositorySlug}';
  const compare = async (call: ServerCall) => {
    const found = repositoryOf(world, call);
    return diffAnswer(call, found, await comparedTrees(call, found, world));
  };
  const between = async (call: ServerCall) => {
    const found = repositoryOf(world, call);
    const to = await commitOf(found, call.query.get('until'));
    return diffAnswer(call, found, { from: await sinceOf(call, found, to), to });
  };
  const ofCommit = async (call: ServerCall) => {
    const found = repositoryOf(world, call);
    const to = await commitOf(found, call.params['commitId'] ?? '');
    return diffAnswer(call, found, { from: await sinceOf(call, found, to), to });
  };
  return [
    [`${repository}/compare/diff`, compare] as const,
    [`${repository}/diff`, between] as const,
    [`${repository}/commits/{commitId}/diff`, ofCommit] as const,
  ].flatMap(([pattern, handler]): ServerRoute[] => [
    { method: 'GET', pattern, handler },
    { method: 'GET', pattern: `${pattern}/{path...}`, handler },
  ]);
}

async function sinceOf({ query }: ServerCall, found: ServerRepository, to: string): Promise<string> {
  const since = query.get('since');
  if (since !== null) return commitOf(found, since);
  return (await firstParent(found, to)) ?? found.repository.git.emptyTree;
}

export async function diffAnswer(
  { query, params, request }: ServerCall,
  { repository: { git } }: ServerRepository,
  ends: { from: string; to: string },
): Promise<Response> {
  const contextLines = query.get('contextLines') ?? '10';
  if (!/^-?\d{1,6}$/.test(contextLines)) throw badArgument("The 'contextLines' are not a whole number");
  const whitespace = query.get('whitespace') === 'ignore-all' ? 'IGNORE_ALL' : 'SHOW';
  const paths = [params['path'] ?? '', query.get('srcPath') ?? '']
    .map((path) => pathOf(path, ends.to))
    .filter((path) => path !== '');
  const context = Number(contextLines) < 0 ? 10 : Number(contextLines);
  const ignoreWhitespace = whitespace === 'IGNORE_ALL';
  const stream = streamDiff(git, { ...ends, paths, context, ignoreWhitespace });
  if (wantsText(request)) {
    return new Response(stream, { headers: { 'content-type': 'text/plain;charset=UTF-8' } });
  }
  const { diffs, truncated } = diffShapes(await new Response(stream).text());
  return json({
    fromHash: ends.from === git.emptyTree ? null : ends.from,
    toHash: ends.to,
    contextLines: context,
    whitespace,
    diffs,
    truncated,
  });
}

function wantsText({ headers }: Request): boolean {
  const accept = headers.get('accept') ?? '';
  return accept.includes('text/plain') && !accept.includes('json');
}
