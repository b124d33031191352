/** The routes of Bitbucket Cloud whose success may have no body: a call of any other one that comes back empty has failed. */

/** Actions and settings that answer with nothing, and questions whose answer may be that there is nothing. */
const emptyAnswers: ReadonlySet<string> = new Set([
  'PUT /addon',
  'PUT /repositories/{workspace}/{repo_slug}/commit/{commit}/properties/{app_key}/{property_name}',
  'POST /repositories/{workspace}/{repo_slug}/downloads',
  'POST /repositories/{workspace}/{repo_slug}/environments/{environment_uuid}/changes',
  'POST /repositories/{workspace}/{repo_slug}/issues/export',
  'POST /repositories/{workspace}/{repo_slug}/issues/{issue_id}/attachments',
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote',
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/vote',
  'GET /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch',
  'PUT /repositories/{workspace}/{repo_slug}/issues/{issue_id}/watch',
  'PUT /repositories/{workspace}/{repo_slug}/override-settings',
  'POST /repositories/{workspace}/{repo_slug}/pipelines/{pipeline_uuid}/stopPipeline',
  'PUT /repositories/{workspace}/{repo_slug}/properties/{app_key}/{property_name}',
  'POST /repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge',
  'PUT /repositories/{workspace}/{repo_slug}/pullrequests/{pullrequest_id}/properties/{app_key}/{property_name}',
  'POST /repositories/{workspace}/{repo_slug}/src',
  'GET /snippets/{workspace}/{encoded_id}/watch',
  'PUT /snippets/{workspace}/{encoded_id}/watch',
  'PUT /users/{selected_user}/properties/{app_key}/{property_name}',
]);

/** A deletion never owes a body, nor does HEAD. */
export const mayBeEmpty = (route: string): boolean =>
  route.startsWith('DELETE ') || route.startsWith('HEAD ') || emptyAnswers.has(route);
