/** Webhooks of repositories and projects: made, changed, tested, and what became of their deliveries. */
import type { EmulatorContext } from '../context.ts';
import { json, jsonBody, type ServerCall, type ServerRoute } from './call.ts';
import { noSuchWebhook, notPermitted } from './errors.ts';
import { repositoryOf } from './find.ts';
import type { Invocation, InvocationHistory, ServerHook } from './hook.ts';
import { readHookFields } from './hook-fields.ts';
import type { HookSender } from './hook-sender.ts';
import { pageOf } from './paging.ts';
import { projectOf } from './repositories.ts';
import type { Json } from './shapes.ts';
import type { ServerWorld } from './world.ts';

interface Subject {
  readonly hooks: Map<number, ServerHook>;
  readonly scopeType: ServerHook['scopeType'];
  readonly scopeId: number;
  readonly href: string;
}

interface Deps {
  readonly world: ServerWorld;
  readonly context: EmulatorContext;
  readonly sender: HookSender;
}

type FindSubject = (call: ServerCall) => Subject;

export function hookRoutes(deps: Deps): ServerRoute[] {
  const project = '/projects/{projectKey}';
  const ofRepository: FindSubject = (call) => {
    const found = repositoryOf(deps.world, call, 'admin');
    const href = `${call.base}/rest/api/latest/projects/${found.project.key}/repos/${found.slug}/webhooks`;
    return { hooks: found.hooks, scopeType: 'repository', scopeId: found.id, href };
  };
  const ofProject: FindSubject = (call) => {
    const { hooks, id, key, owner } = projectOf(call, deps.world);
    const { user, token, reach } = call.principal;
    const own = deps.world.repositories().filter((one) => one.project.key === key);
    const isAdmin = token === undefined && own.every((one) => call.principal.roleIn(one) === 'admin');
    const isOwn =
      token?.project?.toLowerCase() === key.toLowerCase() && (token.permission ?? 'admin') === 'admin';
    const isAllowed = user !== undefined && reach === 'projects' && (isAdmin || owner === user);
    if (!isOwn && !isAllowed) throw notPermitted();
    return {
      hooks,
      scopeType: 'project',
      scopeId: id,
      href: `${call.base}/rest/api/latest/projects/${key}/webhooks`,
    };
  };
  return [
    ...subjectRoutes(`${project}/repos/{repositorySlug}/webhooks`, ofRepository, deps),
    ...subjectRoutes(`${project}/webhooks`, ofProject, deps),
  ];
}

function subjectRoutes(pattern: string, find: FindSubject, deps: Deps): ServerRoute[] {
  const one = `${pattern}/{webhookId}`;
  return [
    { method: 'GET', pattern, handler: (call) => listHooks(call, find(call)) },
    { method: 'POST', pattern, handler: async (call) => createHook(call, find(call), deps) },
    { method: 'POST', pattern: `${pattern}/test`, handler: async (call) => testHook(call, find(call), deps) },
    { method: 'GET', pattern: one, handler: (call) => answer(call, hookOf(call, find(call))) },
    {
      method: 'PUT',
      pattern: one,
      handler: async (call) => {
        const hook = hookOf(call, find(call));
        Object.assign(hook, readHookFields(await jsonBody(call)), { updatedDate: deps.context.now() });
        return answer(call, hook);
      },
    },
    {
      method: 'DELETE',
      pattern: one,
      handler: (call) => {
        const subject = find(call);
        subject.hooks.delete(hookOf(call, subject).id);
        return new Response(null, { status: 204 });
      },
    },
    { method: 'GET', pattern: `${one}/latest`, handler: (call) => latest(call, find(call)) },
    {
      method: 'GET',
      pattern: `${one}/statistics`,
      handler: (call) => {
        const { history } = hookOf(call, find(call));
        const event = call.query.get('event');
        const chosen = event === null ? [...history.values()].at(-1) : history.get(event);
        return json(historyShape(chosen));
      },
    },
    {
      method: 'GET',
      pattern: `${one}/statistics/summary`,
      handler: (call) => json(summary(hookOf(call, find(call)))),
    },
  ];
}

function hookOf({ params }: ServerCall, { hooks }: Subject): ServerHook {
  const id = params['webhookId'] ?? '';
  const hook = hooks.get(Number(id));
  if (hook === undefined) throw noSuchWebhook(id);
  return hook;
}

function listHooks(call: ServerCall, { hooks }: Subject): Promise<Response> {
  const events = call.query.getAll('event');
  const wanted = [...hooks.values()].filter(
    (hook) => events.length === 0 || hook.events.some((event) => events.includes(event)),
  );
  return pageOf(call, wanted, (hook) => hookShape(hook, call));
}

async function createHook(call: ServerCall, subject: Subject, { world, context }: Deps): Promise<Response> {
  const fields = readHookFields(await jsonBody(call));
  const now = context.now();
  const hook: ServerHook = {
    id: world.nextHookId(),
    scopeType: subject.scopeType,
    createdDate: now,
    updatedDate: now,
    ...fields,
    history: new Map(),
    latest: undefined,
  };
  subject.hooks.set(hook.id, hook);
  return answer(call, hook, { status: 201, headers: { location: `${subject.href}/${hook.id}` } });
}

async function testHook(call: ServerCall, subject: Subject, { sender }: Deps): Promise<Response> {
  const { query } = call;
  const hook = subject.hooks.get(Number(query.get('webhookId') ?? 0));
  if (query.has('webhookId') && hook === undefined) throw noSuchWebhook(query.get('webhookId') ?? '');
  const body = await jsonBody(call);
  const { username, password } = body;
  const given =
    typeof username === 'string' && typeof password === 'string' ? { username, password } : undefined;
  const { url } = readHookFields({
    name: 'test',
    events: ['repo:refs_changed'],
    url: query.get('url') ?? hook?.url,
  });
  const verified = query.get('sslVerificationRequired');
  const { request, result } = await sender.ping({
    url,
    sslVerificationRequired:
      verified === null ? (hook?.sslVerificationRequired ?? true) : verified !== 'false',
    credentials: given ?? hook?.credentials,
  });
  const { outcome, description, headers, body: text } = result;
  const response =
    outcome === 'ERROR'
      ? { description, outcome }
      : { description, outcome, headers, body: text, statusCode: Number(description) };
  return json({ request, response });
}

function latest(call: ServerCall, subject: Subject): Response {
  const hook = hookOf(call, subject);
  const event = call.query.get('event');
  const outcomes = call.query.getAll('outcome').map((text) => text.toUpperCase());
  const all = [...hook.history].filter(([key]) => event === null || key === event);
  const found = all
    .flatMap(([, { last }]) => [...last.values()])
    .filter(({ result }) => outcomes.length === 0 || outcomes.includes(result.outcome))
    .sort((left, right) => right.id - left.id)[0];
  if (found === undefined) return new Response(null, { status: 204 });
  const eventScope = { id: String(subject.scopeId), type: subject.scopeType };
  return json({ ...invocationShape(found), eventScope, request: found.request, result: found.result });
}

function invocationShape({ id, event, start, finish, request, result }: Invocation): Json {
  const { method, url } = request;
  const { description, outcome } = result;
  return {
    id,
    event,
    duration: finish - start,
    start,
    finish,
    request: { method, url },
    result: { description, outcome },
  };
}

function historyShape(history: InvocationHistory | undefined): Json {
  const counts = history?.counts;
  const last = (outcome: 'SUCCESS' | 'FAILURE' | 'ERROR'): Json | null => {
    const found = history?.last.get(outcome);
    return found === undefined ? null : invocationShape(found);
  };
  return {
    lastSuccess: last('SUCCESS'),
    lastFailure: last('FAILURE'),
    lastError: last('ERROR'),
    counts: {
      successes: counts?.get('SUCCESS') ?? 0,
      failures: counts?.get('FAILURE') ?? 0,
      errors: counts?.get('ERROR') ?? 0,
      window: { start: history?.since ?? 0, duration: 86_400_000 },
    },
  };
}

const summary = ({ history }: ServerHook): Json =>
  Object.fromEntries([...history].map(([event, one]) => [event, historyShape(one)]));

function answer(
  call: ServerCall,
  hook: ServerHook,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return json(hookShape(hook, call), init);
}

function hookShape(hook: ServerHook, { query }: ServerCall): Json {
  const { id, name, createdDate, updatedDate, events, configuration, url, active, scopeType } = hook;
  const { sslVerificationRequired, credentials } = hook;
  return {
    ...{ id, name, createdDate, updatedDate, events, configuration, url, active, scopeType },
    sslVerificationRequired,
    ...(credentials === undefined ? {} : { credentials: { username: credentials.username } }),
    ...(query.get('statistics') === 'true' ? { statistics: summary(hook) } : {}),
  };
}
