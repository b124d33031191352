/** Tries a pasted credential by calls that it may make whatever it belongs to, and reads the workspace from the answers. */
import { accessToken } from '../../auth/access-token.ts';
import { apiToken } from '../../auth/basic.ts';
import { BitbucketApiClient } from '../../cloud/client.ts';
import { quoteLiteral } from '../../cloud/literal.ts';
import { splitRepo } from '../../cloud/repo.ts';
import type { Repository } from '../../cloud/types.ts';
import { ApiError } from '../../errors/api-error.ts';
import { IntegrationFormError } from '../../errors/integration-form-error.ts';
import { TransportError } from '../../errors/transport-error.ts';
import type { Authorizer } from '../../http/authorizer.ts';
import type { ClientOptions } from '../../http/client-options.ts';
import { isRecord } from '../../shared/types.ts';
import type { CloudCredentials, WorkspaceGrant } from '../cloud-credentials.ts';
import { isFullName } from '../repository-name.ts';
import type { CheckedCredentialForm, PastedCredential } from './credential-form.ts';
import { missingScopes, neededScopes, readScopes } from './needed-scopes.ts';
import type { CloudTarget } from './target.ts';
import { isUuid, toWorkspaceFacts, type WorkspaceFacts } from './workspace-facts.ts';

export interface ProbeCalls {
  /** For the client: where the API answers, a fetch, limits. */
  readonly client?: Omit<ClientOptions, 'auth'> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What the credential opens, once Bitbucket let it read what it is for. Never asks for `/user`, which tokens of
 * repositories, projects and workspaces may not.
 *
 * @throws IntegrationFormError by field: `token` that is not accepted or lacks scopes, `target` that it does not see
 * @throws ApiError, TransportError that say nothing of credential or target
 */
export async function probeCredential(
  { target, credential }: CheckedCredentialForm,
  { client: options, signal }: ProbeCalls = {},
): Promise<WorkspaceGrant> {
  const client = new BitbucketApiClient({ ...options, auth: authorizerOf(credential), retry: { limit: 0 } });
  const probe = { client, credential, signal };
  if (target.kind === 'repository') return probeRepository(target, probe);
  const { scopes, first } = await listFirst(target, probe);
  // Every token sees what is public. What a person administers need not be what comes first.
  if (first !== undefined && credential.type === 'accessToken') {
    await checkHooks(first.full_name, target, probe);
  }
  const workspace =
    first === undefined
      ? await readWorkspace(target, probe)
      : toWorkspaceFacts(Reflect.get(first, 'workspace'));
  const isProject = target.kind === 'project';
  return {
    workspace,
    credentials: { ...credential, ...(isProject ? { project: target.projectKey } : {}) },
    scopes,
    ...(isProject ? { name: `${workspace.slug}/projects/${target.projectKey}` } : {}),
  };
}

interface Probe {
  readonly client: BitbucketApiClient;
  readonly credential: PastedCredential;
  readonly signal: AbortSignal | undefined;
}

const authorizerOf = (credential: PastedCredential): Authorizer =>
  credential.type === 'apiToken' ? apiToken(credential) : accessToken(credential.token);

async function probeRepository(
  target: Extract<CloudTarget, { readonly kind: 'repository' }>,
  probe: Probe,
): Promise<WorkspaceGrant> {
  const path = splitRepo(target.fullName);
  const { client, credential, signal } = probe;
  const { data, response } = await asked(
    client.requestRaw('GET /repositories/{workspace}/{repo_slug}', { path, signal }),
    target,
    credential,
  );
  const scopes = checkScopes(response, credential);
  const facts = toWorkspaceFacts(Reflect.get(data, 'workspace'));
  if (!isUuid(data.uuid)) throw new TransportError('bad_answer', 'Bitbucket answered without the repository');
  await checkHooks(target.fullName, target, probe);
  const credentials: CloudCredentials = { ...credential, repository: data.uuid };
  return { workspace: facts, credentials, scopes, name: data.full_name };
}

/** What was connected without a right to its hooks would never tell of a push. */
async function checkHooks(
  repo: string,
  { kind }: CloudTarget,
  { client, credential, signal }: Probe,
): Promise<void> {
  try {
    const path = splitRepo(repo);
    await client.request('GET /repositories/{workspace}/{repo_slug}/hooks', {
      path,
      query: { pagelen: 1 },
      signal,
    });
  } catch (error) {
    if (!(error instanceof ApiError && [401, 403, 404].includes(error.status))) throw error;
    const scopes = `the scopes ${neededScopes(credential.type).join(', ')}`;
    const token =
      kind === 'repository'
        ? `This token reads the repository, but may not manage its webhooks: it needs to administer the repository, and ${scopes}.`
        : `This token may not manage webhooks in the ${kind}. Use a token of the ${kind} itself with ${scopes}, or name ` +
          'the repository that it is for as workspace/repository.';
    throw new IntegrationFormError({ token }, { cause: error });
  }
}

async function listFirst(
  target: Exclude<CloudTarget, { readonly kind: 'repository' }>,
  { client, credential, signal }: Probe,
): Promise<{ readonly scopes: readonly string[]; readonly first: Repository | undefined }> {
  const { workspace } = target;
  const filter = target.kind === 'project' ? { q: `project.key=${quoteLiteral(target.projectKey)}` } : {};
  const { data, response } = await asked(
    client.requestRaw('GET /repositories/{workspace}', {
      path: { workspace },
      query: { pagelen: 1, ...filter },
      signal,
    }),
    target,
    credential,
  );
  const page: unknown = data;
  if (!isRecord(page) || !Array.isArray(page['values'])) {
    throw new TransportError(
      'bad_answer',
      'Bitbucket answered with something that is no page of repositories',
    );
  }
  const first = data.values?.[0];
  if (first !== undefined && !isFullName(String(first.full_name))) {
    throw new TransportError('bad_answer', 'Bitbucket answered with a repository without a name');
  }
  return { scopes: checkScopes(response, credential), first };
}

/** A workspace that has no repositories yet, or shows none, has to be read by itself; a project may as well not exist. */
async function readWorkspace(
  { workspace, kind }: CloudTarget,
  { client, signal }: Probe,
): Promise<WorkspaceFacts> {
  const target =
    `This token sees no repository of the ${kind}. Check the name; give the token access to a repository first, or ` +
    'name one as workspace/repository.';
  if (kind === 'project') throw new IntegrationFormError({ target });
  try {
    return toWorkspaceFacts(
      await client.request('GET /workspaces/{workspace}', { path: { workspace }, signal }),
    );
  } catch (error) {
    if (!(error instanceof ApiError && [401, 403, 404].includes(error.status))) throw error;
    throw new IntegrationFormError({ target }, { cause: error });
  }
}

/** A refusal in the words of the form. */
async function asked<T>(call: Promise<T>, { kind }: CloudTarget, { type }: PastedCredential): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const fields = refusals[error.status]?.(kind, type);
    throw fields === undefined ? error : new IntegrationFormError(fields, { cause: error });
  }
}

type Refusal = (
  kind: CloudTarget['kind'],
  type: PastedCredential['type'],
) => Readonly<Record<string, string>>;

const refusals: Readonly<Record<number, Refusal>> = {
  401: (_, type) => ({
    token:
      type === 'apiToken'
        ? 'Bitbucket does not accept this token with this e-mail address. Check both, and that the token has not expired.'
        : 'Bitbucket does not accept this token. Check it, and that it has not expired.',
  }),
  403: (kind, type) => ({
    token: `Bitbucket does not let this token read the ${kind}. It needs the scopes ${neededScopes(type).join(', ')}.`,
  }),
  404: (kind) => ({
    target: `Bitbucket shows this token no such ${kind}. Check the name, and what the token is for.`,
  }),
};

/** @throws IntegrationFormError naming what the token lacks, where Bitbucket says what it has */
function checkScopes({ headers }: Response, { type }: PastedCredential): readonly string[] {
  const scopes = readScopes(headers.get('x-oauth-scopes'));
  const missing = missingScopes(type, scopes);
  if (missing.length === 0) return scopes;
  throw new IntegrationFormError({
    token: `This token lacks scopes that are needed: ${missing.join(', ')}.`,
  });
}
