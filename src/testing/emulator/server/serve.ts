/** The Server half as one fetch-shaped function: REST, OAuth and git, below a context path. */
import { checkOptions } from '../../../errors/check-options.ts';
import { ConfigError } from '../../../errors/config-error.ts';
import { checkBaseUrl } from '../../../http/client-options.ts';
import type { EmulatorContext } from '../context.ts';
import { OAuth1Problem } from '../oauth1-message.ts';
import { originsFor } from '../origins.ts';
import type { Push } from '../push.ts';
import type { ServerCall } from './call.ts';
import { changeRoutes } from './changes.ts';
import { buildRoutes } from './commit-reports/builds.ts';
import { insightRoutes } from './commit-reports/insights.ts';
import { commitRoutes } from './commits.ts';
import { authenticate } from './credentials.ts';
import { diffRoutes } from './diffs.ts';
import { errorResponse, ServerError } from './errors.ts';
import { fileRoutes } from './files.ts';
import { serveScm } from './git.ts';
import { createHookSender, type HookSender } from './hook-sender.ts';
import { hookRoutes } from './hooks.ts';
import { createOAuth1Provider, type OAuth1Provider, problemResponse } from './oauth1-provider.ts';
import { createOAuth2Provider, type EmulatedServerOAuth2, type OAuth2Provider } from './oauth2-provider.ts';
import { type EmulatedServerOptions, serverOptionNames } from './options.ts';
import { createPublisher, type Publish, subscribersOf } from './publish.ts';
import { followRefs } from './pull-requests/follow-refs.ts';
import { createPullRequestBook, pullRequestRoutes } from './pull-requests/routes.ts';
import { refsChangedPayload } from './push-event.ts';
import { refRoutes } from './refs.ts';
import { repositoryRoutes, serverRoutes } from './repositories.ts';
import { createRestRouter, type RestRouter } from './rest-router.ts';
import { fetchUnverified } from './unverified-fetch.ts';
import { checkAddresses, createServerWorld, type ServerWorld } from './world.ts';

export interface ServerHalf {
  /** Is it a request for Bitbucket Server, and not for Cloud? */
  fits(request: Request): boolean;
  fetch(request: Request): Promise<Response>;
  /** Where it stands behind Mock Service Worker. */
  readonly addresses: readonly string[];
  readonly oauth2: EmulatedServerOAuth2;
  /** Ends hooks that are under way. */
  close(): void;
}

interface Rooms {
  readonly context: EmulatorContext;
  readonly options: EmulatedServerOptions;
  readonly contextPath: string;
  readonly world: ServerWorld;
  readonly oauth1: OAuth1Provider;
  readonly oauth2: OAuth2Provider;
  readonly router: RestRouter;
  /** Counts requests, for their ids. */
  count: number;
}

/**
 * The Server half; `undefined` where the options do not ask for one.
 *
 * @throws ConfigError `invalid_option`
 */
export function createServerHalf(context: EmulatorContext): ServerHalf | undefined {
  const { server: options } = context.options;
  if (options === undefined) return undefined;
  checkOptions('server', options, serverOptionNames);
  const contextPath = readContextPath(options);
  const version = readVersion(options);
  checkAddresses(options);
  const addresses = options.origin === undefined ? [] : [`${originOf(options.origin)}${contextPath}`];
  const { now, random, logger, fetch, deliveries } = context;
  const world = createServerWorld(context.world, options);
  const sender = createHookSender({
    ...{ fetch, now, random, logger, version, log: deliveries },
    // A fetch of the caller's decides by itself what it trusts.
    fetchUnverified: context.options.fetch ?? fetchUnverified,
    timeout: context.options.hooks?.timeout ?? 10_000,
  });
  const people = { options, users: context.world.users, now, random };
  const oauth1 = createOAuth1Provider(people);
  const oauth2 = createOAuth2Provider(people);
  const publish = createPublisher(context, sender);
  const pullRequests = { world, context, publish, version, book: createPullRequestBook() };
  const router = createRest({ world, context, sender, version }, pullRequests);
  context.refFollowers.push(async (push) => {
    await tell(push, { context, world, publish, contextPath, version });
    await followRefs(pullRequests, push, contextPath);
  });
  const rooms: Rooms = { context, options, contextPath, world, oauth1, oauth2, router, count: 0 };
  return {
    fits: (request) => placeOf(new URL(request.url).pathname, contextPath) !== undefined,
    fetch: (request) => dispatch(request, rooms),
    addresses,
    oauth2,
    close: () => sender.close(),
  };
}

interface Ground {
  readonly world: ServerWorld;
  readonly context: EmulatorContext;
  readonly sender: HookSender;
  readonly version: '9.4' | '10.4';
}

function createRest(
  { world, context, sender, version }: Ground,
  pullRequests: Parameters<typeof pullRequestRoutes>[0],
): RestRouter {
  const builds = buildRoutes(world, context.now);
  const api = [
    ...repositoryRoutes(world),
    ...serverRoutes(world, `${version}.0`),
    // Before the commits by id, of which `changes` and `diff` are none.
    ...changeRoutes(world),
    ...diffRoutes(world),
    ...commitRoutes(world),
    ...fileRoutes(world),
    ...refRoutes(world),
    ...hookRoutes({ world, context, sender }),
    ...pullRequestRoutes(pullRequests),
    ...builds.api,
  ];
  const insights = insightRoutes(world, context.now);
  return createRestRouter({ api, 'build-status': builds['build-status'], insights });
}

/** @throws ConfigError `invalid_option` */
const originOf = (origin: string): string => new URL(checkBaseUrl('server.origin', origin)).origin;

function readContextPath({ contextPath = '' }: EmulatedServerOptions): string {
  if (contextPath === '' || /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+$/.test(contextPath)) return contextPath;
  throw new ConfigError(
    'server.contextPath',
    'it is no path',
    "Pass '/bitbucket', say: with a slash before it and none behind",
  );
}

function readVersion({ version = '10.4' }: EmulatedServerOptions): '9.4' | '10.4' {
  const known: readonly unknown[] = ['9.4', '10.4'];
  if (known.includes(version)) return version;
  throw new ConfigError('server.version', 'it is not known', "Pass '9.4' or '10.4'");
}

interface Place {
  readonly area: '/rest' | '/plugins/servlet/oauth' | '/scm';
  /** What follows, with its slash. */
  readonly path: string;
}

function placeOf(pathname: string, contextPath: string): Place | undefined {
  if (!pathname.startsWith(contextPath)) return undefined;
  const below = pathname.slice(contextPath.length);
  for (const area of ['/rest', '/plugins/servlet/oauth', '/scm'] as const) {
    if (below.startsWith(`${area}/`)) return { area, path: below.slice(area.length) };
  }
  // With a context path everything below it is the server's.
  return contextPath !== '' && below.startsWith('/') ? { area: '/rest', path: below } : undefined;
}

async function dispatch(request: Request, rooms: Rooms): Promise<Response> {
  const url = new URL(request.url);
  const { context, contextPath } = rooms;
  const base = `${originsFor(request.url, context.options.publicUrl).web}${contextPath}`;
  const place = placeOf(url.pathname, contextPath);
  if (place?.area === '/scm') {
    const { world, oauth2, options } = rooms;
    return serveScm(request, place.path, { world, context, tokens: options.accessTokens ?? [], oauth2 });
  }
  // The address as the caller wrote it, also where a proxy stands between.
  const seen = `${base}${url.pathname.slice(contextPath.length)}${url.search}`;
  try {
    if (place?.area === '/plugins/servlet/oauth') {
      const answer = await rooms.oauth1.serve(request, { step: place.path.slice(1), url: seen });
      return identified(answer ?? new Response('Not found\n', { status: 404 }), rooms);
    }
    const step = /^\/oauth2\/(?:latest|1\.0)\/(\w+)$/.exec(place?.path ?? '')?.[1];
    const granted = step === undefined ? undefined : await rooms.oauth2.serve(request, step);
    if (granted !== undefined) return identified(granted, rooms);
    return identified(await serveRest(request, { path: place?.path ?? '', seen, base, rooms }), rooms);
  } catch (error) {
    if (error instanceof OAuth1Problem) return identified(problemResponse(error, base), rooms);
    if (error instanceof ServerError) return identified(errorResponse(error), rooms);
    throw error;
  }
}

interface Rest {
  readonly path: string;
  readonly seen: string;
  readonly base: string;
  readonly rooms: Rooms;
}

async function serveRest(request: Request, { path, seen, base, rooms }: Rest): Promise<Response> {
  const { context, options, oauth1, oauth2, router } = rooms;
  const principal = await authenticate(request, seen, {
    context,
    tokens: options.accessTokens ?? [],
    ...{ oauth1, oauth2 },
  });
  const answer = async (): Promise<Response> => {
    const { handler, params } = router(request, path);
    const query = new URL(request.url).searchParams;
    const call: ServerCall = { request, query, params, principal, base };
    return handler(call);
  };
  // Who is known is told so by refusals, too: their credential holds.
  const response = await answer().catch(errorResponse);
  if (principal.user !== undefined) response.headers.set('x-ausername', encodeURI(principal.user.username));
  if (request.method !== 'HEAD' || response.body === null) return response;
  await response.body.cancel();
  return new Response(null, { status: response.status, headers: response.headers });
}

/** Each answer has an id, of which support asks. */
function identified(response: Response, rooms: Rooms): Response {
  rooms.count += 1;
  const minutes = Math.floor(rooms.context.now() / 60_000) % 1_440;
  response.headers.set('x-arequestid', `@EMULATORx${minutes}x${rooms.count}x0`);
  // What has a token in it says so itself, and is stored by nobody.
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  return response;
}

interface Telling {
  readonly context: EmulatorContext;
  readonly world: ServerWorld;
  readonly publish: Publish;
  readonly contextPath: string;
  readonly version: '9.4' | '10.4';
}

/** Sends `repo:refs_changed` to the hooks of the repository and of its project. */
async function tell(push: Push, { context, world, publish, contextPath, version }: Telling): Promise<void> {
  const found = world.addressOf(push.repository);
  const event = 'repo:refs_changed';
  if (found === undefined || subscribersOf(found, event).length === 0) return;
  const scope = { base: `${push.origins.web}${contextPath}`, users: world.users };
  publish(found, { event, payload: await refsChangedPayload(push, { found, context, scope, version }) });
}
