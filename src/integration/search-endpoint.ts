/** `GET …/search`: what the issue forms ask as somebody types, repositories and issues. */
import { ApiError, FeatureRemovedError } from '../errors/api-error.ts';
import { AuthError } from '../errors/auth-error.ts';
import { isBitbucketError } from '../errors/bitbucket-error.ts';
import { checkOptions } from '../errors/check-options.ts';
import { ConfigError } from '../errors/config-error.ts';
import { TransportError } from '../errors/transport-error.ts';
import { type Authorize, askHost } from '../http/host-authorization.ts';
import type { InboundHandler } from '../http/inbound.ts';
import { type Logger, silentLogger } from '../shared/logger.ts';
import type { BitbucketIntegration } from './integration.ts';
import type { IntegrationRecord, IntegrationStore } from './integrations.ts';
import { isFullName } from './repository-name.ts';

export interface SearchEndpointOptions {
  readonly integrations: Pick<IntegrationStore, 'get'>;
  /** Puts an integration's record to work. */
  readonly work: (record: IntegrationRecord) => BitbucketIntegration;
  /** The host's word on who may search. Without it everybody is refused. */
  readonly authorize?: Authorize | undefined;
  readonly logger?: Logger | undefined;
}

/** An entry of a select. */
export interface SearchChoice {
  readonly label: string;
  readonly value: string | number;
}

const optionNames = ['integrations', 'work', 'authorize', 'logger'];

/** What is answered instead of a list: `{ "error": code, "detail": text }`. */
interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * The endpoint behind `GET /organizations/:organizationId/integrations/:integrationId/search`. Answers a JSON list of
 * `{ label, value }`, or `{ error, detail }`.
 *
 * - `?field=repo&query=` lists repositories, exact names before others.
 * - `?field=externalIssue&query=&repo=` lists issues by title, `#12 It breaks` with 12 as value.
 *
 * 400 names what is missing or wrong, also a repository without issue tracker (`no_issue_tracker`) · 403 the host does
 * not let the user search · 404 the integration is unknown, disabled or another organization's, or Bitbucket shows it no
 * such repository · 405 not GET · 409 the integration has to be installed again · 410 Bitbucket has removed its issue
 * tracker (`feature_removed`) · 502 Bitbucket refused for another reason · 503 Bitbucket cannot be reached or is busy
 * (with `Retry-After` where it gave one), or a function of the host's failed.
 *
 * @throws ConfigError `invalid_option`, when it is made and not when it is called
 */
export function createSearchEndpoint(options: SearchEndpointOptions): InboundHandler {
  checkOptions('createSearchEndpoint', options, optionNames);
  if (typeof options.work !== 'function' || typeof options.integrations?.get !== 'function') {
    throw new ConfigError('integrations', 'the store or work is missing', 'Pass { integrations, work }');
  }
  const { logger = silentLogger } = options;
  return async (request, { route = {} } = {}) => {
    const organizationId = route['organizationId'] ?? '';
    const integrationId = route['integrationId'] ?? '';
    try {
      const target = { organizationId, integrationId };
      const found = await answer(request, target, options);
      return 'status' in found ? refuse(found) : respond(200, found);
    } catch (error) {
      const refusal = refusalOf(error);
      const code = isBitbucketError(error) ? error.code : 'host_failed';
      const level = refusal.status >= 500 ? 'error' : 'warn';
      logger[level]('search refused', { organizationId, integrationId, code, status: refusal.status });
      return refuse(refusal);
    }
  };
}

interface Target {
  readonly organizationId: string;
  readonly integrationId: string;
}

async function answer(
  request: Request,
  target: Target,
  { integrations, work, authorize }: SearchEndpointOptions,
): Promise<readonly SearchChoice[] | Refusal> {
  if (request.method !== 'GET') {
    return { status: 405, error: 'method_not_allowed', detail: 'Ask with GET', headers: { allow: 'GET' } };
  }
  const user = await askHost(authorize, request, { action: 'search', ...target });
  if (user === undefined) return { status: 403, error: 'forbidden', detail: 'You may not search here' };
  const record = await integrations.get(target.integrationId);
  const isIt = record?.provider === 'bitbucket' && record.organizationId === target.organizationId;
  if (!isIt || record.status !== 'active') {
    return { status: 404, error: 'not_found', detail: 'There is no such integration' };
  }
  const search = readSearch(new URL(request.url).searchParams);
  if ('status' in search) return search;
  const { signal } = request;
  return search.field === 'repo'
    ? findRepositories(work(record), search.query, signal)
    : findIssues(work(record), search, signal);
}

interface Search {
  readonly field: 'repo' | 'externalIssue';
  readonly query: string;
  readonly repo: string;
}

function readSearch(parameters: URLSearchParams): Search | Refusal {
  const field = parameters.get('field') ?? '';
  const query = parameters.get('query') ?? '';
  const repo = parameters.get('repo') ?? '';
  if (field === '') return missing('field');
  if (query.trim() === '') return missing('query');
  if (field !== 'repo' && field !== 'externalIssue') {
    return badRequest('unknown_field', 'field must be repo or externalIssue');
  }
  if (field === 'externalIssue' && repo === '') return missing('repo');
  if (field === 'externalIssue' && !isFullName(repo)) {
    return badRequest('invalid_parameter', 'repo must be written workspace/repository');
  }
  return { field, query, repo };
}

const badRequest = (error: string, detail: string): Refusal => ({ status: 400, error, detail });
const missing = (name: string): Refusal => badRequest('missing_parameter', `${name} is a required parameter`);

async function findRepositories(
  integration: BitbucketIntegration,
  query: string,
  signal: AbortSignal,
): Promise<SearchChoice[]> {
  const found = await integration.getRepositories(query, { signal });
  return found.map(({ identifier }) => ({ label: identifier, value: identifier }));
}

async function findIssues(
  integration: BitbucketIntegration,
  { query, repo }: Search,
  signal: AbortSignal,
): Promise<SearchChoice[]> {
  const found = await integration.searchIssues(query, { repo, signal });
  return found.map(({ key, title }) => ({ label: `#${key} ${title}`, value: key }));
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof FeatureRemovedError) {
    const since = error.removedOn === undefined ? '' : ` on ${error.removedOn}`;
    const advice = error.replacement === undefined ? '' : `. ${error.replacement}`;
    return { status: 410, error: error.code, detail: `Bitbucket removed this feature${since}${advice}` };
  }
  if (error instanceof AuthError) {
    return { status: 409, error: error.code, detail: 'The integration has to be installed again' };
  }
  if (error instanceof TransportError) return unavailable('Bitbucket cannot be reached');
  if (error instanceof ApiError) return refusalOfBitbucket(error);
  return unavailable('The search failed');
}

function refusalOfBitbucket({ code, status, retryAfter }: ApiError): Refusal {
  if (code === 'no_issue_tracker') return badRequest(code, 'The Bitbucket repository has no issue tracker');
  if (status === 429 || status >= 500) {
    const headers = retryAfter === undefined ? undefined : { 'retry-after': String(Math.ceil(retryAfter)) };
    return { ...unavailable('Bitbucket is busy or broken; try again later'), headers };
  }
  if (code === 'not_found' || code === 'forbidden') {
    return { status: 404, error: 'repository_not_found', detail: 'Bitbucket shows no such repository' };
  }
  return { status: 502, error: 'bitbucket_refused', detail: 'Bitbucket refused the search' };
}

const unavailable = (detail: string): Refusal => ({ status: 503, error: 'unavailable', detail });

const refuse = ({ status, error, detail, headers }: Refusal): Response =>
  respond(status, { error, detail }, headers);

/** Names of repositories and titles of issues are for the one who asked. */
function respond(status: number, body: unknown, headers?: Readonly<Record<string, string>>): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
