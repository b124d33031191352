/** The routes that every kind of comment has: list, make, read, change, delete. */
import type { EmulatorContext } from '../../context.ts';
import { type Account, accountOf } from '../accounts.ts';
import { type Call, json, jsonBody, type Route } from '../call.ts';
import { notFound, RestError } from '../errors.ts';
import { filterAndSort } from '../filter.ts';
import { pageOf } from '../paging.ts';
import type { Right } from '../scopes.ts';
import { type Comment, type CommentPlace, commentShape } from './comment.ts';
import { readContent, readPlace } from './read-comment.ts';

/** Comments and where they hang, as one call may see them. */
export interface Thread {
  readonly comments: Comment[];
  readonly place: CommentPlace;
  /** Told after a change, with the comment as it is then. */
  changed(change: 'created' | 'updated' | 'deleted', comment: Comment): Promise<void> | void;
}

/** @throws RestError 401, 403 or 404 for who may not read or write there */
export type FindThread = (call: Call) => Promise<Thread> | Thread;

interface Kind {
  readonly find: FindThread;
  readonly context: EmulatorContext;
  readonly rights: Readonly<Record<'read' | 'write' | 'delete', Right>>;
  /** What an update is answered with; Bitbucket has it differently for commits. */
  readonly updateStatus?: 200 | 201;
}

export function commentRoutes(pattern: string, kind: Kind): Route[] {
  const { rights } = kind;
  const one = `${pattern}/{comment_id}`;
  return [
    { method: 'GET', pattern, right: rights.read, handler: (call) => list(call, kind) },
    { method: 'POST', pattern, right: rights.write, handler: (call) => create(call, kind) },
    {
      method: 'GET',
      pattern: one,
      right: rights.read,
      handler: async (call) => {
        const { comment, thread } = await findComment(call, kind.find, false);
        return json(call, commentShape(comment, thread.place));
      },
    },
    { method: 'PUT', pattern: one, right: rights.write, handler: (call) => update(call, kind) },
    { method: 'DELETE', pattern: one, right: rights.delete, handler: (call) => remove(call, kind) },
  ];
}

async function list(call: Call, { find }: Kind): Promise<Response> {
  const { comments, place } = await find(call);
  const shapes = comments.map((comment) => commentShape(comment, place));
  return pageOf(call, filterAndSort(shapes, call.query), (shape) => shape);
}

async function create(call: Call, { find, context }: Kind): Promise<Response> {
  const thread = await find(call);
  const body = await jsonBody(call);
  const now = context.now();
  const comment: Comment = {
    ...readPlace(body, thread.comments),
    id: context.nextCommentId(),
    account: accountOf(call.principal),
    createdOn: now,
    raw: readContent(body),
    updatedOn: now,
    deleted: false,
    resolution: undefined,
  };
  thread.comments.push(comment);
  await thread.changed('created', comment);
  const location = `${thread.place.address}/${comment.id}`;
  return json(call, commentShape(comment, thread.place), { status: 201, headers: { location } });
}

async function update(call: Call, { find, context, updateStatus = 200 }: Kind): Promise<Response> {
  const { comment, thread } = await findComment(call, find, true);
  mustBeOwn(comment, accountOf(call.principal));
  comment.raw = readContent(await jsonBody(call));
  comment.updatedOn = context.now();
  await thread.changed('updated', comment);
  return json(call, commentShape(comment, thread.place), { status: updateStatus });
}

async function remove(call: Call, { find, context }: Kind): Promise<Response> {
  const { comment, thread } = await findComment(call, find, true);
  mustBeOwn(comment, accountOf(call.principal));
  comment.deleted = true;
  comment.updatedOn = context.now();
  await thread.changed('deleted', comment);
  return new Response(null, { status: 204 });
}

function mustBeOwn(comment: Comment, { uuid }: Account): void {
  if (comment.account.uuid !== uuid) throw new RestError(403, 'You can only change your own comments.');
}

/** The comment that the path names. A deleted one can be read, and that is all. */
export async function findComment(
  call: Call,
  find: FindThread,
  writes: boolean,
): Promise<{ comment: Comment; thread: Thread }> {
  const thread = await find(call);
  const id = call.params['comment_id'] ?? '';
  const comment = thread.comments.find((one) => String(one.id) === id);
  if (comment === undefined || (writes && comment.deleted)) throw notFound(`Comment ${id} not found`);
  return { comment, thread };
}
