/** Webhook subscriptions of repositories and workspaces, and the list of events. */
import type { EmulatorContext } from '../context.ts';
import { type HookEvent, isHookEvent, repositoryEvents, workspaceEvents } from '../hook-events.ts';
import { normalUuid, randomUuid } from '../identifiers.ts';
import type { Hook } from '../world.ts';
import { demand, repositoryOf, workspaceOf } from './access.ts';
import { type Call, json, jsonBody, type Route } from './call.ts';
import { badFields, notFound } from './errors.ts';
import { checkEventScopes } from './hook-scopes.ts';
import { pageOf } from './paging.ts';
import { type Json, link, repositoryAddress, repositoryLinkShape, workspaceLinkShape } from './shapes.ts';

/** What hooks hang on. */
interface Subject {
  readonly hooks: Map<string, Hook>;
  readonly type: 'repository' | 'workspace';
  readonly shape: Json;
  readonly address: string;
}

type FindSubject = (call: Call) => Subject;

export function hookRoutes(context: EmulatorContext): Route[] {
  const { world } = context;
  const ofRepository: FindSubject = (call) => {
    const repository = repositoryOf(world, call);
    const address = `${repositoryAddress(repository, call.origins)}/hooks`;
    return {
      hooks: repository.hooks,
      type: 'repository',
      shape: repositoryLinkShape(repository, call.origins),
      address,
    };
  };
  const ofWorkspace: FindSubject = (call) => {
    const workspace = workspaceOf(world, call);
    demand(call.principal, call.right ?? 'webhook:write', call.principal.roleIn(workspace));
    const address = `${call.origins.api}/2.0/workspaces/${workspace.slug}/hooks`;
    return {
      hooks: workspace.hooks,
      type: 'workspace',
      shape: workspaceLinkShape(workspace, call.origins),
      address,
    };
  };
  return [
    ...subscriptionRoutes('/repositories/{workspace}/{repo_slug}/hooks', ofRepository, context),
    ...subscriptionRoutes('/workspaces/{workspace}/hooks', ofWorkspace, context),
    ...eventRoutes(),
  ];
}

function subscriptionRoutes(pattern: string, find: FindSubject, context: EmulatorContext): Route[] {
  return [...listRoutes(pattern, find, context), ...itemRoutes(`${pattern}/{uid}`, find)];
}

function listRoutes(pattern: string, find: FindSubject, { now, random }: EmulatorContext): Route[] {
  return [
    {
      method: 'GET',
      pattern,
      right: 'webhook:read',
      handler: (call) => {
        const subject = find(call);
        return pageOf(call, [...subject.hooks.values()], (hook) => hookShape(hook, subject));
      },
    },
    {
      method: 'POST',
      pattern,
      right: 'webhook:write',
      handler: async (call) => {
        const subject = find(call);
        const fields = readFields(await jsonBody(call), { url: undefined, events: undefined });
        checkEventScopes(call.principal, fields.events);
        const hook: Hook = {
          uuid: `{${randomUuid(random)}}`,
          createdAt: now(),
          description: '',
          active: true,
          secret: undefined,
          ...fields,
        };
        subject.hooks.set(hook.uuid, hook);
        const headers = { location: `${subject.address}/${encodeURIComponent(hook.uuid)}` };
        return json(call, hookShape(hook, subject), { status: 201, headers });
      },
    },
  ];
}

function itemRoutes(pattern: string, find: FindSubject): Route[] {
  return [
    {
      method: 'GET',
      pattern,
      right: 'webhook:read',
      handler: (call) => {
        const subject = find(call);
        return json(call, hookShape(hookOf(call, subject), subject));
      },
    },
    {
      method: 'PUT',
      pattern,
      right: 'webhook:write',
      handler: async (call) => {
        const subject = find(call);
        const hook = hookOf(call, subject);
        const fields = readFields(await jsonBody(call), hook);
        checkEventScopes(call.principal, fields.events);
        Object.assign(hook, fields);
        return json(call, hookShape(hook, subject));
      },
    },
    {
      method: 'DELETE',
      pattern,
      right: 'webhook:delete',
      handler: (call) => {
        const subject = find(call);
        subject.hooks.delete(hookOf(call, subject).uuid);
        return new Response(null, { status: 204 });
      },
    },
  ];
}

function hookOf(call: Call, { hooks }: Subject): Hook {
  const uid = call.params['uid'] ?? '';
  const hook = hooks.get(normalUuid(uid) ?? '');
  if (hook === undefined) throw notFound(`Webhook ${uid} not found`);
  return hook;
}

type HookFields = Pick<Hook, 'url' | 'events'> & Partial<Pick<Hook, 'description' | 'active' | 'secret'>>;

/**
 * The fields of a body, checked. What an update leaves out stays as it was, the secret too.
 *
 * @throws RestError 400 with `fields`
 */
function readFields(
  body: Readonly<Record<string, unknown>>,
  before: { readonly url: string | undefined; readonly events: readonly string[] | undefined },
): HookFields {
  const { url = before.url, events = before.events, description, active, secret } = body;
  const problems = {
    url: urlProblem(url),
    events: eventsProblem(events),
    description:
      description === undefined || description === null || isText(description, 255)
        ? undefined
        : 'not a text of at most 255 characters',
    active: active === undefined || typeof active === 'boolean' ? undefined : 'not a boolean',
    secret:
      secret === undefined || secret === null || isText(secret, 128)
        ? undefined
        : 'not a text of at most 128 characters',
  };
  const found = Object.entries(problems).flatMap(([name, problem]) =>
    problem === undefined ? [] : [[name, [problem]]],
  );
  if (found.length > 0) throw badFields(Object.fromEntries(found));
  return {
    url: String(url),
    events: [...new Set(events as string[])],
    ...(description === undefined ? {} : { description: String(description ?? '') }),
    ...(typeof active === 'boolean' ? { active } : {}),
    ...(secret === undefined
      ? {}
      : { secret: typeof secret === 'string' && secret !== '' ? secret : undefined }),
  };
}

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most;

function urlProblem(url: unknown): string | undefined {
  if (url === undefined || url === null || url === '') return 'required key not provided';
  if (typeof url !== 'string' || !URL.canParse(url)) return 'not a valid URL';
  return /^https?:$/.test(new URL(url).protocol) ? undefined : 'not an http or https URL';
}

function eventsProblem(events: unknown): string | undefined {
  if (events === undefined || events === null) return 'required key not provided';
  if (!Array.isArray(events) || events.length === 0) return 'at least one event is needed';
  const unknown = events.find((event) => typeof event !== 'string' || !isHookEvent(event));
  return unknown === undefined ? undefined : `${JSON.stringify(unknown)} is not a known event`;
}

function hookShape(hook: Hook, { type, shape, address }: Subject): Json {
  return {
    type: 'webhook_subscription',
    uuid: hook.uuid,
    url: hook.url,
    description: hook.description,
    active: hook.active,
    events: hook.events,
    subject_type: type,
    subject: shape,
    created_at: new Date(hook.createdAt).toISOString().replace('Z', '000Z'),
    secret_set: hook.secret !== undefined,
    read_only: false,
    skip_cert_verification: false,
    source: null,
    history_enabled: false,
    links: { self: link(`${address}/${encodeURIComponent(hook.uuid)}`) },
  };
}

function eventRoutes(): Route[] {
  const lists: Readonly<Record<string, readonly HookEvent[]>> = {
    repository: repositoryEvents,
    workspace: workspaceEvents,
  };
  return [
    {
      method: 'GET',
      pattern: '/hook_events',
      handler: (call) => {
        const subjects = Object.keys(lists).map((name) => [
          name,
          { links: { events: link(`${call.origins.api}/2.0/hook_events/${name}`) } },
        ]);
        return json(call, Object.fromEntries(subjects));
      },
    },
    {
      method: 'GET',
      pattern: '/hook_events/{subject_type}',
      handler: (call) => {
        const subject = call.params['subject_type'] ?? '';
        const events = Object.hasOwn(lists, subject) ? lists[subject] : undefined;
        if (events === undefined) throw notFound(`${subject} is not a valid subject type`);
        return pageOf(call, events, (event) => event);
      },
    },
  ];
}
