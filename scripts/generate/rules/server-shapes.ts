/** Rules for the shapes of Bitbucket Data Center. */
import { rewriteAll } from '../api-rewrite.ts';
import { objectOf, refTo, type Schema } from '../openapi.ts';
import { hasProperties } from '../structure.ts';
import type { Rule } from './rule.ts';
import { alwaysSent, cutRecursion, requiredOfCopies, undeclaredFields } from './shapes.ts';

const text: Schema = { type: 'string' };

const links: Rule = {
  name: 'lists-of-links',
  why: 'The file says of links only that they are an object; each relation is a list of links',
  products: ['server'],
  apply(api) {
    api.schemas['RestLinks'] = {
      type: 'object',
      additionalProperties: { type: 'array', items: refTo('RestNamedLink') },
    };
    let count = 0;
    rewriteAll(api, (schema, property) => {
      if (property !== 'links' || hasProperties(schema) || schema.type !== 'object') return undefined;
      count += 1;
      return refTo('RestLinks');
    });
    return count === 0 ? [] : ['RestLinks'];
  },
};

const changePages: Rule = {
  name: 'pages-of-changes',
  why: 'The values of a page of changes are called an object; they are a list of changes',
  products: ['server'],
  apply(api) {
    const { properties } = api.schemas['RestPageRestChange'] ?? {};
    if (properties?.['values']?.type !== 'object') return [];
    properties['values'] = { type: 'array', items: refTo('RestChange') };
    return ['RestPageRestChange.values'];
  },
};

const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });

const replaced: Readonly<Record<string, Schema>> = {
  ExampleFiles: objectOf({ files: mapOf(refTo('RestCommit')), latestCommit: refTo('RestCommit') }),
  ExampleSettings: { type: 'object' },
  ExampleSettingsMap: { type: 'object' },
  FileListResource: text,
  RefType: { type: 'string', enum: ['BRANCH', 'TAG'] },
  RestMultipleBuildStats: mapOf(refTo('RestBuildStats')),
};

const examplesForShapes: Rule = {
  name: 'examples-for-shapes',
  why: 'Maps and settings are described by one example, as if their keys were fixed, and names and kinds of refs by nothing',
  products: ['server'],
  apply(api) {
    for (const [name, schema] of Object.entries(replaced)) {
      if (api.schemas[name] === undefined) throw new Error(`There is no shape ${name}`);
      api.schemas[name] = schema;
    }
    return Object.keys(replaced);
  },
};

const anchorPaths: Rule = {
  name: 'anchor-paths',
  why: 'The file of a comment is sent and asked for as text, where the file declares a path in parts',
  products: ['server'],
  apply(api) {
    const { properties = {} } = api.schemas['RestCommentThreadDiffAnchor'] ?? {};
    if (properties['path'] === undefined || properties['srcPath'] === undefined) return [];
    properties['path'] = text;
    properties['srcPath'] = text;
    return ['RestCommentThreadDiffAnchor.path', 'RestCommentThreadDiffAnchor.srcPath'];
  },
};

const dates: Rule = {
  name: 'dates-in-two-forms',
  why: 'Dates that the file calls ISO texts are sent as milliseconds since 1970 by most versions and routes',
  products: ['server'],
  apply(api) {
    let count = 0;
    rewriteAll(api, (schema) => {
      if (schema.format !== 'date-time') return undefined;
      count += 1;
      return { oneOf: [{ type: 'number' }, { type: 'string' }] };
    });
    return count === 0 ? [] : ['date-time'];
  },
};

const anyValues: Rule = {
  name: 'any-values',
  why: 'The value of a line in a report is text, a number, a flag or a link, and the file calls it an object',
  products: ['server'],
  apply(api) {
    const { properties } = api.schemas['RestInsightReportData'] ?? {};
    if (properties === undefined) return [];
    properties['value'] = {
      oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'object' }],
    };
    return ['RestInsightReportData.value'];
  },
};

const fields = undeclaredFields('server', {
  RestBranch: { isDefault: { type: 'boolean' } },
  RestPath: { toString: text },
  RestPerson: { displayName: text, slug: text },
  RestPullRequest: { properties: { type: 'object' } },
  RestPullRequestActivity: {
    comment: refTo('RestComment'),
    commentAction: text,
    commentAnchor: refTo('RestCommentThreadDiffAnchor'),
    commit: refTo('RestCommit'),
    fromHash: text,
    previousFromHash: text,
    previousToHash: text,
    toHash: text,
  },
  RestWebhook: { id: { type: 'integer' }, createdDate: { type: 'number' }, updatedDate: { type: 'number' } },
});

const sent = alwaysSent('server', {
  RestAccessToken: 'id name',
  RestBranch: 'displayId id latestCommit',
  RestChange: 'path type',
  RestComment: 'id text version',
  RestCommit: 'author authorTimestamp committer committerTimestamp displayId id message parents',
  RestMinimalCommit: 'displayId id',
  RestNamedLink: 'href',
  RestPath: 'toString',
  RestPerson: 'name',
  RestPullRequest: 'fromRef id state title toRef version',
  RestPullRequestActivity: 'action id',
  RestPullRequestParticipant: 'approved role status user',
  RestPullRequestRef: 'repository',
  RestRepository: 'id name project slug',
  RestTag: 'displayId id latestCommit',
  RestWebhook: 'active events id url',
});

export const serverShapeRules: readonly Rule[] = [
  requiredOfCopies,
  cutRecursion,
  links,
  changePages,
  examplesForShapes,
  anchorPaths,
  dates,
  anyValues,
  fields,
  sent,
];
