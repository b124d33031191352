/** The issue tracker: as it was, where it is switched on; else as Bitbucket answers for one that is not there. */
import type { EmulatorContext } from '../../context.ts';
import { accountOf } from '../accounts.ts';
import { type Call, json, jsonBody, type Route } from '../call.ts';
import { type Comment, commentShape } from '../comments/comment.ts';
import { notFound } from '../errors.ts';
import { filterAndSort } from '../filter.ts';
import { pageOf } from '../paging.ts';
import type { Json } from '../shapes.ts';
import { commentPlace, issueCommentRoutes } from './comments.ts';
import { issueOf, trackerOf } from './find.ts';
import { type Issue, issueAddress, issueShape } from './issue.ts';
import { readIssueFields } from './read-fields.ts';
import { tellOfIssue } from './tell.ts';

export function issueRoutes(context: EmulatorContext): Route[] {
  const below = '/repositories/{workspace}/{repo_slug}';
  const list = `${below}/issues`;
  const one = `${list}/{issue_id}`;
  return [
    { method: 'GET', pattern: list, right: 'issue:read', handler: (call) => listIssues(call, context) },
    { method: 'POST', pattern: list, right: 'issue:write', handler: (call) => createIssue(call, context) },
    {
      method: 'GET',
      pattern: one,
      right: 'issue:read',
      handler: (call) => {
        const { issue, scope } = issueOf(call, context);
        return json(call, issueShape(issue, scope));
      },
    },
    { method: 'PUT', pattern: one, right: 'issue:write', handler: (call) => updateIssue(call, context) },
    { method: 'DELETE', pattern: one, right: 'issue:delete', handler: (call) => deleteIssue(call, context) },
    ...issueCommentRoutes(`${one}/comments`, context),
    ...unservedRoutes(below, context),
  ];
}

/** What else the tracker had is not emulated, but is as removed as the rest. */
function unservedRoutes(below: string, context: EmulatorContext): Route[] {
  const handler = (call: Call): never => {
    trackerOf(call, context);
    throw notFound('Resource not found');
  };
  const names = ['issues', 'components', 'milestones', 'versions'];
  const patterns = names.flatMap((name) => [`${below}/${name}`, `${below}/${name}/{rest...}`]);
  const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;
  const [read, write] = ['issue:read', 'issue:write'] as const;
  return patterns.flatMap((pattern) =>
    methods.map((method) => ({ method, pattern, right: method === 'GET' ? read : write, handler })),
  );
}

/** Newest first, unless `sort` says otherwise. */
function listIssues(call: Call, context: EmulatorContext): Promise<Response> {
  const repository = trackerOf(call, context);
  const scope = { repository, origins: call.origins };
  const shapes = context.issues(repository).issues.toReversed();
  const issues = filterAndSort(
    shapes.map((issue) => issueShape(issue, scope)),
    call.query,
  );
  return pageOf(call, issues, (shape) => shape);
}

async function createIssue(call: Call, context: EmulatorContext): Promise<Response> {
  const repository = trackerOf(call, context);
  const scope = { repository, origins: call.origins };
  const begin = { title: '', raw: '', kind: 'bug', priority: 'major', state: 'new' } as const;
  const body = await jsonBody(call);
  const fields = readIssueFields(body, { ...begin, assignee: undefined }, context.world);
  const book = context.issues(repository);
  book.lastId += 1;
  const issue: Issue = {
    ...fields,
    id: book.lastId,
    reporter: accountOf(call.principal),
    createdOn: context.now(),
    updatedOn: context.now(),
    editedOn: undefined,
    comments: [],
  };
  book.issues.push(issue);
  tellOfIssue(call, context, { event: 'created', issue, scope });
  const headers = { location: issueAddress(issue, scope) };
  return json(call, issueShape(issue, scope), { status: 201, headers });
}

async function updateIssue(call: Call, context: EmulatorContext): Promise<Response> {
  const { issue, scope } = issueOf(call, context);
  const before = { ...issue };
  const fields = readIssueFields(await jsonBody(call), issue, context.world);
  const now = context.now();
  const edited = fields.title !== before.title || fields.raw !== before.raw;
  Object.assign(issue, fields, { updatedOn: now, ...(edited ? { editedOn: now } : {}) });
  const changes = changesBetween(before, issue);
  if (Object.keys(changes).length > 0) {
    // Bitbucket writes every change down as a comment, an empty one if nobody said anything.
    const comment = emptyComment(call, context);
    const more = { changes, comment: commentShape(comment, commentPlace(issue, scope)) };
    tellOfIssue(call, context, { event: 'updated', issue, scope, more });
  }
  return json(call, issueShape(issue, scope));
}

/** By the names of the payload, in which the state is called status. */
function changesBetween(before: Issue, after: Issue): Json {
  const shown = ({ title, raw, kind, priority, state, assignee }: Issue): Record<string, string> => ({
    ...{ title, content: raw, kind, priority, status: state },
    responsible: assignee?.username ?? '',
  });
  const old = shown(before);
  const changed = Object.entries(shown(after)).filter(([name, value]) => old[name] !== value);
  return Object.fromEntries(changed.map(([name, value]) => [name, { old: old[name], new: value }]));
}

const emptyComment = ({ principal }: Call, { now, nextCommentId }: EmulatorContext): Comment => ({
  id: nextCommentId(),
  account: accountOf(principal),
  ...{ createdOn: now(), updatedOn: now(), raw: '', deleted: false },
  ...{ parent: undefined, inline: undefined, resolution: undefined },
});

function deleteIssue(call: Call, context: EmulatorContext): Response {
  const { issue, scope } = issueOf(call, context);
  const { issues } = context.issues(scope.repository);
  issues.splice(issues.indexOf(issue), 1);
  return new Response(null, { status: 204 });
}
