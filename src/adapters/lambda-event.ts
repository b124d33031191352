/** Reads the events that API Gateway and function URLs call a Lambda function with. */
import { WebhookError } from '../errors/webhook-error.ts';
import { bodyTooLarge, checkEncoding, headerValue, type InboundRoute } from '../http/inbound.ts';

/** The parts that are read of an event, of payload format 2.0 or 1.0; `@types/aws-lambda`'s own types fit it. */
export interface LambdaEvent {
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean | undefined;
  readonly pathParameters?: Readonly<Record<string, string | undefined>> | null | undefined;
  /** Format 2.0. */
  readonly rawPath?: string | undefined;
  readonly rawQueryString?: string | undefined;
  /** Format 1.0. */
  readonly httpMethod?: string | undefined;
  readonly path?: string | undefined;
  readonly multiValueQueryStringParameters?:
    | Readonly<Record<string, readonly string[] | undefined>>
    | null
    | undefined;
  readonly requestContext?:
    | {
        readonly http?: { readonly method?: string; readonly sourceIp?: string } | undefined;
        readonly identity?: { readonly sourceIp?: string | null } | undefined;
        readonly domainName?: string | undefined;
      }
    | undefined;
}

export interface ReadEvent {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Path and query. */
  readonly path: string;
  readonly host: string;
  readonly remoteAddress: string | undefined;
  readonly parameters: InboundRoute;
}

/** @throws WebhookError `encoding_unsupported` (415), `body_too_large` (413), `request_invalid` (400) */
export function readEvent(event: LambdaEvent, bodyLimit: number): ReadEvent {
  const { requestContext } = event;
  const method = requestContext?.http?.method ?? event.httpMethod;
  if (method === undefined) {
    throw new WebhookError('request_invalid', 400, 'the event is not of API Gateway or a function URL');
  }
  const headers = headersOf(event);
  checkEncoding(headerValue(headers, 'content-encoding'));
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded === true ? 'base64' : 'utf8');
  if (body.byteLength > bodyLimit) throw bodyTooLarge(bodyLimit);
  return {
    method,
    headers,
    body: new Uint8Array(body),
    path: pathOf(event),
    host: requestContext?.domainName ?? headerValue(headers, 'host') ?? 'localhost',
    remoteAddress: requestContext?.http?.sourceIp ?? requestContext?.identity?.sourceIp ?? undefined,
    parameters: defined(event.pathParameters ?? {}),
  };
}

/** Format 1.0 lists headers that came twice apart, and keeps only the last of them in `headers`. */
function headersOf({ headers, multiValueHeaders }: LambdaEvent): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined) result[name.toLowerCase()] = value;
  }
  for (const [name, values] of Object.entries(multiValueHeaders ?? {})) {
    if (values !== undefined && values.length > 0) result[name.toLowerCase()] = values.join(', ');
  }
  return result;
}

function pathOf(event: LambdaEvent): string {
  const path = event.rawPath ?? event.path ?? '/';
  const query = event.rawQueryString ?? queryOf(event.multiValueQueryStringParameters ?? {});
  return query === '' ? path : `${path}?${query}`;
}

/** Format 1.0 gives the query decoded. */
function queryOf(parameters: Readonly<Record<string, readonly string[] | undefined>>): string {
  const pairs = Object.entries(parameters).flatMap(([name, values = []]) =>
    values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  return pairs.join('&');
}

function defined(record: Readonly<Record<string, string | undefined>>): InboundRoute {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
