/** What routes of Bitbucket Cloud answer where the file says nothing of it, and the shapes for that. */
import { objectOf, refTo, type Schema } from '../openapi.ts';
import type { KnownAnswer, Rule } from './rule.ts';

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };
const flag: Schema = { type: 'boolean' };
const record: Schema = { type: 'object' };
const link = refTo('link');

const cloudPage = (items: Schema): Schema =>
  objectOf({
    next: text,
    page: integer,
    pagelen: integer,
    previous: text,
    size: integer,
    values: { type: 'array', items },
  });

const shapes: Readonly<Record<string, Schema>> = {
  download: objectOf(
    {
      created_on: text,
      downloads: integer,
      links: objectOf({ self: link }),
      name: text,
      size: integer,
      type: text,
      user: refTo('account'),
    },
    ['name'],
  ),
  email_address: objectOf(
    { email: text, is_confirmed: flag, is_primary: flag, links: objectOf({ self: link }), type: text },
    ['email'],
  ),
  merge_task: objectOf(
    { links: objectOf({ self: link }), merge_result: refTo('pullrequest'), task_status: text },
    ['task_status'],
  ),
  pullrequest_activity: objectOf({
    approval: objectOf({ date: text, pullrequest: refTo('short_pullrequest'), user: refTo('account') }),
    changes_requested: objectOf({
      date: text,
      pullrequest: refTo('short_pullrequest'),
      user: refTo('account'),
    }),
    comment: refTo('pullrequest_comment'),
    pull_request: refTo('short_pullrequest'),
    update: objectOf({
      author: refTo('account'),
      changes: record,
      date: text,
      description: text,
      destination: refTo('pullrequest_endpoint'),
      reason: text,
      source: refTo('pullrequest_endpoint'),
      state: text,
      title: text,
    }),
  }),
};

export const cloudAddedShapes: Rule = {
  name: 'added-shapes',
  why: 'Downloads, e-mail addresses, merge tasks and pull request activity have no shape in the file, only examples',
  products: ['cloud'],
  apply(api) {
    for (const [name, schema] of Object.entries(shapes)) {
      if (api.schemas[name] !== undefined) throw new Error(`${name} is declared by now`);
      api.schemas[name] = schema;
    }
    return Object.keys(shapes);
  },
};

const repository = '/repositories/{workspace}/{repo_slug}';
const steps = `${repository}/pipelines/{pipeline_uuid}/steps/{step_uuid}`;
const snippet = '/snippets/{workspace}/{encoded_id}';
const openId = '/workspaces/{workspace}/pipelines-config/identity/oidc';

export const cloudAnswers: Readonly<Record<string, KnownAnswer>> = {
  'GET /addon/{addon_key}/client-key': record,
  [`POST ${repository}/commit/{commit}/comments`]: refTo('commit_comment'),
  [`PUT ${repository}/commit/{commit}/comments/{comment_id}`]: refTo('commit_comment'),
  [`GET ${repository}/diff/{spec}`]: 'text',
  [`GET ${repository}/downloads`]: cloudPage(refTo('download')),
  [`POST ${repository}/issues/{issue_id}/comments`]: refTo('issue_comment'),
  [`GET ${repository}/issues/{issue_id}/vote`]: 'nothing',
  [`GET ${repository}/issues/{issue_id}/watch`]: 'nothing',
  [`GET ${repository}/patch/{spec}`]: 'text',
  [`GET ${steps}/log`]: 'text',
  [`GET ${steps}/logs/{log_uuid}`]: 'text',
  [`GET ${steps}/test_reports`]: record,
  [`GET ${steps}/test_reports/test_cases`]: record,
  [`GET ${steps}/test_reports/test_cases/{test_case_uuid}/test_case_reasons`]: record,
  [`GET ${repository}/pullrequests/activity`]: cloudPage(refTo('pullrequest_activity')),
  [`GET ${repository}/pullrequests/{pull_request_id}/activity`]: cloudPage(refTo('pullrequest_activity')),
  [`GET ${repository}/pullrequests/{pull_request_id}/commits`]: refTo('paginated_changeset'),
  [`GET ${repository}/pullrequests/{pull_request_id}/merge/task-status/{task_id}`]: refTo('merge_task'),
  [`GET ${snippet}/watch`]: 'nothing',
  [`GET ${snippet}/{node_id}/files/{path}`]: 'text',
  [`GET ${snippet}/{revision}/diff`]: 'text',
  [`GET ${snippet}/{revision}/patch`]: 'text',
  'GET /user/emails': cloudPage(refTo('email_address')),
  'GET /user/emails/{email}': refTo('email_address'),
  [`GET ${openId}/.well-known/openid-configuration`]: record,
  [`GET ${openId}/keys.json`]: record,
  'GET /workspaces/{workspace}/settings/gpg/public-key': 'text',
};
