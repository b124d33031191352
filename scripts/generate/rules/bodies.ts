/** Rules for what calls send. */
import type { Body, Product } from '../api.ts';
import { refTo, type Schema } from '../openapi.ts';
import { bodyOnly } from '../structure.ts';
import { type KnownBody, operationRule, type Rule } from './rule.ts';

const record: Schema = { type: 'object' };

const bodies: Readonly<Record<Exclude<KnownBody, Schema>, Body>> = {
  files: { kind: 'form', forms: ['FormData'] },
  form: { kind: 'form', forms: ['URLSearchParams'] },
  'form or files': { kind: 'form', forms: ['FormData', 'URLSearchParams'] },
  bytes: { kind: 'bytes' },
  nothing: { kind: 'none' },
};

const repository = '/repositories/{workspace}/{repo_slug}';
const project = '/workspaces/{workspace}/projects/{project_key}';

const cloudBodies: Readonly<Record<string, KnownBody>> = {
  [`PUT ${repository}/branching-model/settings`]: refTo('branching_model_settings'),
  [`POST ${repository}/commits`]: 'form',
  [`POST ${repository}/commits/{revision}`]: 'form',
  [`POST ${repository}/deploy-keys`]: refTo('deploy_key'),
  [`PUT ${repository}/deploy-keys/{key_id}`]: refTo('deploy_key'),
  [`POST ${repository}/downloads`]: 'files',
  [`POST ${repository}/hooks`]: refTo('webhook_subscription'),
  [`PUT ${repository}/hooks/{uid}`]: refTo('webhook_subscription'),
  [`POST ${repository}/issues/import`]: 'files',
  [`PUT ${repository}/issues/{issue_id}`]: refTo('issue'),
  [`POST ${repository}/issues/{issue_id}/attachments`]: 'files',
  [`PUT ${repository}/override-settings`]: refTo('repository_inheritance_state'),
  [`POST ${repository}/pipelines-config/runners`]: refTo('pipeline_runner'),
  [`PUT ${repository}/pipelines-config/runners/{runner_uuid}`]: refTo('pipeline_runner'),
  [`POST ${repository}/refs/branches`]: refTo('branch'),
  [`POST ${repository}/src`]: 'form or files',
  'PUT /snippets/{workspace}/{encoded_id}': refTo('snippet'),
  'PUT /snippets/{workspace}/{encoded_id}/{node_id}': refTo('snippet'),
  'POST /workspaces/{workspace}/hooks': refTo('webhook_subscription'),
  'PUT /workspaces/{workspace}/hooks/{uid}': refTo('webhook_subscription'),
  'POST /workspaces/{workspace}/pipelines-config/runners': refTo('pipeline_runner'),
  'PUT /workspaces/{workspace}/pipelines-config/runners/{runner_uuid}': refTo('pipeline_runner'),
  [`PUT ${project}/branching-model/settings`]: refTo('branching_model_settings'),
  [`POST ${project}/deploy-keys`]: refTo('project_deploy_key'),
};

const serverBodies: Readonly<Record<string, KnownBody>> = {
  'PUT /api/latest/hook-scripts/{scriptId}': 'files',
  'POST /api/latest/markup/preview': 'bytes',
};

/** A body that a description gives where the file declares none, or another kind. */
export function undeclaredBodies(
  product: Product,
  table: Readonly<Record<string, KnownBody>>,
  why: string,
): Rule {
  return {
    name: 'undeclared-bodies',
    why,
    products: [product],
    apply(api) {
      for (const [route, body] of Object.entries(table)) {
        const operation = api.operations.find((one) => one.route === route);
        if (operation === undefined) throw new Error(`There is no route ${route}`);
        operation.body =
          typeof body === 'string' ? bodies[body] : { kind: 'json', schema: body, required: true };
      }
      return Object.keys(table);
    },
  };
}

const snippetFiles = operationRule({
  name: 'snippet-files',
  why: 'Snippets are made and changed as JSON or as a form with their files; the file knows only the JSON',
  products: ['cloud'],
  apply(operation) {
    const { body, method, path } = operation;
    const isWrite = /^(POST|PUT)$/.test(method) && /^\/snippets(\/\{\w+\}){0,3}$/.test(path);
    if (!isWrite || body.kind !== 'json') return false;
    operation.body = { kind: 'form', forms: ['FormData'], json: body.schema };
    return true;
  },
});

const openBodies = operationRule({
  name: 'open-bodies',
  why: 'POSTs and PUTs without a declared body are actions, or take what no text describes: a record may be sent',
  products: ['cloud', 'server'],
  apply(operation) {
    if (operation.body.kind !== 'undeclared') return false;
    operation.body = { kind: 'json', schema: record, required: false };
    return true;
  },
});

/** Actions and deletions: they work with what the route says, or with defaults. */
const worksWithout =
  /^DELETE |\/(cancel|decline|export|forks|merge|rebase|reopen|restart|review|synchronize|test|unapprove|watch)$|^POST \/repositories\/\{workspace\}\/\{repo_slug\}$/;

const dueBodies = operationRule({
  name: 'due-bodies',
  why: 'Both files leave open whether most of their declared bodies must be there; all but those of actions and deletions must',
  products: ['cloud', 'server'],
  apply(operation) {
    const { body, route } = operation;
    if (body.kind !== 'json' || body.required || body.schema === record || worksWithout.test(route))
      return false;
    operation.body = { ...body, required: true };
    return true;
  },
});

const optionalType: Rule = {
  name: 'optional-type',
  why: 'The file asks for a type name in bodies too, but Bitbucket knows it from the route',
  products: ['cloud'],
  apply(api) {
    return [...bodyOnly(api)].filter((name) => {
      const schema = api.schemas[name];
      if (schema?.required?.includes('type') !== true) return false;
      schema.required = schema.required.filter((property) => property !== 'type');
      return true;
    });
  },
};

const cloudWhy =
  'POSTs and PUTs declare no body; their descriptions and examples show which shape or form they take';
const serverWhy = 'An upload and a text to render are declared as bodies of any media type';

export const bodyRules: readonly Rule[] = [
  undeclaredBodies('cloud', cloudBodies, cloudWhy),
  undeclaredBodies('server', serverBodies, serverWhy),
  snippetFiles,
  openBodies,
  dueBodies,
  optionalType,
];
