/**
 * The example service on Express. Run it against the emulator with `npm run demo -- --serve`. For a real Bitbucket set
 * BASE_URL to an https address that the world reaches, and leave API_URL and SITE_URL out.
 */
import { createExpressHandler } from 'bitbucket-sdk/express';
import express, { type ErrorRequestHandler } from 'express';
import { createHostService, readEnvironment } from './service/host-service.ts';
import { toAnswer } from './service/to-answer.ts';

const environment = readEnvironment(process.env);
const service = createHostService(environment);
const server = express();

// A webhook's signature is over its bytes, so the app comes before any body parser.
server.use('/bitbucket', createExpressHandler(service.bitbucket.fetch));

const api = express.Router().use(express.json());
api.get('/install', async (request, response) => {
  const { session, url } = await service.beginInstall(request.headers.cookie);
  response.cookie('session', session, { httpOnly: true, sameSite: 'lax' }).redirect(url);
});
api.get('/search-address', async (_, response) => void response.json(await service.searchAddress()));
api.get('/repositories', async ({ query }, response) => {
  response.json(await service.findRepositories(text(query['query'])));
});
api.post('/repositories', async ({ body }, response) => {
  response.status(201).json(await service.linkRepository(body.identifier));
});
api.get('/releases', async ({ query }, response) => {
  response.json(await service.compareRelease({ start: text(query['start']), end: text(query['end']) ?? '' }));
});
api.post(
  '/issues',
  async ({ body }, response) => void response.status(201).json(await service.createIssue(body)),
);
api.get('/source', async ({ query }, response) => {
  const line = Number(query['line'] ?? 1);
  response.json(await service.openSource({ path: text(query['path']) ?? '', ref: text(query['ref']), line }));
});
api.get(
  '/owners',
  async ({ query }, response) => void response.json(await service.ownersOf(text(query['path']) ?? '')),
);
api.get('/received', (_, response) => void response.json(service.received()));
api.get('/events', (_, response) => void response.json(service.events()));

const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
  const { status, body } = toAnswer(error);
  response.status(status).json(body);
};
server.use('/api', api).use(answerError);

const listening = server.listen(environment.port, '127.0.0.1', () => {
  console.log(`listening on ${environment.origin}`);
});

process.once('SIGTERM', async () => {
  listening.close();
  listening.closeAllConnections();
  await service.close();
});

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
