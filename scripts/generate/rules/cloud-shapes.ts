/** Rules for the shapes of Bitbucket Cloud. */
import type { Api } from '../api.ts';
import { rewriteAll } from '../api-rewrite.ts';
import { objectOf, referredName, refTo, type Schema } from '../openapi.ts';
import { structureOf } from '../structure.ts';
import type { Rule } from './rule.ts';
import { alwaysSent, nullableFields, undeclaredFields } from './shapes.ts';

const root = 'object';

const foldedSubtypes: Rule = {
  name: 'folded-subtypes',
  why: 'Answers name a base (account) and hold one of its subtypes (user, team), told apart by `type: string` alone: the base has what its subtypes add, as optional',
  products: ['cloud'],
  apply(api) {
    const parts = new Map(Object.entries(api.schemas).map(([name, schema]) => [name, partsOf(schema)]));
    const folded = [...parts.keys()].map((name) => [name, fold(name, parts)] as const);
    const touched = folded.filter(
      ([name]) => childrenOf(name, parts).length > 0 || parts.get(name)?.base !== undefined,
    );
    api.schemas = Object.fromEntries(folded);
    return touched.map(([name]) => name);
  },
};

interface Parts {
  readonly base: string | undefined;
  readonly own: Schema;
}

/** A shape and what it builds on. All of Cloud's `allOf` are one reference and one object. */
function partsOf(schema: Schema): Parts {
  const { allOf, ...own } = schema;
  if (allOf === undefined) return { base: undefined, own };
  const base = allOf.map(referredName).find((name) => name !== undefined);
  const object = allOf.find((part) => part.$ref === undefined);
  if (allOf.length !== 2 || base === undefined || object === undefined) {
    throw new Error('An allOf is not one reference and one object');
  }
  return { base, own: object };
}

const childrenOf = (name: string, parts: ReadonlyMap<string, Parts>): string[] =>
  name === root ? [] : [...parts].filter(([, { base }]) => base === name).map(([child]) => child);

function fold(name: string, parts: ReadonlyMap<string, Parts>): Schema {
  const schema = withBases(name, parts);
  const properties = { ...schema.properties };
  const added = descendantsOf(name, parts).flatMap((child) =>
    Object.entries(parts.get(child)?.own.properties ?? {}),
  );
  for (const [property, value] of added) {
    if (schema.properties?.[property] !== undefined) continue;
    const before = properties[property];
    properties[property] = before === undefined ? value : eitherOf(before, value);
  }
  return schema.type === 'object' || schema.properties ? { ...schema, properties } : schema;
}

const descendantsOf = (name: string, parts: ReadonlyMap<string, Parts>): string[] =>
  childrenOf(name, parts).flatMap((child) => [child, ...descendantsOf(child, parts)]);

function withBases(name: string, parts: ReadonlyMap<string, Parts>): Schema {
  const { base, own } = parts.get(name) ?? { base: undefined, own: {} };
  if (base === undefined) return own;
  const below = withBases(base, parts);
  return {
    ...own,
    properties: { ...below.properties, ...own.properties },
    required: [...new Set([...(below.required ?? []), ...(own.required ?? [])])],
  };
}

function eitherOf(a: Schema, b: Schema): Schema {
  if (structureOf(a) === structureOf(b)) return a;
  if (a.enum && b.enum) return { ...a, enum: [...new Set([...a.enum, ...b.enum])] };
  const choices = a.oneOf ?? [a];
  return choices.some((choice) => structureOf(choice) === structureOf(b)) ? a : { oneOf: [...choices, b] };
}

/** Where a shape without a name of its own is written out, and the name it gets. */
const named: Readonly<Record<string, readonly string[]>> = {
  rendered_text: ['task', 'content'],
  webhook_event_key: ['hook_event', 'event'],
  merge_strategy: ['pullrequest_merge_parameters', 'merge_strategy'],
};

const namedShapes: Rule = {
  name: 'named-shapes',
  why: 'Texts, event keys and merge strategies are written out wherever they occur; one name each is shorter and can be used',
  products: ['cloud'],
  apply(api) {
    const names = new Map<string, string>();
    for (const [name, [shape = '', property = '']] of Object.entries(named)) {
      const schema = api.schemas[shape]?.properties?.[property];
      if (schema === undefined) throw new Error(`There is no property ${property} in ${shape}`);
      api.schemas[name] = schema;
      names.set(structureOf(schema), name);
    }
    rewriteAll(api, (schema) => {
      const name = names.get(structureOf(schema));
      return name === undefined ? undefined : refTo(name);
    });
    return [...names.values()];
  },
};

const anyValues: Rule = {
  name: 'any-values',
  why: 'The value of a line in a report is text, a number, a flag or a link, and the file calls it an object',
  products: ['cloud'],
  apply: (api) =>
    setProperty(api, 'report_data', 'value', {
      oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'object' }],
    }),
};

const text: Schema = { type: 'string' };
const link = refTo('link');

const shortForms: Rule = {
  name: 'short-forms',
  why: 'Inside a comment a pull request, inside a repository its main branch, and a commit anywhere but as the target of a ref, come with a few fields only',
  products: ['cloud'],
  apply(api) {
    api.schemas['short_pullrequest'] = objectOf(
      {
        draft: { type: 'boolean' },
        id: { type: 'integer' },
        links: objectOf({ html: refTo('link'), self: refTo('link') }),
        title: text,
        type: text,
      },
      ['id', 'title'],
    );
    const pullRequest = refTo('short_pullrequest');
    return [
      ...setProperty(api, 'comment', 'pullrequest', pullRequest),
      ...setProperty(api, 'pullrequest_comment', 'pullrequest', pullRequest),
      ...setProperty(api, 'repository', 'mainbranch', {
        ...objectOf({ name: text, type: text }, ['name']),
        nullable: true,
      }),
      ...shortenCommits(api),
    ];
  },
};

/** Parents, and the commit of a file, a comment or a pipeline. The text of a commit comes along if `fields` asks for it. */
function shortenCommits(api: Api): string[] {
  api.schemas['short_commit'] = objectOf(
    {
      author: refTo('author'),
      date: text,
      hash: text,
      links: objectOf({ html: refTo('link'), self: refTo('link') }),
      message: text,
      type: text,
    },
    ['hash'],
  );
  const isCommit = (schema: Schema = {}): boolean => /^(base_)?commit$/.test(referredName(schema) ?? '');
  rewriteAll(api, (schema, property) => {
    if (property === 'commit' && isCommit(schema)) return refTo('short_commit');
    if (property === 'parents' && isCommit(schema.items)) return { ...schema, items: refTo('short_commit') };
    return undefined;
  });
  return ['short_commit'];
}

function setProperty(api: Api, name: string, property: string, schema: Schema): string[] {
  const { properties } = api.schemas[name] ?? {};
  if (properties?.[property] === undefined) throw new Error(`There is no property ${property} in ${name}`);
  properties[property] = schema;
  return [`${name}.${property}`];
}

const sent = alwaysSent('cloud', {
  account: 'display_name uuid',
  app_user: 'display_name uuid',
  base_commit: 'date hash message',
  branch: 'name target',
  comment: 'id',
  commit: 'date hash message',
  commit_comment: 'id',
  commit_file: 'path',
  issue: 'id title',
  link: 'href',
  project: 'key uuid',
  pullrequest: 'destination id source state title',
  pullrequest_comment: 'id',
  ref: 'name target',
  repository: 'full_name name uuid',
  snippet_commit: 'date hash message',
  tag: 'name target',
  team: 'display_name uuid',
  treeentry: 'path',
  user: 'display_name uuid',
  webhook_subscription: 'active events url uuid',
  workspace: 'slug uuid',
  workspace_base: 'slug uuid',
});

const nulls = nullableFields('cloud', [
  ...['branching_model.development.name', 'branching_model.production.name'],
  ...['branching_model_settings.development.name', 'branching_model_settings.production.name'],
  ...['comment.inline.from', 'comment.inline.to', 'comment.inline.start_from', 'comment.inline.start_to'],
  ...['diffstat.new', 'diffstat.old', 'GPG_account_key.parent_fingerprint'],
  ...['effective_repo_branching_model.development.name', 'effective_repo_branching_model.production.name'],
  ...[
    'participant.participated_on',
    'pullrequest.merge_commit',
    'repository.mainbranch',
    'repository.parent',
  ],
  'webhook_subscription.secret',
]);

const fields = undeclaredFields('cloud', {
  account: { username: text },
  commit: {
    links: objectOf({
      ...{ approve: link, comments: link, diff: link, html: link },
      ...{ patch: link, self: link, statuses: link },
    }),
  },
  deploy_key: { id: { type: 'integer' } },
  pipeline_target: {
    destination: text,
    destination_commit: objectOf({ hash: text }),
    pullrequest: objectOf({ id: { type: 'integer' } }),
    source: text,
  },
  project_deploy_key: { id: { type: 'integer' } },
  pullrequest: { description: text },
  repository: {
    slug: text,
    website: { type: 'string', nullable: true },
    workspace: refTo('workspace'),
  },
  user: { username: text },
});

/**
 * After `folded-subtypes` there is no `allOf` left: the others stand on that. Null comes next, while subtypes still
 * hold the same properties as their base, and so get it with it.
 */
export const cloudShapeRules: readonly Rule[] = [
  foldedSubtypes,
  nulls,
  fields,
  shortForms,
  namedShapes,
  anyValues,
  sent,
];
