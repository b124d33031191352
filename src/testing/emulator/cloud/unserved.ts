/** The addresses that Bitbucket has and the emulator does not serve, so that nobody takes its answer for a missing item. */
import type { Route } from './call.ts';
import { RestError } from './errors.ts';

/** By what they begin with: the methods and the rest. A test holds them to the OpenAPI file. */
const unserved: Readonly<Record<string, readonly string[]>> = {
  '/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}': [
    'GET /conflicts',
    'GET /mergeability/checks',
  ],
  '/repositories/{workspace}/{repo_slug}': [
    'GET POST /branch-restrictions',
    'GET PUT DELETE /branch-restrictions/{id}',
    'GET /branching-model',
    'GET PUT /branching-model/settings',
    'POST DELETE /commit/{commit}/approve',
    'GET PUT DELETE /commit/{commit}/properties/{app_key}/{property_name}',
    'GET /commit/{commit}/pullrequests',
    'GET /commit/{commit}/reports',
    'GET PUT DELETE /commit/{commit}/reports/{reportId}',
    'GET POST /commit/{commit}/reports/{reportId}/annotations',
    'GET PUT DELETE /commit/{commit}/reports/{reportId}/annotations/{annotationId}',
    'GET POST /deploy-keys',
    'GET PUT DELETE /deploy-keys/{key_id}',
    'GET /deployments',
    'GET /deployments/{deployment_uuid}',
    'GET POST /deployments_config/environments/{environment_uuid}/variables',
    'PUT DELETE /deployments_config/environments/{environment_uuid}/variables/{variable_uuid}',
    'GET POST /downloads',
    'GET DELETE /downloads/{filename}',
    'GET /effective-branching-model',
    'GET POST /environments',
    'GET DELETE /environments/{environment_uuid}',
    'POST /environments/{environment_uuid}/changes',
    'GET /file-conflicts/{spec}',
    'GET /merge-base/{revspec}',
    'GET PUT /override-settings',
    'GET /permissions-config/groups',
    'GET PUT DELETE /permissions-config/groups/{group_slug}',
    'GET /permissions-config/users',
    'GET PUT DELETE /permissions-config/users/{selected_user_id}',
    'GET POST /pipelines',
    'GET DELETE /pipelines-config/caches',
    'DELETE /pipelines-config/caches/{cache_uuid}',
    'GET /pipelines-config/caches/{cache_uuid}/content-uri',
    'GET POST /pipelines-config/runners',
    'GET PUT DELETE /pipelines-config/runners/{runner_uuid}',
    'GET /pipelines/{pipeline_uuid}',
    'GET /pipelines/{pipeline_uuid}/steps',
    'GET /pipelines/{pipeline_uuid}/steps/{step_uuid}',
    'GET /pipelines/{pipeline_uuid}/steps/{step_uuid}/log',
    'GET /pipelines/{pipeline_uuid}/steps/{step_uuid}/logs/{log_uuid}',
    'GET /pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports',
    'GET /pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports/test_cases',
    'GET /pipelines/{pipeline_uuid}/steps/{step_uuid}/test_reports/test_cases/{test_case_uuid}/test_case_reasons',
    'POST /pipelines/{pipeline_uuid}/stopPipeline',
    'GET PUT /pipelines_config',
    'PUT /pipelines_config/build_number',
    'GET POST /pipelines_config/schedules',
    'GET PUT DELETE /pipelines_config/schedules/{schedule_uuid}',
    'GET /pipelines_config/schedules/{schedule_uuid}/executions',
    'GET PUT DELETE /pipelines_config/ssh/key_pair',
    'GET POST /pipelines_config/ssh/known_hosts',
    'GET PUT DELETE /pipelines_config/ssh/known_hosts/{known_host_uuid}',
    'GET POST /pipelines_config/variables',
    'GET PUT DELETE /pipelines_config/variables/{variable_uuid}',
    'GET PUT DELETE /properties/{app_key}/{property_name}',
    'GET /pullrequests/activity',
    'GET PUT DELETE /pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}',
    'GET /watchers',
  ],
  '/snippets': [
    'POST',
    'GET POST /{workspace}',
    'GET PUT DELETE /{workspace}/{encoded_id}',
    'GET POST /{workspace}/{encoded_id}/comments',
    'GET PUT DELETE /{workspace}/{encoded_id}/comments/{comment_id}',
    'GET /{workspace}/{encoded_id}/commits',
    'GET /{workspace}/{encoded_id}/commits/{revision}',
    'GET /{workspace}/{encoded_id}/files/{path}',
    'GET PUT DELETE /{workspace}/{encoded_id}/watch',
    'GET /{workspace}/{encoded_id}/watchers',
    'GET PUT DELETE /{workspace}/{encoded_id}/{node_id}',
    'GET /{workspace}/{encoded_id}/{node_id}/files/{path}',
    'GET /{workspace}/{encoded_id}/{revision}/diff',
    'GET /{workspace}/{encoded_id}/{revision}/patch',
  ],
  '/users/{selected_user}': [
    'GET POST /gpg-keys',
    'GET DELETE /gpg-keys/{fingerprint}',
    'GET POST /pipelines_config/variables',
    'GET PUT DELETE /pipelines_config/variables/{variable_uuid}',
    'GET PUT DELETE /properties/{app_key}/{property_name}',
    'GET /search/code',
    'GET POST /ssh-keys',
    'GET PUT DELETE /ssh-keys/{key_id}',
  ],
  '/workspaces/{workspace}/projects/{project_key}': [
    'PUT DELETE',
    'GET /branching-model',
    'GET PUT /branching-model/settings',
    'GET /default-reviewers',
    'GET PUT DELETE /default-reviewers/{selected_user}',
    'GET POST /deploy-keys',
    'GET DELETE /deploy-keys/{key_id}',
    'GET /permissions-config/groups',
    'GET PUT DELETE /permissions-config/groups/{group_slug}',
    'GET /permissions-config/users',
    'GET PUT DELETE /permissions-config/users/{selected_user_id}',
  ],
  '/workspaces/{workspace}': [
    'GET /permissions/repositories',
    'GET /permissions/repositories/{repo_slug}',
    'GET /pipelines-config/identity/oidc/.well-known/openid-configuration',
    'GET /pipelines-config/identity/oidc/keys.json',
    'GET POST /pipelines-config/runners',
    'GET PUT DELETE /pipelines-config/runners/{runner_uuid}',
    'GET POST /pipelines-config/variables',
    'GET PUT DELETE /pipelines-config/variables/{variable_uuid}',
    'POST /projects',
    'GET /pullrequests/{selected_user}',
    'GET /search/code',
    'GET /settings/gpg/public-key',
  ],
  '': [
    'GET /addon/{addon_key}/client-key',
    'GET POST /teams/{username}/pipelines_config/variables',
    'GET PUT DELETE /teams/{username}/pipelines_config/variables/{variable_uuid}',
    'GET /teams/{username}/search/code',
    'GET /user/emails/{email}',
  ],
};

/** They answer 501. What Bitbucket has removed is not among them. */
export function unservedRoutes(): Route[] {
  return Object.entries(unserved).flatMap(([base, lines]) =>
    lines.flatMap((line) => {
      const words = line.split(' ');
      const rest = words.findIndex((word) => word.startsWith('/'));
      const address = base + (words[rest] ?? '');
      const methods = rest === -1 ? words : words.slice(0, rest);
      return methods.map((method) => unservedRoute(method as Route['method'], address));
    }),
  );
}

const unservedRoute = (method: Route['method'], address: string): Route => ({
  method,
  // As in the OpenAPI file, where a path of a file may have slashes.
  pattern: address.replace(/\{path\}$/, '{path...}'),
  handler: () => {
    throw new RestError(501, `The emulator does not serve ${method} /2.0${address}, which Bitbucket has.`);
  },
});
