/** The engine beneath both products' clients: a typed route in, a typed value, raw answer or pages out. */
import { ConfigError } from '../errors/config-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import type { OutgoingBody } from './deliver.ts';
import { type NextPage, type Paged, paged } from './paging.ts';
import { expandPath, type PathParameters } from './path.ts';
import { queryString } from './query.ts';
import type {
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

export interface RawResult<T> {
  readonly data: T;
  readonly response: Response;
}

/** The three ways to call a route. Clients extend it; `Routes` maps each route string to its shape. */
export class RestClient<Routes extends object> {
  readonly #engine: RestEngine;

  constructor(engine: RestEngine) {
    this.#engine = engine;
  }

  /**
   * Calls a route and gives the body of its success: JSON unless `as` says otherwise, `undefined` where there is none.
   *
   * @example await client.request('GET /repositories/{workspace}/{repo_slug}', { path: { workspace: 'acme', repo_slug: 'api' } })
   * @throws ApiError when Bitbucket refuses · TransportError `network`, `timeout`, `aborted`, `bad_answer`,
   *   `redirect_refused` · AuthError · ConfigError for a path, query or body that cannot be sent
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
    const first = urlOf(this.#engine, route, loose);
    return paged({
      first,
      name: route,
      nextPage: this.#engine.nextPage,
      maxItems: loose.maxItems,
      fetchPage: async (url) => (await this.#send(route, url, loose)).data,
    }) as Paged<ItemOf<Routes[R]>, PageOf<Routes[R]>>;
  }

  #call(route: string, options: LooseOptions = {}): Promise<RawResult<unknown>> {
    return this.#send(route, urlOf(this.#engine, route, options), options);
  }

  async #send(route: string, url: string, options: LooseOptions): Promise<RawResult<unknown>> {
    const { method } = splitRoute(route);
    const format = options.as ?? 'json';
    const { body, contentType } = encodeBody(route, method, options.body);
    const answer = await this.#engine.transport({
      method,
      url,
      headers: {
        accept: format === 'json' ? 'application/json' : '*/*',
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
        ...this.#engine.headers,
        ...options.headers,
      },
      body,
      signal: options.signal,
      timeout: options.timeout,
      read: format === 'json' ? 'text' : format,
    });
    return { data: decode(method, format, answer), response: answer.response };
  }
}

function splitRoute(route: string): { method: string; template: string } {
  const space = route.indexOf(' ');
  if (space < 1 || route[space + 1] !== '/') {
    throw new ConfigError(
      'route',
      'it is not a method and a path',
      'Pass a route such as "GET /repositories/{workspace}"',
    );
  }
  return { method: route.slice(0, space), template: route.slice(space + 1) };
}

function urlOf({ root }: RestEngine, route: string, { path = {}, query }: LooseOptions): string {
  return root + expandPath(splitRoute(route).template, path as PathParameters) + queryString(query);
}

function encodeBody(
  route: string,
  method: string,
  body: unknown,
): { body: OutgoingBody | undefined; contentType?: string | undefined } {
  if (body === undefined) return { body: undefined };
  if (method === 'GET' || method === 'HEAD') {
    throw new ConfigError('body', `${route} takes none`, 'Pass parameters by path or query');
  }
  if (body instanceof FormData || body instanceof URLSearchParams) return { body };
  if (body instanceof Uint8Array || body instanceof ReadableStream) {
    return { body: body as OutgoingBody, contentType: 'application/octet-stream' };
  }
  return { body: JSON.stringify(body), contentType: 'application/json' };
}

function decode(method: string, format: ResponseFormat, { response, body, name }: Answer): unknown {
  if (format !== 'json' || typeof body !== 'string') return body;
  if (body === '') {
    if (method !== 'GET' || response.status === 204) return undefined;
    throw badAnswer(name, 'an empty body');
  }
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw badAnswer(name, describeType(response), cause);
  }
}

function describeType(response: Response): string {
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim();
  return type === undefined || /json/i.test(type) ? 'JSON that breaks off' : type;
}

function badAnswer(name: string, what: string, cause?: unknown): TransportError {
  return new TransportError('bad_answer', `${name} was answered with ${what} where JSON was due`, { cause });
}
