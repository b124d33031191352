/** The engine beneath both products' clients: a typed route in, a typed value, raw answer or pages out. */
import { ConfigError } from '../errors/config-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import { encodeBody } from './encode-body.ts';
import type { OutgoingStream } from './outgoing-stream.ts';
import { type NextPage, type Paged, paged } from './paging.ts';
import { fillPath, type PathParameters, type PathTemplate, parsePath } from './path.ts';
import { queryString } from './query.ts';
import type {
  CallOptions,
  ItemOf,
  PagedRoute,
  PageOf,
  PaginateOptions,
  RequestOptions,
  ResponseFormat,
  ResultOf,
  Route,
} from './routes.ts';
import type { Answer, Transport } from './transport.ts';

export interface RestEngine {
  readonly transport: Transport;
  /** What stands before a route's path: origin, context path and API root, such as `https://api.bitbucket.org/2.0`. */
  readonly root: string;
  readonly nextPage: NextPage;
  /** May a success of the route have no body? Asked where JSON is due and there is none. */
  readonly mayBeEmpty: (route: string) => boolean;
  /** Holds the query of a paged route to what the product takes: a page that is too large would be refused. */
  readonly fitPage?: ((route: string, query: object) => object) | undefined;
  /** Sent with every call, unless the call has its own of the name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What the typed engine needs of a call at run time; the types in `routes.ts` narrow it by route. */
interface LooseOptions {
  readonly path?: object | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
  readonly as?: ResponseFormat | undefined;
  readonly maxItems?: number | undefined;
}

export interface UntypedOptions extends CallOptions {
  /** Values for the placeholders of the path. */
  readonly path?: PathParameters | undefined;
  readonly query?: object | undefined;
  /** JSON, unless it is a form (`FormData`, `URLSearchParams`, `multipart([…])`), a stream or bytes. */
  readonly body?: unknown;
  /** How the body of the answer is read. Default JSON. */
  readonly as?: ResponseFormat | undefined;
}

export interface RawResult<T> {
  readonly data: T;
  readonly response: Response;
}

/** A host that makes up its routes must not fill the memory with them: more than either product has are not kept. */
const mostRoutes = 1000;

/** The ways to call a route. Clients extend it; `Routes` maps each route string to its shape. */
export class RestClient<Routes extends object> {
  readonly #engine: RestEngine;
  /** The routes that were called. They are literals in the host's code, and so few. */
  readonly #routes = new Map<string, ParsedRoute>();

  constructor(engine: RestEngine) {
    this.#engine = engine;
  }

  /**
   * Calls a route and gives the body of its success: JSON unless `as` says otherwise, `undefined` where there is none.
   *
   * @example await client.request('GET /repositories/{workspace}/{repo_slug}', { path: { workspace: 'acme', repo_slug: 'api' } })
   * @throws ApiError when Bitbucket refuses · TransportError `network`, `timeout`, `aborted`, `bad_answer`,
   *   `redirect_refused`, `source_failed` · AuthError · ConfigError for a path, query or body that cannot be sent
   */
  async request<R extends Route<Routes>, F extends ResponseFormat = 'json'>(
    route: R,
    ...[options]: RequestOptions<Routes, R, F>
  ): Promise<ResultOf<Routes[R], F>> {
    const { data } = await this.#call(route, options as LooseOptions | undefined);
    return data as ResultOf<Routes[R], F>;
  }

  /** As {@link request}, with the response beside the value: for its headers and status. */
  async requestRaw<R extends Route<Routes>, F extends ResponseFormat = 'json'>(
    route: R,
    ...[options]: RequestOptions<Routes, R, F>
  ): Promise<RawResult<ResultOf<Routes[R], F>>> {
    const { data, response } = await this.#call(route, options as LooseOptions | undefined);
    return { data: data as ResultOf<Routes[R], F>, response };
  }

  /**
   * All items of a paged route, fetched page by page as they are asked for; `.pages()` gives the pages. Leaving the
   * loop early fetches no more.
   *
   * @throws as {@link request}; TransportError `paging_refused` when a page leads off the API or round in a circle
   */
  paginate<R extends PagedRoute<Routes>>(
    route: R,
    ...[options]: PaginateOptions<Routes, R>
  ): Paged<ItemOf<Routes[R]>, PageOf<Routes[R]>> {
    const loose = (options ?? {}) as LooseOptions;
    const { fitPage = (_, query) => query } = this.#engine;
    const parsed = this.#parse(route);
    const first = urlOf(this.#engine, parsed, { ...loose, query: fitPage(route, loose.query ?? {}) });
    return paged({
      first,
      name: route,
      nextPage: this.#engine.nextPage,
      maxItems: loose.maxItems,
      fetchPage: async (url) => (await this.#send(parsed, url, loose)).data,
    }) as Paged<ItemOf<Routes[R]>, PageOf<Routes[R]>>;
  }

  /**
   * Calls what has no typed route: another app's REST API, or an operation newer than this library. The path comes
   * after the same root as a route's; its placeholders are filled from `path`. `undefined` where the answer is empty.
   *
   * @example await client.requestUntyped('GET', '/repositories/{workspace}/new-thing', { path: { workspace: 'acme' } })
   * @throws as {@link request}
   */
  async requestUntyped(method: string, path: string, options: UntypedOptions = {}): Promise<unknown> {
    const route = parseRoute(`${method} ${path}`);
    const url = urlOf(this.#engine, route, options);
    return (await this.#send(route, url, options, () => true)).data;
  }

  #call(name: string, options: LooseOptions = {}): Promise<RawResult<unknown>> {
    const route = this.#parse(name);
    return this.#send(route, urlOf(this.#engine, route, options), options);
  }

  #parse(route: string): ParsedRoute {
    let parsed = this.#routes.get(route);
    if (parsed === undefined) {
      parsed = parseRoute(route);
      if (this.#routes.size < mostRoutes) this.#routes.set(route, parsed);
    }
    return parsed;
  }

  async #send(
    { route, method }: ParsedRoute,
    url: string,
    options: LooseOptions,
    mayBeEmpty = this.#engine.mayBeEmpty,
  ): Promise<RawResult<unknown>> {
    const format = options.as ?? 'json';
    const { body, contentType, outgoing } = encodeBody(route, method, options.body);
    const sending = this.#engine.transport({
      method,
      url,
      headers: {
        accept: format === 'json' ? 'application/json' : '*/*',
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
        ...(outgoing?.size === undefined ? {} : { 'content-length': String(outgoing.size) }),
        ...this.#engine.headers,
        ...options.headers,
      },
      body,
      signal: options.signal,
      timeout: options.timeout,
      read: format === 'json' ? 'text' : format,
    });
    const answer = await (outgoing === undefined ? sending : whileSent(route, sending, outgoing));
    // An answer that came early: nobody reads the rest. One that is a stream may still be made of what is being sent.
    if (format !== 'stream') outgoing?.abandon();
    const data = format === 'json' ? decodeJson(route, answer, mayBeEmpty) : answer.body;
    return { data, response: answer.response };
  }
}

interface ParsedRoute {
  /** As it was passed: names the call in messages. */
  readonly route: string;
  readonly method: string;
  readonly path: PathTemplate;
}

function parseRoute(route: string): ParsedRoute {
  const space = route.indexOf(' ');
  const method = route.slice(0, space);
  if (/^[A-Z]+$/.test(method) && route[space + 1] === '/') {
    return { route, method, path: parsePath(route.slice(space + 1), route) };
  }
  const fix = 'Pass a route such as "GET /repositories/{workspace}"';
  throw new ConfigError('route', `${route} is not a method and a path`, fix);
}

function urlOf({ root }: RestEngine, parsed: ParsedRoute, { path = {}, query }: LooseOptions): string {
  return root + fillPath(parsed.path, path as PathParameters) + queryString({ query, call: parsed.route });
}

/** What a failed call leaves unread is cancelled; where it failed for that very stream, the error says so. */
async function whileSent(route: string, sending: Promise<Answer>, outgoing: OutgoingStream): Promise<Answer> {
  try {
    return await sending;
  } catch (error) {
    const cause = outgoing.failure();
    outgoing.abandon();
    if (cause === undefined || !(error instanceof TransportError && error.code === 'network')) throw error;
    const text = `The body of ${route} could not be read to its end, so that the call was broken off`;
    throw new TransportError('source_failed', text, { cause });
  }
}

function decodeJson(route: string, answer: Answer, mayBeEmpty: (route: string) => boolean): unknown {
  const { response, body } = answer;
  if (typeof body !== 'string') return body;
  if (body === '') {
    if (mayBeEmpty(route)) return undefined;
    throw badAnswer(answer.name, route, response.status === 204 ? '204 and no body' : 'an empty body');
  }
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw badAnswer(answer.name, route, describeType(response), cause);
  }
}

function describeType(response: Response): string {
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim();
  return type === undefined || /json/i.test(type) ? 'JSON that breaks off' : type;
}

function badAnswer(name: string, route: string, what: string, cause?: unknown): TransportError {
  const text = `${name} was answered with ${what} where JSON was due (${route})`;
  return new TransportError('bad_answer', text, { cause });
}
