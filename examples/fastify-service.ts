/** The example service on Fastify; what it needs of its environment is told in express-service.ts. */
import { createFastifyPlugin } from 'bitbucket-sdk/fastify';
import fastify from 'fastify';
import { createHostService, readEnvironment } from './service/host-service.ts';
import { toAnswer } from './service/to-answer.ts';

const environment = readEnvironment(process.env);
const service = createHostService(environment);
const server = fastify({ forceCloseConnections: true });

// In a scope of its own: Fastify's JSON parser stays as it is for all other routes.
await server.register(createFastifyPlugin(service.bitbucket.fetch), { prefix: '/bitbucket' });

type Query = Partial<Record<string, string>>;

server.get('/api/install', async (request, reply) => {
  const { session, url } = await service.beginInstall(request.headers.cookie);
  return reply.header('set-cookie', `session=${session}; Path=/; HttpOnly; SameSite=Lax`).redirect(url);
});
server.get('/api/search-address', async () => JSON.stringify(await service.searchAddress()));
server.get<{ Querystring: Query }>('/api/repositories', ({ query }) =>
  service.findRepositories(query['query']),
);
server.post<{ Body: { identifier: string } }>('/api/repositories', ({ body }) =>
  service.linkRepository(body.identifier),
);
server.get<{ Querystring: Query }>('/api/releases', ({ query }) =>
  service.compareRelease({ start: query['start'], end: query['end'] ?? '' }),
);
server.post<{ Body: { title: string; description: string } }>('/api/issues', ({ body }) =>
  service.createIssue(body),
);
server.get<{ Querystring: Query }>('/api/source', ({ query }) =>
  service.openSource({ path: query['path'] ?? '', ref: query['ref'], line: Number(query['line'] ?? 1) }),
);
server.get<{ Querystring: Query }>('/api/owners', ({ query }) => service.ownersOf(query['path'] ?? ''));
server.get('/api/received', async () => service.received());
server.get('/api/events', async () => service.events());

server.setErrorHandler((error, _request, reply) => {
  const { status, body } = toAnswer(error);
  return reply.status(status).send(body);
});

await server.listen({ port: environment.port, host: '127.0.0.1' });
console.log(`listening on ${environment.origin}`);

process.once('SIGTERM', async () => {
  await server.close();
  await service.close();
});
