/** The workspaces of the person who granted access. */
import { BitbucketApiClient } from '../../cloud/client.ts';
import type { Authorizer } from '../../http/authorizer.ts';
import type { ClientOptions } from '../../http/client-options.ts';
import { toWorkspaceFacts, type WorkspaceFacts } from './workspace-facts.ts';

/** More than anybody can choose from; the pages end here whatever Bitbucket says. */
const mostWorkspaces = 1_000;

/**
 * Each once, in Bitbucket's order; 1,000 at most. Needs the scope `account`.
 *
 * @throws ApiError, TransportError, AuthError
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/api-group-workspaces/
 */
export async function listOwnWorkspaces(
  auth: Authorizer,
  options: Omit<ClientOptions, 'auth'>,
): Promise<readonly WorkspaceFacts[]> {
  const client = new BitbucketApiClient({ ...options, auth });
  const found = new Map<string, WorkspaceFacts>();
  const query = { pagelen: 100 };
  for await (const { workspace } of client.paginate('GET /user/workspaces', {
    query,
    maxItems: mostWorkspaces,
  })) {
    const facts = toWorkspaceFacts(workspace);
    found.set(facts.uuid, facts);
  }
  return [...found.values()];
}
