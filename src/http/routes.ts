/** The types of the engine: what a route's entry in a route table makes of a call's options and result. */

/** How a success body is read. Everything but JSON is asked for by name, since types alone do not reach run time. */
export type ResponseFormat = 'json' | 'text' | 'bytes' | 'stream';

/**
 * The name of a route in a table: `METHOD /path/{placeholder}`. Its entry has `path`, `query`, `body`, `headers` that it
 * must be sent with, `result`, and `as` with the formats of an answer that is not JSON, which makes the option `as`
 * required. What a route does not have is left out.
 */
export type Route<Routes extends object> = keyof Routes & string;

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for each attempt, instead of the client's. */
  readonly timeout?: number | undefined;
  /** Further headers. `Authorization` is the credential's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * A part of the options: required where something in it is, absent where the route has no such part. The brackets keep
 * it whole: while the compiler does not know the route yet, a part for each of all routes would be too much for it.
 */
type Part<Shape, Key extends string> = [Shape] extends [{ readonly [K in Key]: infer Value }]
  ? Record<never, never> extends Value
    ? { readonly [K in Key]?: Value | undefined }
    : { readonly [K in Key]: Value }
  : { readonly [K in Key]?: undefined };

type BodyPart<Shape> = [Shape] extends [{ readonly body: infer Body }]
  ? undefined extends Body
    ? { readonly body?: Body }
    : { readonly body: Body }
  : { readonly body?: undefined };

type HeadersPart<Shape> = [Shape] extends [{ readonly headers: infer Headers }]
  ? { readonly headers: Headers }
  : unknown;

type FormatPart<Shape, Format> = [Shape] extends [{ readonly as: infer Formats }]
  ? { readonly as: Format & Formats }
  : { readonly as?: Format | undefined };

type Options<Shape, Format> = CallOptions &
  Part<Shape, 'path'> &
  Part<Shape, 'query'> &
  BodyPart<Shape> &
  HeadersPart<Shape> &
  FormatPart<Shape, Format>;

/** The last argument of a call: optional where nothing in it is required. */
type Trailing<T> = Record<never, never> extends T ? [options?: T] : [options: T];

/**
 * What stands in for the options while the route is not known yet, as in an editor while it is being typed: those of
 * all routes at once are more than the compiler can hold.
 */
interface AnyOptions extends CallOptions {
  readonly path?: object | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly as?: ResponseFormat | undefined;
}

export type RequestOptions<Routes extends object, R extends Route<Routes>, Format> = [Route<Routes>] extends [
  R,
]
  ? [options?: AnyOptions]
  : Trailing<Options<Routes[R], Format>>;

export type ResultOf<Shape, Format> = Format extends 'text'
  ? string
  : Format extends 'bytes'
    ? Uint8Array<ArrayBuffer>
    : Format extends 'stream'
      ? ReadableStream<Uint8Array>
      : Shape extends { readonly result: infer Result }
        ? Result
        : undefined;

/** Routes whose answer is a page. */
export type PagedRoute<Routes extends object> = {
  [R in Route<Routes>]: Routes[R] extends { readonly result: { readonly values?: readonly unknown[] } }
    ? R
    : never;
}[Route<Routes>];

export type PageOf<Shape> = Shape extends { readonly result: infer Page } ? Page : never;

export type ItemOf<Shape> =
  PageOf<Shape> extends { readonly values?: readonly (infer Item)[] } ? Item : never;

export type PaginateOptions<Routes extends object, R extends Route<Routes>> = [PagedRoute<Routes>] extends [R]
  ? [options?: AnyOptions]
  : Trailing<
      CallOptions &
        Part<Routes[R], 'path'> &
        Part<Routes[R], 'query'> & {
          /** Ends after so many items. */
          readonly maxItems?: number | undefined;
        }
    >;
