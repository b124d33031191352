/** Puts the emulator together, and takes it apart again. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkOptions } from '../../errors/check-options.ts';
import { ConfigError } from '../../errors/config-error.ts';
import { systemClock } from '../../shared/clock.ts';
import { silentLogger } from '../../shared/logger.ts';
import { createBackground } from './background.ts';
import { createBooks } from './books.ts';
import { buildWorld } from './build-world.ts';
import { checkEmulatorOptions } from './check-emulator-options.ts';
import { type EmulatedOAuth2, oauth2Controls } from './cloud/oauth2/controls.ts';
import { createOAuth2Book } from './cloud/oauth2/create-book.ts';
import { type InstallInput, type InstallResult, install, uninstall } from './connect.ts';
import type { EmulatorContext } from './context.ts';
import { createDeliveryLog, type HookDelivery } from './delivery-log.ts';
import { InstallError } from './descriptor.ts';
import { createFaults, type EmulatedFaults } from './faults.ts';
import { prepareGitHome } from './git/environment.ts';
import { createGitProcesses } from './git/processes.ts';
import { createHookDispatcher } from './hook-delivery.ts';
import { type EmulatorServer, type ListenOptions, listen } from './listen.ts';
import { type MswHttp, toMswHandlers } from './msw.ts';
import { createNonceBook } from './oauth1-message.ts';
import type { BitbucketEmulatorOptions } from './options.ts';
import { bitbucketOrigins, singleOrigin } from './origins.ts';
import { createServe } from './serve.ts';
import type { EmulatedServerOAuth2 } from './server/oauth2-provider.ts';
import { createServerHalf } from './server/serve.ts';
import { type TransferInput, transfer } from './transfer.ts';

/** A Bitbucket of one's own, over real git repositories. */
export interface BitbucketEmulator extends AsyncDisposable {
  /**
   * Answers a request for `/2.0/…`, `/site/addons/authorize`, `/site/oauth2/…` or git over HTTP, whatever its origin.
   * Links in the answer point to Bitbucket's hosts where the request did, else to the request's own origin. With the
   * option `server` also for `/rest/…`, `/plugins/servlet/oauth/…` and `/scm/…` below its context path, on any origin.
   */
  fetch(request: Request): Promise<Response>;
  /**
   * Serves on a port, git included: `git clone <url>/workspace/slug.git`, and from the Server half
   * `<url><contextPath>/scm/project/slug.git`. By https with `tls`.
   */
  listen(options?: ListenOptions): Promise<EmulatorServer>;
  /**
   * Handlers for https://api.bitbucket.org, https://bitbucket.org and the origin that `server` names, by the installed
   * msw or by the `http` of another copy.
   *
   * @example setupServer(...emulator.toMswHandlers())
   * @throws ConfigError `invalid_option` when msw is not installed
   */
  toMswHandlers<Handler = never>(http?: MswHttp<Handler>): Handler[];
  /**
   * Installs a Connect app: reads its descriptor and calls its `installed`. A second install keeps the client key and
   * is signed with the secret that the app has.
   *
   * @throws ConfigError `invalid_option` when the app or its descriptor refuses
   */
  install(input: InstallInput): Promise<InstallResult>;
  /** Ends an installation: its tokens hold no more, and the app's `uninstalled` is called. */
  uninstall(clientKey: string): Promise<void>;
  /**
   * Hands a repository over to another workspace and sends `repo:transfer`. By its UUID it is found as before, by its
   * old full name no more.
   *
   * @throws ConfigError `invalid_option` for a repository or workspace that is not there
   */
  transfer(input: TransferInput): void;
  /** Lets requests go wrong: REST, installs and git, by whatever way they come. */
  readonly faults: EmulatedFaults;
  /** OAuth 2.0 of Cloud: consumers that are revoked, exchanges that were asked for. */
  readonly oauth2: EmulatedOAuth2;
  /** What applications did by OAuth 2.0 with the Server half; `undefined` where there is none. */
  readonly serverOAuth2: EmulatedServerOAuth2 | undefined;
  /** The latest hook deliveries, oldest first, at most 1,000. */
  readonly deliveries: readonly HookDelivery[];
  /** Resolves when no hook is on its way any more, and no push waits to be told of. */
  settled(): Promise<void>;
  /** Stops servers, ends what is under way, removes the temporary folder. */
  close(): Promise<void>;
}

/**
 * An emulator of the parts of Bitbucket Cloud that integrations use: repositories, commits, diffs, files, refs,
 * webhooks, Connect installs, and git itself; with `server`, of those of Bitbucket Data Center, too. Needs git 2.38 or newer on the PATH. Given repositories are cloned into a
 * temporary folder and never changed.
 *
 * @example
 * await using emulator = await createBitbucketEmulator({
 *   repositories: [{ fullName: 'demo/widgets', from: '.' }],
 *   credentials: { accessTokens: [{ token: 'secret', workspace: 'demo' }] },
 * });
 * const { url } = await emulator.listen();
 * // curl -H 'Authorization: Bearer secret' $url/2.0/repositories/demo/widgets/commits/main
 * // git clone http://x-token-auth:secret@…/demo/widgets.git
 * @throws ConfigError `invalid_option` when git is missing or too old, or a repository cannot be cloned
 */
export async function createBitbucketEmulator(
  options: BitbucketEmulatorOptions = {},
): Promise<BitbucketEmulator> {
  checkOptions('createBitbucketEmulator', options, optionNames);
  checkEmulatorOptions(options);
  await checkGit();
  const folder = await mkdtemp(join(tmpdir(), 'bitbucket-emulator-'));
  const git = createGitProcesses(await prepareGitHome(join(folder, 'home')));
  const removeAll = async (): Promise<void> => {
    await git.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return await assemble(options, { folder, git, removeAll });
  } catch (error) {
    await removeAll();
    throw error;
  }
}

const optionNames: readonly (keyof BitbucketEmulatorOptions)[] = [
  ...(['repositories', 'workspaces', 'users', 'credentials', 'apps', 'publicUrl', 'issueTracker'] as const),
  ...(['oauth2', 'server'] as const),
  ...(['now', 'fetch', 'random', 'logger', 'hooks'] as const),
];

/** Reading by `cat-file --batch-command` and NUL-separated questions is that old. */
async function checkGit(): Promise<void> {
  const fix = 'Install git 2.38 or newer and have it on the PATH';
  let version: string;
  try {
    version = (await promisify(execFile)('git', ['version'])).stdout;
  } catch (cause) {
    throw new ConfigError('git', 'it cannot be started', fix, { cause });
  }
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version)?.slice(1) ?? []).map(Number);
  if (major < 2 || (major === 2 && minor < 38)) throw new ConfigError('git', 'it is too old', fix);
}

interface Ground {
  readonly folder: string;
  readonly git: EmulatorContext['git'];
  removeAll(): Promise<void>;
}

async function assemble(options: BitbucketEmulatorOptions, ground: Ground): Promise<BitbucketEmulator> {
  const servers: EmulatorServer[] = [];
  const background = createBackground();
  const context = await createContext(options, ground, {
    background: background.add,
    defaultOrigins: () => {
      const address = options.publicUrl ?? servers.at(-1)?.url;
      return address === undefined ? bitbucketOrigins : singleOrigin(address);
    },
  });
  const faults = createFaults();
  const server = createServerHalf(context);
  const serve = faults.guard(createServe(context, server));
  const close = closeOnce(async () => {
    faults.clear();
    await Promise.all(servers.splice(0).map((server) => server.close()));
    context.hooks.close();
    server?.close();
    await ground.removeAll();
    await background.settled();
  });
  return {
    fetch: serve,
    listen: async (where = {}) => {
      checkOptions('listen', where, ['port', 'host', 'tls']);
      const server = await listen(serve, where, ground.folder);
      servers.push(server);
      return { ...server, close: () => stop(server, servers) };
    },
    toMswHandlers: (http) => toMswHandlers(serve, http, server?.addresses),
    install: (input) => installHere(input, context),
    uninstall: (clientKey) => uninstall(clientKey, context, context.defaultOrigins()),
    transfer: (input) => transfer(input, context),
    faults,
    oauth2: oauth2Controls(context.oauth2),
    serverOAuth2: server?.oauth2,
    deliveries: context.deliveries.entries,
    settled: background.settled,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function createContext(
  options: BitbucketEmulatorOptions,
  { folder, git }: Ground,
  shared: Pick<EmulatorContext, 'background' | 'defaultOrigins'>,
): Promise<EmulatorContext> {
  const { now = systemClock, logger = silentLogger, random = randomBytes } = options;
  const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const deliveries = createDeliveryLog();
  const hookOptions = options.hooks ?? {};
  const hooks = createHookDispatcher({
    fetch,
    now,
    random,
    logger,
    log: deliveries,
    options: hookOptions,
  });
  const repositoriesFolder = join(folder, 'repositories');
  const scratchFolder = join(folder, 'scratch');
  await Promise.all([repositoriesFolder, scratchFolder].map((path) => mkdir(path)));
  const world = await buildWorld(options, { git, folder: repositoriesFolder, now });
  const folders = { repositoriesFolder, scratchFolder };
  const outside = { hooks, deliveries, refFollowers: [], now, fetch, random, logger };
  const oauth1Nonces = createNonceBook(now);
  const oauth2 = createOAuth2Book(options.oauth2, world);
  return { ...shared, ...folders, ...createBooks(), ...outside, oauth1Nonces, oauth2, options, world, git };
}

async function stop(server: EmulatorServer, servers: EmulatorServer[]): Promise<void> {
  const index = servers.indexOf(server);
  if (index !== -1) servers.splice(index, 1);
  await server.close();
}

function closeOnce(task: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= task();
    return closing;
  };
}

async function installHere(input: InstallInput, context: EmulatorContext): Promise<InstallResult> {
  try {
    const { clientKey, sharedSecret, reinstalled } = await install(input, context, context.defaultOrigins());
    return { clientKey, sharedSecret, reinstalled };
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    throw new ConfigError(
      'install',
      error.message,
      "Look at the app's descriptor and at its answer to installed",
    );
  }
}
