/** What routes of Bitbucket Data Center answer where the file says nothing of it, or says it wrongly. */
import { objectOf, refTo, type Schema } from '../openapi.ts';
import type { KnownAnswer, Rule } from './rule.ts';

const text: Schema = { type: 'string' };
const integer: Schema = { type: 'integer' };
const flag: Schema = { type: 'boolean' };
const record: Schema = { type: 'object' };
const texts: Schema = { type: 'array', items: text };

const pageParts = {
  isLastPage: flag,
  limit: integer,
  nextPageStart: { ...integer, nullable: true },
  size: integer,
  start: integer,
};

const serverPage = (items: Schema): Schema =>
  objectOf({ ...pageParts, values: { type: 'array', items } }, ['values']);

const shapes: Readonly<Record<string, Schema>> = {
  RestBlame: objectOf(
    {
      author: refTo('RestPerson'),
      authorTimestamp: integer,
      commitHash: text,
      commitId: text,
      committer: refTo('RestPerson'),
      committerTimestamp: integer,
      displayCommitHash: text,
      displayCommitId: text,
      fileName: text,
      lineNumber: integer,
      spannedLines: integer,
    },
    ['lineNumber', 'spannedLines'],
  ),
  RestContent: objectOf({
    ...pageParts,
    blame: { type: 'array', items: refTo('RestBlame') },
    children: serverPage(
      objectOf({ contentId: text, node: text, path: refTo('RestPath'), size: integer, type: text }),
    ),
    lines: { type: 'array', items: objectOf({ text }, ['text']) },
    path: refTo('RestPath'),
    revision: text,
    type: text,
  }),
  RestDiffs: objectOf(
    {
      contextLines: integer,
      diffs: { type: 'array', items: refTo('RestDiff') },
      fromHash: { ...text, nullable: true },
      toHash: text,
      truncated: flag,
      whitespace: text,
    },
    ['diffs'],
  ),
};

export const serverAddedShapes: Rule = {
  name: 'added-shapes',
  why: 'The content of a file or folder has no shape in the file, only an example; a diff has the shape of one of its files',
  products: ['server'],
  apply(api) {
    for (const [name, schema] of Object.entries(shapes)) {
      if (api.schemas[name] !== undefined) throw new Error(`${name} is declared by now`);
      api.schemas[name] = schema;
    }
    return Object.keys(shapes);
  },
};

const admin = '/api/latest/admin';
const project = '/api/latest/projects/{projectKey}';
const repository = `${project}/repos/{repositorySlug}`;
const restrictions = '/branch-permissions/latest/projects/{projectKey}';
const mirroring = '/mirroring/latest/syncSettings';

export const serverAnswers: Readonly<Record<string, KnownAnswer>> = {
  'GET /admin/supported-key-types': record,
  [`GET ${admin}/default-branch`]: refTo('RestDefaultBranch'),
  [`GET ${admin}/git/mesh/nodes`]: { type: 'array', items: refTo('RestMeshNode') },
  [`GET ${admin}/mail-server/sender-address`]: text,
  [`PUT ${admin}/mail-server/sender-address`]: text,
  [`GET ${admin}/user-directories`]: { type: 'array', items: refTo('RestUserDirectory') },
  'GET /api/latest/deployment/capabilities': record,
  'GET /api/latest/hooks/{hookKey}/avatar': 'bytes',
  'GET /api/latest/inbox/pull-requests': serverPage(refTo('RestPullRequest')),
  'GET /api/latest/inbox/pull-requests/count': objectOf({ count: integer }, ['count']),
  'GET /api/latest/migration/mesh/{jobId}': refTo('RestMeshMigrationSummary'),
  [`GET ${project}/permissions/search`]: record,
  [`GET ${project}/webhooks`]: serverPage(refTo('RestWebhook')),
  [`GET ${repository}/attachments/{attachmentId}`]: 'bytes',
  [`GET ${repository}/attachments/{attachmentId}/metadata`]: record,
  [`PUT ${repository}/attachments/{attachmentId}/metadata`]: record,
  [`GET ${repository}/browse`]: refTo('RestContent'),
  [`GET ${repository}/browse/{path}`]: refTo('RestContent'),
  [`GET ${repository}/commits/{commitId}/diff/{path}`]: refTo('RestDiffs'),
  [`GET ${repository}/compare/diff{path}`]: refTo('RestDiffs'),
  [`GET ${repository}/compare/diff-stats-summary{path}`]: refTo('RestDiffStatsSummary'),
  [`GET ${repository}/contributing`]: 'text',
  [`GET ${repository}/license`]: 'text',
  [`GET ${repository}/permissions/search`]: record,
  [`GET ${repository}/pull-requests/{pullRequestId}/changes`]: serverPage(refTo('RestChange')),
  [`GET ${repository}/pull-requests/{pullRequestId}/diff/{path}`]: refTo('RestDiffs'),
  [`PUT ${repository}/pull-requests/{pullRequestId}/review`]: record,
  [`GET ${repository}/raw/{path}`]: 'text',
  [`GET ${repository}/readme`]: 'text',
  [`GET ${repository}/secret-scanning/exempt`]: flag,
  [`GET ${repository}/webhooks`]: serverPage(refTo('RestWebhook')),
  [`GET ${repository}/webhooks/search`]: serverPage(refTo('RestWebhook')),
  'GET /api/latest/signing/x509-certificates': serverPage(refTo('RestX509Certificate')),
  'GET /api/latest/users': serverPage(refTo('RestApplicationUser')),
  'GET /authconfig/latest/jit-users': { type: 'array', items: refTo('JitUserEntity') },
  'GET /authconfig/latest/saml/certificate': 'text',
  'POST /authconfig/latest/saml/certificate/reset': 'text',
  [`POST ${restrictions}/restrictions`]: { type: 'array', items: refTo('RestRefRestriction') },
  [`POST ${restrictions}/repos/{repositorySlug}/restrictions`]: {
    type: 'array',
    items: refTo('RestRefRestriction'),
  },
  'POST /jira-dev/latest/devinfo-backfill': record,
  'GET /keys/latest/ssh/{keyId}/projects': serverPage(refTo('RestSshAccessKey')),
  'GET /keys/latest/ssh/{keyId}/repos': serverPage(refTo('RestSshAccessKey')),
  'GET /mirroring/latest/repos': serverPage(refTo('EnrichedRepository')),
  'GET /mirroring/latest/repos/{repoId}/mirrors': serverPage(refTo('RestMirroredRepositoryDescriptor')),
  'GET /mirroring/latest/supportInfo/refChangesQueue/count': integer,
  [`GET ${mirroring}/mode`]: text,
  [`PUT ${mirroring}/mode`]: text,
  [`GET ${mirroring}/projects`]: texts,
  [`POST ${mirroring}/projects`]: texts,
  [`POST ${mirroring}/projects/{projectId}`]: texts,
  'GET /secrets/1.0/keys/inactive': record,
};
