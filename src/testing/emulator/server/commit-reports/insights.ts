/** Code insights: reports on commits, and their annotations. */
import type { Clock } from '../../../../shared/clock.ts';
import { type PerRepository, perRepository } from '../../per-repository.ts';
import { json, jsonBody, type ServerCall, type ServerRoute } from '../call.ts';
import { badArgument, badField, notPermitted, ServerError } from '../errors.ts';
import { repositoryOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { isAtLeast } from '../principal.ts';
import { personOf } from '../pull-requests/person.ts';
import type { Json } from '../shapes.ts';
import type { ServerRepository, ServerWorld } from '../world.ts';
import { hashOf } from './builds.ts';
import { readAnnotation, readReport } from './insight-fields.ts';

interface Report {
  /** The key of who made it, who alone replaces it. */
  readonly author: string;
  readonly fields: Json;
  annotations: Json[];
}

interface Rooms {
  readonly world: ServerWorld;
  readonly now: Clock;
  /** By commit and key. */
  readonly book: PerRepository<Map<string, Map<string, Report>>>;
}

/** `plugin.bitbucket-code-insights.pullrequest.annotations.max`, as a server has it at first. */
const mostAnnotations = 1_000;

export function insightRoutes(world: ServerWorld, now: Clock): ServerRoute[] {
  const rooms: Rooms = { world, now, book: perRepository(() => new Map()) };
  const commit = '/projects/{projectKey}/repos/{repositorySlug}/commits/{commitId}';
  const one = `${commit}/reports/{key}`;
  const some = `${one}/annotations`;
  const route = (
    method: ServerRoute['method'],
    pattern: string,
    action: (call: ServerCall, rooms: Rooms) => Promise<Response> | Response,
  ): ServerRoute => ({ method, pattern, handler: (call) => action(call, rooms) });
  return [
    route('GET', `${commit}/reports`, listReports),
    route('GET', `${commit}/annotations`, listAnnotations),
    route('GET', one, (call) => json(reportOf(call, rooms).fields)),
    route('PUT', one, putReport),
    route('DELETE', one, deleteReport),
    route('GET', some, (call) => json(annotationsShape(reportOf(call, rooms).annotations))),
    route('POST', some, addAnnotations),
    route('DELETE', some, deleteAnnotations),
    route('PUT', `${some}/{externalId}`, putAnnotation),
  ];
}

const keyOf = ({ params }: ServerCall): string => params['key'] ?? '';

function reportsOf(call: ServerCall, { world, book }: Rooms): Map<string, Report> {
  const { repository } = repositoryOf(world, call);
  const commit = hashOf(call);
  const commits = book(repository);
  const known = commits.get(commit) ?? new Map<string, Report>();
  commits.set(commit, known);
  return known;
}

function reportOf(call: ServerCall, rooms: Rooms): Report {
  const found = reportsOf(call, rooms).get(keyOf(call));
  if (found !== undefined) return found;
  throw new ServerError(
    404,
    `There is no report with the key ${keyOf(call)} on this commit.`,
    'com.atlassian.bitbucket.codeinsights.report.NoSuchInsightReportException',
  );
}

/** The report's own author and, where that is said, an admin. @throws ServerError 401 */
function mustOwn(call: ServerCall, { author }: Report, found?: ServerRepository): void {
  const own = personOf(call.principal).key === author;
  const admin = found !== undefined && isAtLeast(call.principal.roleIn(found), 'admin');
  if (!own && !admin) throw notPermitted();
}

const listReports = (call: ServerCall, rooms: Rooms): Promise<Response> =>
  pageOf(call, [...reportsOf(call, rooms).values()], ({ fields }) => fields);

/** One that is there is replaced; its annotations stay. */
async function putReport(call: ServerCall, rooms: Rooms): Promise<Response> {
  const reports = reportsOf(call, rooms);
  const { key: author } = personOf(call.principal);
  const body = await jsonBody(call);
  const before = reports.get(keyOf(call));
  if (before !== undefined) mustOwn(call, before);
  const createdDate = typeof body['createdDate'] === 'number' ? body['createdDate'] : rooms.now();
  const fields = { key: keyOf(call), createdDate, ...readReport(body) };
  reports.set(keyOf(call), { author, fields, annotations: before?.annotations ?? [] });
  return json(fields);
}

function deleteReport(call: ServerCall, rooms: Rooms): Response {
  mustOwn(call, reportOf(call, rooms), repositoryOf(rooms.world, call));
  reportsOf(call, rooms).delete(keyOf(call));
  return new Response(null, { status: 204 });
}

const annotationsShape = (annotations: readonly Json[]): Json => ({
  totalCount: annotations.length,
  annotations,
});

/** Of all reports, as far as each filter that is named allows. */
function listAnnotations(call: ServerCall, rooms: Rooms): Response {
  const filters = ['severity', 'path', 'externalId', 'type'].map(
    (name) => [name, call.query.getAll(name)] as const,
  );
  const keys = call.query.getAll('key');
  const reports = [...reportsOf(call, rooms).values()];
  const found = reports
    .flatMap(({ annotations }) => annotations)
    .filter((one) => keys.length === 0 || keys.includes(String(one['reportKey'])))
    .filter((one) =>
      filters.every(([name, wanted]) => wanted.length === 0 || wanted.includes(String(one[name] ?? ''))),
    );
  return json(annotationsShape(found));
}

/** All of them or none: one too many refuses the whole call. Nothing is put in the place of what is there. */
async function addAnnotations(call: ServerCall, rooms: Rooms): Promise<Response> {
  const { annotations: given } = await jsonBody(call);
  const report = reportOf(call, rooms);
  mustOwn(call, report);
  if (!Array.isArray(given) || given.length === 0)
    throw badField('annotations', 'At least one annotation is required.');
  const added = given.map((one: unknown) => ({ reportKey: keyOf(call), ...readAnnotation(one) }));
  mustHaveRoom(report.annotations.length + added.length);
  report.annotations = [...report.annotations, ...added];
  return new Response(null, { status: 204 });
}

function mustHaveRoom(count: number): void {
  if (count > mostAnnotations)
    throw badArgument(`A report has at most ${mostAnnotations} annotations, and would have ${count}.`);
}

async function putAnnotation(call: ServerCall, rooms: Rooms): Promise<Response> {
  const body = await jsonBody(call);
  const report = reportOf(call, rooms);
  mustOwn(call, report);
  const { externalId = '' } = call.params;
  const others = report.annotations.filter((one) => one['externalId'] !== externalId);
  mustHaveRoom(others.length + 1);
  report.annotations = [...others, { reportKey: keyOf(call), ...readAnnotation({ ...body, externalId }) }];
  return new Response(null, { status: 204 });
}

function deleteAnnotations(call: ServerCall, rooms: Rooms): Response {
  const report = reportOf(call, rooms);
  mustOwn(call, report, repositoryOf(rooms.world, call));
  const named = call.query.getAll('externalId');
  report.annotations = report.annotations.filter(
    ({ externalId }) => named.length > 0 && !named.includes(String(externalId)),
  );
  return new Response(null, { status: 204 });
}
