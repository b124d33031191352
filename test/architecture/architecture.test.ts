import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  doorsStayOutside,
  everyFileHasALayer,
  filesAreShort,
  filesBeginWithTheirPurpose,
  importsPointDown,
  nobodyImportsLeaves,
  noCycles,
  packagesAreDeclared,
  packagesStayAtHome,
} from './layers.ts';
import { describeSource, readSourceFiles } from './source-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as Record<
  'dependencies' | 'peerDependencies',
  Record<string, string>
>;
// zod is bundled, and so stands among the development dependencies
const packages = [...Object.keys(dependencies), ...Object.keys(peerDependencies), 'zod'];

const rules = {
  everyFileHasALayer,
  importsPointDown,
  nobodyImportsLeaves,
  doorsStayOutside,
  noCycles,
  packagesStayAtHome,
  packagesAreDeclared: packagesAreDeclared(packages),
  filesBeginWithTheirPurpose,
  filesAreShort,
};

describe('the sources', () => {
  const files = readSourceFiles(`${root}/src`);

  test('are read, with their imports', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.find(({ path }) => path === 'jwt/connect-jwt.ts')?.imports).toEqual(
      expect.arrayContaining([
        'jose',
        'errors/config-error.ts',
        'shared/types.ts',
        'jwt/query-string-hash.ts',
      ]),
    );
  });

  test.each(Object.entries(rules))('keep the rule %s', (_, rule) => {
    expect(rule(files)).toEqual([]);
  });
});

describe('each rule objects to', () => {
  /** `path: text` of a small library that breaks one rule. */
  type Library = Readonly<Record<string, string>>;
  const comment = '/** What it is for. */\n';
  const describeAll = (library: Library, head = comment) =>
    Object.entries(library).map(([path, text]) => describeSource(path, head + text));

  test.each<[string, keyof typeof rules, Library]>([
    ['a folder without a layer', 'everyFileHasALayer', { 'utils/a.ts': '' }],
    [
      'a value import that points up',
      'importsPointDown',
      { 'http/a.ts': "import { b } from '../auth/b.ts';", 'auth/b.ts': '' },
    ],
    [
      'a type import that points up',
      'importsPointDown',
      { 'shared/a.ts': "import type { B } from '../errors/b.ts';" },
    ],
    [
      'an inline type import that points up',
      'importsPointDown',
      { 'auth/a.ts': "import { type B } from '../connect/b.ts';" },
    ],
    [
      'a re-export that points up',
      'importsPointDown',
      { 'connect/a.ts': "export type { B } from '../integration/b.ts';" },
    ],
    [
      'a re-export of everything that points up',
      'importsPointDown',
      { 'http/a.ts': "export * from '../cloud/b.ts';" },
    ],
    [
      'a dynamic import that points up',
      'importsPointDown',
      { 'http/a.ts': "export const b = () => import('../server/b.ts');" },
    ],
    [
      'a type query that points up',
      'importsPointDown',
      { 'http/a.ts': "export type B = import('../server/b.ts').B;" },
    ],
    ['an import for its effects', 'importsPointDown', { 'http/a.ts': "import '../server/b.ts';" }],
    [
      'a door whose folder is lower',
      'importsPointDown',
      { 'cloud/index.ts': "export * from '../integration/b.ts';" },
    ],
    ['cloud that knows server', 'importsPointDown', { 'cloud/a.ts': "import '../server/b.ts';" }],
    [
      'server that knows webhooks',
      'importsPointDown',
      { 'server/deep/a.ts': "import '../../webhooks/b.ts';" },
    ],
    ['webhooks that know cloud', 'importsPointDown', { 'webhooks/a.ts': "import '../cloud/b.ts';" }],
    ['http that knows jwt', 'importsPointDown', { 'http/a.ts': "import '../jwt/b.ts';" }],
    ['a layer that knows a leaf', 'nobodyImportsLeaves', { 'integration/a.ts': "import '../stores/b.ts';" }],
    ['a leaf that knows a leaf', 'nobodyImportsLeaves', { 'adapters/a.ts': "import '../testing/b.ts';" }],
    [
      "a folder's door that knows a leaf",
      'nobodyImportsLeaves',
      { 'auth/index.ts': "export * from '../stores/b.ts';" },
    ],
    ['a file that comes in by a door', 'doorsStayOutside', { 'cloud/a.ts': "import '../errors/index.ts';" }],
    ['a file that comes in by its own door', 'doorsStayOutside', { 'cloud/a.ts': "import './index.ts';" }],
    [
      'an index inside a room',
      'doorsStayOutside',
      { 'webhooks/index.ts': "export * from './payloads/index.ts';" },
    ],
    [
      'two files that know each other',
      'noCycles',
      { 'http/a.ts': "import './b.ts';", 'http/b.ts': "import type { A } from './a.ts';" },
    ],
    [
      'a circle of three behind a straight line',
      'noCycles',
      {
        'http/start.ts': "import './a.ts';",
        'http/a.ts': "import './b.ts';",
        'http/b.ts': "import './c.ts';",
        'http/c.ts': "export * from './a.ts';",
      },
    ],
    ['a file that knows itself', 'noCycles', { 'http/a.ts': "import './a.ts';" }],
    ['jose outside jwt', 'packagesStayAtHome', { 'auth/a.ts': "import { SignJWT } from 'jose';" }],
    ['a part of jose outside jwt', 'packagesStayAtHome', { 'auth/a.ts': "import { b } from 'jose/errors';" }],
    ['ky in two files', 'packagesStayAtHome', { 'http/a.ts': "import 'ky';", 'http/b.ts': "import 'ky';" }],
    ['ky in a client', 'packagesStayAtHome', { 'cloud/a.ts': "import type { Options } from 'ky';" }],
    [
      'oauth-1.0a in two files',
      'packagesStayAtHome',
      { 'auth/a.ts': "import 'oauth-1.0a';", 'auth/b.ts': "import type O from 'oauth-1.0a';" },
    ],
    [
      'a package that is not declared',
      'packagesAreDeclared',
      { 'http/a.ts': "import { b } from '@scope/b/c';" },
    ],
    ['a module of Node without its prefix', 'packagesAreDeclared', { 'http/a.ts': "import 'fs';" }],
    ['a file that is too long', 'filesAreShort', { 'http/a.ts': 'x;\n'.repeat(400) }],
  ])('%s (%s)', (_, name, library) => {
    expect(rules[name](describeAll(library))).toHaveLength(1);
  });

  test.each([
    'import x from "y";\n',
    '\n',
    '// a line\n',
    '/* a comment */\n',
    '/**\n * Too late.\n */\n',
    '/** */\n',
  ])('a file that begins with %j', (head) => {
    expect(rules.filesBeginWithTheirPurpose(describeAll({ 'http/a.ts': '' }, head))).toHaveLength(1);
  });
});

test('a library that keeps the rules gets no objection', () => {
  const library = {
    'index.ts': "export * from './cloud/index.ts';\nexport * from './stores/memory-store.ts';",
    'shared/bytes.ts': "import 'node:crypto';",
    'errors/a.ts': "import '../shared/bytes.ts';",
    'http/transport.ts': "import ky from 'ky';\nimport '../errors/a.ts';",
    'jwt/a.ts': "import 'jose';",
    'jwt/b.ts': "import 'jose';\nimport './a.ts';",
    'auth/a.ts': "import 'oauth-1.0a';\nimport '../jwt/b.ts';\nimport '../http/transport.ts';",
    'cloud/index.ts': "export * from './client.ts';",
    'cloud/client.ts': "import '../auth/a.ts';\nimport './operations.ts';",
    'cloud/operations.ts': 'x;\n'.repeat(5000),
    'stores/memory-store.ts': "import '../cloud/client.ts';\nimport './memory/a.ts';",
    'stores/memory/a.ts': "import { z } from 'zod/mini';",
  };
  const files = Object.entries(library).map(([path, text]) =>
    describeSource(path, `/** For it. */\n${text}`),
  );
  for (const rule of Object.values(rules)) expect(rule(files)).toEqual([]);
});
