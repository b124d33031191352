/** A server that knows a product by its OpenAPI document alone: express-openapi-validator refuses what the document would refuse. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { OpenApi, PathItem, Schema } from '../../scripts/generate/openapi.ts';
import type { Facts, OperationFacts, Product } from '../operations/facts.ts';
import { asTemplate } from './document.ts';
import { isPage, type SampleAnswer, sampleAnswer } from './samples.ts';

export interface Judge {
  readonly origin: string;
  /** Routes whose request was found right, in order. */
  readonly accepted: string[];
  close(): Promise<void>;
}

const roots: Readonly<Record<Product, string>> = { cloud: '/2.0', server: '/rest' };

export async function startJudge(product: Product, facts: Facts, document: OpenApi): Promise<Judge> {
  const operations = new Map(
    facts.operations.map((operation) => [asTemplate(operation.route), operation] as const),
  );
  const accepted: string[] = [];
  const answer = answering({ product, operations, document, accepted });
  // By method, since each check walks the shapes of its whole document, and reads have no bodies that need any.
  const reads = judgeOf(document, ['get', 'head', 'delete'], answer);
  const writes = judgeOf(document, ['post', 'put', 'patch'], answer);
  const root = roots[product];
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    if (url.startsWith('/followed')) {
      sendFollowed(operations.get(decodeURIComponent(url.split('?')[1] ?? '')), document, response);
      return;
    }
    if (!url.startsWith(`${root}/`)) {
      response.writeHead(404).end();
      return;
    }
    request.url = url.slice(root.length);
    (/^(POST|PUT|PATCH)$/.test(method) ? writes : reads)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, accepted, close };
}

function judgeOf(document: OpenApi, methods: readonly string[], answer: RequestHandler) {
  const app = express();
  app.use(express.json({ type: ['json', '+json'], strict: false }));
  app.use(express.urlencoded({ extended: false }));
  app.use(
    OpenApiValidator.middleware({
      apiSpec: onlyMethods(document, methods) as never,
      validateApiSpec: false,
      validateRequests: { allowUnknownQueryParameters: false },
      validateResponses: false,
      validateSecurity: false,
    }),
  );
  app.use(answer);
  app.use(refusing);
  return app;
}

/** The operations of some methods, with the shapes that their requests need: each check walks all that are there. */
function onlyMethods({ paths, components, ...document }: OpenApi, methods: readonly string[]): OpenApi {
  const kept = Object.entries(paths).flatMap(([path, item]) => {
    const operations = Object.entries(item).filter(([method]) => methods.includes(method));
    const silent = operations.map(([method, operation]) => [
      method,
      { ...operation, responses: { 200: { description: '' } } },
    ]);
    return silent.length === 0 ? [] : [[path, Object.fromEntries(silent) as PathItem] as const];
  });
  const schemas = reachable(components.schemas, kept);
  return structuredClone({ ...document, paths: Object.fromEntries(kept), components: { schemas } });
}

function reachable(
  schemas: Record<string, Schema>,
  from: unknown,
  found: Record<string, Schema> = {},
): Record<string, Schema> {
  for (const [, name = ''] of JSON.stringify(from).matchAll(/#\/components\/schemas\/([^"]+)/g)) {
    const schema = schemas[name];
    if (schema === undefined || found[name] !== undefined) continue;
    found[name] = schema;
    reachable(schemas, schema, found);
  }
  return found;
}

interface Answering {
  readonly product: Product;
  readonly operations: ReadonlyMap<string, OperationFacts>;
  readonly document: OpenApi;
  readonly accepted: string[];
}

function answering({ product, operations, document, accepted }: Answering): RequestHandler {
  return (request, response) => {
    const { openapi } = request as typeof request & { openapi: { openApiRoute: string } };
    const route = `${request.method} ${openapi.openApiRoute}`;
    const operation = operations.get(route);
    if (operation === undefined) {
      response.status(500).json({ error: { message: `${route} is no operation` } });
      return;
    }
    accepted.push(operation.route);
    const given = sampleAnswer(operation, document);
    if (given.location === undefined) send(response, paged(product, request, given));
    else response.redirect(302, `${given.location}?${encodeURIComponent(route)}`);
  };
}

/** What a redirect leads to, which no document describes. */
function sendFollowed(
  operation: OperationFacts | undefined,
  document: OpenApi,
  response: ServerResponse,
): void {
  const { body } = operation === undefined ? { body: {} } : sampleAnswer(operation, document);
  const isText = typeof body === 'string';
  response.writeHead(200, { 'content-type': isText ? 'text/plain' : 'application/json' });
  response.end(isText ? body : JSON.stringify(body));
}

function send(response: express.Response, { status, body }: SampleAnswer): void {
  response.status(status);
  if (body === undefined) response.end();
  else if (typeof body === 'string') response.type('text/plain').send(body);
  else response.json(body);
}

/** The first of two pages, or the second where that is asked for. */
function paged(product: Product, request: express.Request, answer: SampleAnswer): SampleAnswer {
  if (!isPage(answer.body)) return answer;
  const query = new URLSearchParams(request.originalUrl.split('?')[1]);
  const { next: _, ...page } = answer.body as { values: unknown[]; next?: unknown };
  if (product === 'server') {
    const isLastPage = query.get('start') === '25';
    return { ...answer, body: { ...page, isLastPage, nextPageStart: isLastPage ? null : 25 } };
  }
  if (query.get('page') === '2') return { ...answer, body: page };
  const here = `http://${request.headers.host}${roots.cloud}${request.originalUrl}`;
  return { ...answer, body: { ...page, next: here.replace('page=1', 'page=2') } };
}

/** As Bitbucket refuses, in a body of both products. */
const refusing: ErrorRequestHandler = (
  error: { status?: number; message?: string },
  _request,
  response,
  _next,
) => {
  const message = error.message ?? 'unknown';
  response.status(error.status ?? 500).json({ error: { message }, errors: [{ message }] });
};
