import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generate } from '../../scripts/generate/generate.ts';
import { type OpenApi, referredName, type Schema } from '../../scripts/generate/openapi.ts';
import type { Delta } from '../../scripts/generate/rules/removals.ts';
import { mayBeEmpty as mayBeEmptyOnCloud } from '../../src/cloud/empty-answers.ts';
import { mayBeEmpty as mayBeEmptyOnServer } from '../../src/server/empty-answers.ts';
import { describeWithReferenceData, readReferenceData } from '../reference-data.ts';
import { type Product, readFacts, toOpenApi } from './facts.ts';

const products = ['cloud', 'server'] as const;
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const operationsOf = (product: Product): string => read(`src/${product}/operations.ts`);
const routesOf = (product: Product): string[] =>
  [...operationsOf(product).matchAll(/^ {2}'([A-Z]+ \/[^']*)':/gm)].map(([, route]) => route ?? '');

describe.each(products)('the route types of %s', (product) => {
  const source = operationsOf(product);

  test('have every operation of the facts, and no other', () => {
    const { operations } = readFacts(product);
    expect(routesOf(product)).toEqual(operations.map(({ route }) => route));
    expect(new Set(routesOf(product)).size).toBe(operations.length);
  });

  test('are types only, and none of them is any or unknown', () => {
    expect(source.match(/[:|&<(,=]\s*(any|unknown)\b.*/g)).toBeNull();
    expect(source.replaceAll(/^(export|import) (type|interface) /gm, '')).not.toMatch(
      /^(export|import|const|function) /m,
    );
  });

  test('have no prose but what is deprecated, and lines that end alike everywhere', () => {
    const routes = source.slice(source.indexOf('Routes {'));
    const comments = routes.match(/\/\*\*.*/g) ?? [];
    expect(comments.filter((comment) => !comment.startsWith('/** @deprecated '))).toEqual([]);
    expect(comments).not.toHaveLength(0);
    expect(source.includes('\r')).toBe(false);
  });

  test('name each placeholder of a path once, and no other', () => {
    for (const { route, typed } of readFacts(product).operations) {
      const placeholders = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      expect([...typed.path].sort(), route).toEqual(placeholders.sort());
    }
  });

  test('have a row each in the documentation', () => {
    const rows = read(`docs/routes-${product}.md`).match(/^\| [A-Z]+ \| .*$/gm) ?? [];
    const listed = rows.map((row) => row.replace(/^\| ([A-Z]+) \| ~{0,2}`([^`]+)`.*$/, '$1 $2'));
    expect(listed.sort()).toEqual(routesOf(product).sort());
  });

  test('stand on facts that are an OpenAPI document again', () => {
    const { paths, components } = toOpenApi(readFacts(product), product);
    const text = JSON.stringify(paths) + JSON.stringify(components);
    const missing = [...text.matchAll(/#\/components\/schemas\/([^"]+)/g)].filter(
      ([, name]) => components.schemas[name ?? ''] === undefined,
    );
    expect(missing).toEqual([]);
    expect(text.match(/"(description|example)":("[^"]|\d)/g)).toBeNull();
  });
});

test.each([
  ['cloud', mayBeEmptyOnCloud],
  ['server', mayBeEmptyOnServer],
] as const)(
  'the routes of %s that may answer with nothing are those whose type says so',
  (product, mayBeEmpty) => {
    for (const { route, typed } of readFacts(product).operations) {
      if (route.startsWith('DELETE ')) continue;
      expect(mayBeEmpty(route), route).toBe(typed.result === 'none' || typed.partly === true);
    }
  },
);

test('38 routes of Bitbucket Cloud are removed, and say since when and what to use instead', () => {
  const removed = operationsOf('cloud').match(/@deprecated Removed on 2026-\d\d-\d\d.*; use /g);
  expect(removed).toHaveLength(38);
});

const specs = {
  cloud: 'specs/bitbucket-cloud.openapi.json',
  server: 'specs/bitbucket-datacenter-10.4.openapi.json',
};

const generated = (product: Product) =>
  generate(
    product,
    readReferenceData<OpenApi>(specs[product]),
    product === 'cloud' ? readReferenceData<Delta>('specs/bitbucket-cloud.delta-to-2026-10.json') : undefined,
  );

describeWithReferenceData('generating from the OpenAPI files', () => {
  test.each(products)(
    'gives the committed files of %s, byte for byte, each time',
    (product) => {
      const { files, declared } = generated(product);
      expect([...generated(product).files.values()].join() === [...files.values()].join()).toBe(true);
      for (const [path, content] of files) expect(read(path) === content, path).toBe(true);
      const ofTheFile = readFacts(product).operations.filter((operation) => operation.declared !== undefined);
      expect(ofTheFile).toHaveLength(declared);
    },
    60_000,
  );

  test('types what recorded answers of Data Center have, and asks for nothing that they lack', () => {
    const { api } = generated('server');
    for (const [file, name] of Object.entries(recorded)) {
      const answer = readReferenceData<unknown>(`fixtures/drone__go-scm/scm/driver/stash/testdata/${file}`);
      const items = name.endsWith('[]') ? (answer as { values: unknown[] }).values : [answer];
      const schema = api.schemas[name.replace('[]', '')] ?? {};
      expect(items.flatMap((item) => missing(api.schemas, schema, item, file))).toEqual([]);
    }
  });
});

/** Recorded answers and the shapes that they have; `[]` for pages of them. */
const recorded: Readonly<Record<string, string>> = {
  'branches.json': 'RestBranch[]',
  'changes.json': 'RestChange[]',
  'commit.json': 'RestCommit',
  'commits.json': 'RestCommit[]',
  'compare.json': 'RestChange[]',
  'pr.json': 'RestPullRequest',
  'pr_change.json': 'RestChange[]',
  'pr_comment.json': 'RestComment',
  'pr_comments.json': 'RestPullRequestActivity[]',
  'pr_file_diff.json': 'RestDiffs',
  'prs.json': 'RestPullRequest[]',
  'repo.json': 'RestRepository',
  'repos.json': 'RestRepository[]',
  'tags.json': 'RestTag[]',
  'user.json': 'RestApplicationUser',
};

/** Where a value lacks what its schema requires. */
function missing(schemas: Record<string, Schema>, schema: Schema, value: unknown, where: string): string[] {
  const name = referredName(schema);
  if (name !== undefined) return missing(schemas, schemas[name] ?? {}, value, where);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => missing(schemas, schema.items ?? {}, item, `${where}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = new Map(Object.entries(value));
  const lacking = (schema.required ?? []).filter((field) => fields.get(field) === undefined);
  const inside = Object.entries(schema.properties ?? {}).flatMap(([field, inner]) =>
    missing(schemas, inner, fields.get(field), `${where}.${field}`),
  );
  return [...lacking.map((field) => `${where}.${field}`), ...inside];
}
