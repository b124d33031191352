/** The public door `bitbucket-sdk/fastify`: a receiver or a fetch-style handler as a Fastify 5 plugin. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InboundRoute } from '../http/inbound.ts';
import { checkNodeOptions, type NodeHandlerOptions, type NodeTarget } from './node-target.ts';
import { serveNode } from './serve-node.ts';

export type { BytesTarget, NodeHandlerOptions, NodeTarget } from './node-target.ts';

/** What the adapter reads of a Fastify request; Fastify's own type fits it. */
export interface FastifyIncoming {
  readonly raw: IncomingMessage;
  readonly params: unknown;
}

/** What the adapter calls on a Fastify reply. */
export interface FastifyOutgoing {
  readonly raw: ServerResponse;
  hijack(): unknown;
}

/** A Fastify instance, told by the methods that the plugin calls; Fastify's overloads leave no closer type of ours. */
export interface FastifyScope {
  readonly removeAllContentTypeParsers: () => unknown;
  readonly addContentTypeParser: (...call: never[]) => unknown;
  readonly all: (...call: never[]) => unknown;
}

/** How the plugin calls them. */
interface ScopeCalls {
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    contentType: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): void;
  all(path: string, handler: (request: FastifyIncoming, reply: FastifyOutgoing) => Promise<void>): void;
}

export type FastifyPlugin = (scope: FastifyScope) => Promise<void>;

/**
 * A plugin that answers everything below the prefix that it is registered with. Its body parsers are its own: those of
 * the host stay as they are, for all other routes. A receiver is given the prefix's parameters as its route.
 *
 * The reply is written by the adapter (`reply.hijack()`): `onRequest` and `onResponse` hooks run, `onSend` ones do not.
 *
 * @throws ConfigError `invalid_option` for a target that is neither a receiver nor a function, and for wrong options
 * @example
 * fastify.register(createFastifyPlugin(receiver), { prefix: '/organizations/:organizationId/webhook' })
 * fastify.register(createFastifyPlugin(bitbucketApp), { prefix: '/bitbucket' })
 * @see https://fastify.dev/docs/latest/Reference/Encapsulation/
 */
export function createFastifyPlugin(
  target: NodeTarget,
  options: NodeHandlerOptions<IncomingMessage> = {},
): FastifyPlugin {
  const settings = checkNodeOptions('createFastifyPlugin', target, options);
  const handle = async (request: FastifyIncoming, reply: FastifyOutgoing): Promise<void> => {
    reply.hijack();
    await serveNode(settings, request.raw, reply.raw, (raw) => ({
      target: raw.url ?? '/',
      route: settings.route === undefined ? routeOf(request.params) : settings.route(raw),
    }));
  };
  return async (fastify) => {
    const scope = fastify as unknown as ScopeCalls;
    scope.removeAllContentTypeParsers();
    // Nothing is read here: the stream is left for the adapter, which knows the limit.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/', handle);
    scope.all('/*', handle);
  };
}

/** The prefix's parameters; what the wildcard matched is none of them. */
function routeOf(params: unknown): InboundRoute {
  const entries = Object.entries(params ?? {}).filter(([name]) => name !== '*');
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
