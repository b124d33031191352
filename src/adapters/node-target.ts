/** What the Node adapters can be put before, and the options that they share. */
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import {
  defaultBodyLimit,
  type InboundAnswer,
  type InboundHandler,
  type InboundRequest,
  type InboundRoute,
} from '../http/inbound.ts';
import { type Logger, silentLogger } from '../shared/logger.ts';

/** A webhook receiver, as far as an adapter knows it. */
export interface BytesTarget {
  receive(request: InboundRequest): Promise<InboundAnswer>;
  readonly bodyLimit?: number | undefined;
  readonly logger?: Logger | undefined;
}

/** A mounted app, as far as an adapter knows it. */
export interface FetchTarget {
  readonly fetch: InboundHandler;
  readonly bodyLimit?: number | undefined;
  readonly logger?: Logger | undefined;
}

/** A receiver, which is handed the bytes as they are; an app with a `fetch`; or a fetch-style handler by itself. */
export type NodeTarget = BytesTarget | FetchTarget | InboundHandler;

export interface NodeHandlerOptions<Incoming> {
  /** The path parameters of a request, where the receiver's secret depends on them. */
  readonly route?: ((request: Incoming) => InboundRoute) | undefined;
  /**
   * The origin under which the service is reached from outside, such as `https://hooks.example.com`. Without it, the
   * `Host` header and the socket say; `X-Forwarded-*` headers, which anybody can send, are never believed. Only for
   * fetch-style handlers.
   */
  readonly baseUrl?: string | undefined;
  /** The longest body, in bytes. Default: the receiver's, or 1 MiB. */
  readonly bodyLimit?: number | undefined;
  /** Told of what is refused before the target sees it. Default: the receiver's. */
  readonly logger?: Logger | undefined;
}

export interface NodeSettings<Incoming> {
  readonly target: BytesTarget | InboundHandler;
  readonly route: ((request: Incoming) => InboundRoute) | undefined;
  readonly origin: string | undefined;
  readonly bodyLimit: number;
  readonly logger: Logger;
}

/** @throws ConfigError `invalid_option` for a target that is neither, and for wrong options */
export function checkNodeOptions<Incoming>(
  where: string,
  target: NodeTarget,
  options: NodeHandlerOptions<Incoming>,
): NodeSettings<Incoming> {
  checkOptions(where, options, ['route', 'baseUrl', 'bodyLimit', 'logger']);
  checkTarget(where, target);
  const { route, baseUrl, logger } = options;
  if (route !== undefined && typeof route !== 'function') {
    throw new ConfigError('route', 'it is not a function', 'Pass a function of the request');
  }
  const own: Pick<FetchTarget, 'bodyLimit' | 'logger'> = typeof target === 'function' ? {} : target;
  const bodyLimit = options.bodyLimit ?? own.bodyLimit ?? defaultBodyLimit;
  if (!Number.isInteger(bodyLimit) || bodyLimit < 1) {
    throw new ConfigError('bodyLimit', 'it is not a positive whole number', 'Pass a number of bytes');
  }
  return {
    target: 'fetch' in target ? (request, context) => target.fetch(request, context) : target,
    route,
    origin: baseUrl === undefined ? undefined : originOf(baseUrl),
    bodyLimit,
    logger: logger ?? own.logger ?? silentLogger,
  };
}

function checkTarget(where: string, target: unknown): void {
  if (typeof target === 'function') return;
  if (typeof target === 'object' && target !== null && ('receive' in target || 'fetch' in target)) return;
  throw new ConfigError(
    'target',
    `${where} has nothing to hand requests to`,
    'Pass a webhook receiver, an app with a fetch, or a function of a Request',
  );
}

function originOf(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isHttp = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === undefined || !isHttp || url.href !== `${url.origin}/`) {
    throw new ConfigError('baseUrl', 'it is not an origin', "Pass one such as 'https://hooks.example.com'");
  }
  return url.origin;
}
