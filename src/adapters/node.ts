/** The public door `bitbucket-sdk/node`: a receiver or a fetch-style handler behind `node:http`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkNodeOptions, type NodeHandlerOptions, type NodeTarget } from './node-target.ts';
import { serveNode } from './serve-node.ts';

export type { BytesTarget, NodeHandlerOptions, NodeTarget } from './node-target.ts';

/** What `http.createServer` takes. The promise resolves when the request is answered, and never rejects. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * A request listener for `node:http` and `node:https`. It reads the body itself, up to `bodyLimit`, and answers every
 * request: 413, 415 and 400 for bodies that cannot be taken, 500 where a body parser has read the body before.
 *
 * @throws ConfigError `invalid_option` for a target that is neither a receiver nor a function, and for wrong options
 * @example
 * http.createServer(createNodeHandler(receiver)).listen(3000)
 * http.createServer(createNodeHandler(app.fetch, { baseUrl: 'https://hooks.example.com' })).listen(3000)
 */
export function createNodeHandler(
  target: NodeTarget,
  options: NodeHandlerOptions<IncomingMessage> = {},
): NodeHandler {
  const settings = checkNodeOptions('createNodeHandler', target, options);
  const arrive = (request: IncomingMessage) => ({
    target: request.url ?? '/',
    route: settings.route?.(request),
  });
  return (request, response) => serveNode(settings, request, response, arrive);
}
