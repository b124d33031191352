/** The public door `bitbucket-sdk/express`: a receiver or a fetch-style handler as an Express 5 (or 4) handler. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InboundRoute } from '../http/inbound.ts';
import { checkNodeOptions, type NodeHandlerOptions, type NodeTarget } from './node-target.ts';
import type { ParsedBody } from './read-node-body.ts';
import { serveNode } from './serve-node.ts';

export type { BytesTarget, NodeHandlerOptions, NodeTarget } from './node-target.ts';

/** What the adapter reads of an Express request; Express's own type fits it. */
export interface ExpressRequest extends IncomingMessage, ParsedBody {
  /** Lists where a parameter matches several segments. */
  readonly params?: Readonly<Record<string, string | string[] | undefined>>;
  /** The address before a mounted router has cut its part off. */
  readonly originalUrl?: string;
}

/** The promise resolves when the request is answered, and never rejects; `next` is not called. */
export type ExpressHandler = (request: ExpressRequest, response: ServerResponse) => Promise<void>;

/**
 * A handler for `app.post(path, …)` or `app.use(path, …)`. Mount it before `express.json()` and other body parsers:
 * where one has read the body, the signature cannot be checked, and the request is answered 500 with the fix. Bytes
 * that `express.raw()` left in `req.body`, or a parser's `verify` in `req.rawBody`, are taken. A receiver is given
 * `req.params` as its route.
 *
 * @throws ConfigError `invalid_option` for a target that is neither a receiver nor a function, and for wrong options
 * @example
 * app.post('/organizations/:organizationId/webhook', createExpressHandler(receiver))
 * app.use('/bitbucket', createExpressHandler(bitbucketApp))
 * app.use(express.json())
 * @see https://expressjs.com/en/5x/api.html#express.raw
 */
export function createExpressHandler(
  target: NodeTarget,
  options: NodeHandlerOptions<ExpressRequest> = {},
): ExpressHandler {
  const settings = checkNodeOptions('createExpressHandler', target, options);
  const arrive = (request: ExpressRequest) => ({
    target: request.originalUrl ?? request.url ?? '/',
    route: settings.route === undefined ? routeOf(request.params) : settings.route(request),
  });
  return (request, response) => serveNode(settings, request, response, arrive);
}

/** Every parameter as one text: two tenants must not look the same because a list was left out. */
function routeOf(params: ExpressRequest['params'] = {}): InboundRoute {
  const route: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    // Express 4 gives an optional parameter that is not there as undefined.
    if (value !== undefined) route[name] = typeof value === 'string' ? value : value.join('/');
  }
  return route;
}
