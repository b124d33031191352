/** Brings the webhook of a repository, workspace or project to what is wanted, and touches nobody else's. */
import { ApiError } from '../errors/api-error.ts';
import { ConfigError } from '../errors/config-error.ts';

/** A hook as Bitbucket has it. */
export interface ExistingHook {
  /** The UUID in braces on Cloud, the number on Server. */
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly active: boolean;
  /** In ms since 1970; `undefined` where Bitbucket does not say. */
  readonly createdAt: number | undefined;
  /** Does it sign with the secret? `undefined`: it signs, and Bitbucket does not show with what. */
  signsWith(secret: string): boolean | undefined;
}

/** What a hook is made or replaced with. */
export interface HookSettings {
  readonly url: string;
  readonly events: readonly string[];
  readonly active: boolean;
  /** Left out, the one that it has stays. */
  readonly secret?: string | undefined;
  /** What people see it by; used when it is made, and left alone later. */
  readonly description: string;
}

/** The hooks of one repository, workspace or project. */
export interface HookPort {
  list(): Promise<readonly ExistingHook[]>;
  /** Gives the new hook's id. */
  create(hook: HookSettings): Promise<string>;
  /** @throws ApiError with status 404 when it is gone */
  update(id: string, hook: HookSettings): Promise<void>;
  /** @throws ApiError with status 404 when it is gone */
  remove(id: string): Promise<void>;
}

export interface WantedHook {
  /** Where deliveries go. */
  readonly url: string;
  /** What it must be told of; it may be told of more. */
  readonly events: readonly string[];
  /** What it must sign with. Without it nothing is changed about the secret. */
  readonly secret?: string | undefined;
  /** For a hook that is made. Default: the host of `url`. */
  readonly description?: string | undefined;
}

export interface ReconcileHookOptions {
  readonly hooks: HookPort;
  readonly wanted: WantedHook;
  /** Which hooks are ours beside those of the very same URL: those of a former address, say. See {@link hooksUnder}. */
  readonly isOurs?: ((hook: ExistingHook) => boolean) | undefined;
  /** Sets the secret also where Bitbucket does not show whether it is the wanted one: always, on Cloud. Default false. */
  readonly rotate?: boolean | undefined;
  /** Tells what would be done, and writes nothing. Default false. */
  readonly dryRun?: boolean | undefined;
}

const hookChanges = ['url', 'active', 'events', 'secret'] as const;

export type HookChange = (typeof hookChanges)[number];

export interface HookAction {
  readonly action: 'created' | 'updated' | 'kept' | 'removed';
  /** `undefined` for a hook that a dry run would make. */
  readonly id: string | undefined;
  /** What was changed of it: empty unless it was updated. */
  readonly changes: readonly HookChange[];
}

export interface HookReport {
  /** The hook that stands; `undefined` for one that a dry run would make. */
  readonly hookId: string | undefined;
  /** In the order in which they were done; none for hooks that are not ours. */
  readonly actions: readonly HookAction[];
  readonly dryRun: boolean;
}

/**
 * Makes exactly one hook of ours stand: at the wanted URL, active, with the wanted events and secret. Makes it where
 * there is none; mends it where there is, with the events kept that it has beside the wanted ones; removes further ones
 * of ours, whose events go over to the one that stays: an active one before an inactive, one of the very URL before
 * others, the oldest. It is mended before the others are removed, so that no event falls between. Doing it again
 * changes nothing.
 *
 * Bitbucket has no way to do this at once. A hook that somebody deletes meanwhile counts as gone; two who do this at
 * the same time may each make a hook, and the next time one of them is removed. If a call fails, what was done before
 * it stays done: do it again.
 *
 * @throws ApiError, TransportError, AuthError as the calls of `hooks` do · ConfigError for what is wanted of no hook
 * @example
 * const hooks = cloudRepositoryHooks(client, 'acme/api')
 * const { hookId, actions } = await reconcileHook({ hooks, wanted: { url, events: ['repo:push'], secret } })
 */
export async function reconcileHook(options: ReconcileHookOptions): Promise<HookReport> {
  const { wanted, hooks, isOurs = () => false, dryRun = false } = options;
  checkWanted(wanted);
  const found = await hooks.list();
  const ours = found
    .filter((hook) => isSameUrl(hook.url, wanted.url) || isOurs(hook))
    .toSorted(worthMore(wanted.url));
  const task: Task = { options, settings: settingsFor(wanted, ours) };
  const removed: HookAction[] = [];
  let standing: HookAction | undefined;
  for (const hook of ours) {
    if (standing === undefined) {
      standing = await mend(hook, task);
      continue;
    }
    if (!dryRun) await unlessGone(hooks.remove(hook.id));
    removed.push({ action: 'removed', id: hook.id, changes: [] });
  }
  standing ??= await make(task);
  return { hookId: standing.id, actions: [standing, ...removed], dryRun };
}

/**
 * For `isOurs`: hooks whose URL is the prefix or lies below it, on the same origin. `https://example.com/hooks` has
 * `https://example.com/hooks/7`, and neither `https://example.com/hooks-of-others` nor `https://example.com.evil/hooks`.
 * Name what belongs to one tenant only: the same repository may have hooks of another of yours.
 *
 * @throws ConfigError `invalid_option` when the prefix is no web address
 */
export function hooksUnder(prefix: string): (hook: Pick<ExistingHook, 'url'>) => boolean {
  const { origin, pathname } = checkUrl('prefix', prefix);
  const path = pathname.replace(/\/+$/, '');
  return ({ url }) => {
    const parsed = URL.parse(url);
    if (parsed === null || parsed.origin !== origin) return false;
    return parsed.pathname === path || parsed.pathname.startsWith(`${path}/`);
  };
}

interface Task {
  readonly options: ReconcileHookOptions;
  readonly settings: HookSettings;
}

/** `undefined` when the hook is gone. */
async function mend(hook: ExistingHook, { options, settings }: Task): Promise<HookAction | undefined> {
  const changes = changesOf(hook, settings, options.rotate ?? false);
  if (changes.length === 0) return { action: 'kept', id: hook.id, changes };
  const secret = changes.includes('secret') ? settings.secret : undefined;
  const done = options.dryRun || (await unlessGone(options.hooks.update(hook.id, { ...settings, secret })));
  return done ? { action: 'updated', id: hook.id, changes } : undefined;
}

async function make({ options, settings }: Task): Promise<HookAction> {
  const id = options.dryRun ? undefined : await options.hooks.create(settings);
  return { action: 'created', id, changes: [] };
}

/** The wanted events first, then those that ours had beside them: somebody may rely on each. */
function settingsFor(
  { url, events, secret, description }: WantedHook,
  ours: readonly ExistingHook[],
): HookSettings {
  return {
    url,
    events: [...new Set([...events, ...ours.flatMap((hook) => hook.events)])],
    active: true,
    secret,
    description: description ?? new URL(url).host,
  };
}

function changesOf(hook: ExistingHook, { url, events, secret }: HookSettings, rotate: boolean): HookChange[] {
  const signs = secret === undefined ? true : hook.signsWith(secret);
  const isNeeded: Readonly<Record<HookChange, boolean>> = {
    url: !isSameUrl(hook.url, url),
    active: !hook.active,
    events: events.some((event) => !hook.events.includes(event)),
    secret: signs === false || (signs === undefined && rotate),
  };
  return hookChanges.filter((change) => isNeeded[change]);
}

/** Which of ours stays: the one that delivers now, and that people have known for longest. */
const worthMore =
  (url: string) =>
  (a: ExistingHook, b: ExistingHook): number =>
    Number(b.active) - Number(a.active) ||
    Number(isSameUrl(b.url, url)) - Number(isSameUrl(a.url, url)) ||
    (a.createdAt ?? 0) - (b.createdAt ?? 0);

/** False when what was to be written to is gone. */
async function unlessGone(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return false;
    throw error;
  }
}

function isSameUrl(left: string, right: string): boolean {
  const parsed = URL.parse(left);
  return left === right || (parsed !== null && parsed.href === URL.parse(right)?.href);
}

function checkWanted({ url, events, secret }: WantedHook): void {
  checkUrl('wanted.url', url);
  if (!Array.isArray(events) || events.length === 0) {
    throw new ConfigError('wanted.events', 'it names none', 'Pass event keys such as "repo:push"');
  }
  if (secret === undefined || (typeof secret === 'string' && secret !== '')) return;
  throw new ConfigError('wanted.secret', 'it is no text, or an empty one', 'Pass one, or leave it out');
}

function checkUrl(option: string, value: unknown): URL {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol)) return url;
  throw new ConfigError(option, 'it is no web address', 'Pass one such as https://example.com/hooks/7');
}
