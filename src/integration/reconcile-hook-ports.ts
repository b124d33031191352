/** The hooks of repositories, workspaces and projects of both products, as `reconcileHook` takes them. */
import type { BitbucketApiClient } from '../cloud/client.ts';
import type { Webhook as CloudWebhook, WebhookInput as CloudWebhookInput } from '../cloud/types.ts';
import type { BitbucketServer } from '../server/client.ts';
import type { Webhook as ServerWebhook, WebhookInput as ServerWebhookInput } from '../server/types.ts';
import { constantTimeEqual } from '../shared/bytes.ts';
import type { ExistingHook, HookPort, HookSettings } from './reconcile-hook.ts';

interface CallSignal {
  readonly signal?: AbortSignal | undefined;
}

interface ServerHookOptions extends CallSignal {
  /** Shall the server verify the certificate that a new hook's deliveries are answered with? Default true. */
  readonly sslVerificationRequired?: boolean | undefined;
}

/** The four calls of one product on hooks of one place. */
interface HookCalls<Webhook, Input> {
  list(): Promise<Webhook[]>;
  create(body: Input): Promise<Webhook>;
  update(id: string, body: Input): Promise<unknown>;
  remove(id: string): Promise<unknown>;
}

/**
 * The hooks of a repository on Bitbucket Cloud.
 *
 * @param repo `workspace/slug`; either half may be a UUID in braces
 */
export function cloudRepositoryHooks(
  client: BitbucketApiClient,
  repo: string,
  { signal }: CallSignal = {},
): HookPort {
  return cloudPort({
    list: () => client.getHooks(repo, { signal }),
    create: (body) => client.createHook(repo, body, { signal }),
    update: (id, body) => client.updateHook(repo, id, body, { signal }),
    remove: (id) => client.deleteHook(repo, id, { signal }),
  });
}

/** The hooks of a workspace on Bitbucket Cloud, which hear of all its repositories. */
export function cloudWorkspaceHooks(
  client: BitbucketApiClient,
  workspace: string,
  { signal }: CallSignal = {},
): HookPort {
  const hooks = '/workspaces/{workspace}/hooks';
  const path = { workspace };
  return cloudPort({
    list: () => Array.fromAsync(client.paginate(`GET ${hooks}`, { path, query: { pagelen: 100 }, signal })),
    create: (body) => client.request(`POST ${hooks}`, { path, body, signal }),
    update: (uid, body) => client.request(`PUT ${hooks}/{uid}`, { path: { ...path, uid }, body, signal }),
    remove: (uid) => client.request(`DELETE ${hooks}/{uid}`, { path: { ...path, uid }, signal }),
  });
}

/**
 * The hooks of a repository on Bitbucket Server. Credentials that somebody gave a hook may be lost when it is
 * changed: Server shows no password, and takes all settings at once.
 *
 * @param repo `PROJECT/slug`, or `~user/slug`
 */
export function serverRepositoryHooks(
  client: BitbucketServer,
  repo: string,
  { signal, sslVerificationRequired = true }: ServerHookOptions = {},
): HookPort {
  return serverPort({
    list: () => client.getHooks(repo, { signal }),
    create: (body) => client.createHook(repo, { ...body, sslVerificationRequired }, { signal }),
    update: (id, body) => client.updateHook(repo, id, body, { signal }),
    remove: (id) => client.deleteHook(repo, id, { signal }),
  });
}

/** The hooks of a project on Bitbucket Server 8.8 and later, which hear of all its repositories. */
export function serverProjectHooks(
  client: BitbucketServer,
  projectKey: string,
  { signal }: CallSignal = {},
): HookPort {
  const hooks = '/api/latest/projects/{projectKey}/webhooks';
  const path = { projectKey };
  const one = (webhookId: string) => ({ projectKey, webhookId });
  return serverPort({
    list: () => Array.fromAsync(client.paginate(`GET ${hooks}`, { path, query: { limit: 250 }, signal })),
    create: (body) => client.request(`POST ${hooks}`, { path, body, signal }),
    update: (id, body) => client.request(`PUT ${hooks}/{webhookId}`, { path: one(id), body, signal }),
    remove: (id) => client.request(`DELETE ${hooks}/{webhookId}`, { path: one(id), signal }),
  });
}

function cloudPort(calls: HookCalls<CloudWebhook, CloudWebhookInput>): HookPort {
  const listed = new Map<string, CloudWebhook>();
  return {
    async list() {
      return (await calls.list()).map((hook) => {
        listed.set(hook.uuid, hook);
        return fromCloud(hook);
      });
    },
    create: async (settings) => (await calls.create(toCloud(settings, undefined))).uuid,
    async update(id, settings) {
      await calls.update(id, toCloud(settings, listed.get(id)));
    },
    async remove(id) {
      await calls.remove(id);
    },
  };
}

function fromCloud(hook: CloudWebhook): ExistingHook {
  const { uuid, url, events, active, secret_set } = hook;
  const createdAt = Date.parse(String(hook['created_at']));
  return {
    id: uuid,
    url,
    events,
    active,
    createdAt: Number.isNaN(createdAt) ? undefined : createdAt,
    signsWith: () => (secret_set === false ? false : undefined),
  };
}

/** A secret that is left out of an update stays as it is. */
function toCloud(
  { url, events, active, secret, description }: HookSettings,
  before: CloudWebhook | undefined,
): CloudWebhookInput {
  const kept = before?.description ?? description;
  return { url, events, active, description: kept, ...(secret === undefined ? {} : { secret }) };
}

function serverPort(calls: HookCalls<ServerWebhook, ServerWebhookInput>): HookPort {
  const listed = new Map<string, ServerWebhook>();
  return {
    async list() {
      return (await calls.list()).map((hook) => {
        listed.set(String(hook.id), hook);
        return fromServer(hook);
      });
    },
    create: async (settings) => String((await calls.create(toServer(settings, undefined))).id),
    async update(id, settings) {
      await calls.update(id, toServer(settings, listed.get(id)));
    },
    async remove(id) {
      await calls.remove(id);
    },
  };
}

/** Server shows the secret to those who may change it. One that is not shown is taken for none, and set again. */
function fromServer(hook: ServerWebhook): ExistingHook {
  const { id, url, events, active } = hook;
  const createdAt = hook['createdDate'];
  const shown = shownSecret(hook);
  return {
    id: String(id),
    url,
    events,
    active,
    createdAt: typeof createdAt === 'number' ? createdAt : undefined,
    signsWith: (secret) => shown !== undefined && constantTimeEqual(shown, secret),
  };
}

/** An update replaces everything, so what is not ours to change is sent as it was. */
function toServer(
  { url, events, active, secret, description }: HookSettings,
  before: ServerWebhook | undefined,
): ServerWebhookInput {
  const signing = secret ?? (before && shownSecret(before));
  const kept: object = before?.configuration ?? {};
  return {
    name: before?.name ?? description,
    url,
    events,
    active,
    configuration: signing === undefined ? kept : { ...kept, secret: signing },
    sslVerificationRequired: before?.sslVerificationRequired ?? true,
  };
}

function shownSecret({ configuration }: ServerWebhook): string | undefined {
  const secret = configuration?.['secret'];
  return typeof secret === 'string' && secret !== '' ? secret : undefined;
}
