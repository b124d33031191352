import { describe, expect, test } from 'vitest';
import { builtinsWithoutPrefix, hasTopLevelAwait, undeclaredPackages } from '../../scripts/dist-rules.ts';

test('modules of Node are found when they lack node:', () => {
  const built =
    "import fs from 'fs'; import 'node:sqlite'; export * from 'fs/promises'; const x = () => import('net');";
  expect(builtinsWithoutPrefix(built)).toEqual(['fs', 'fs/promises', 'net']);
});

test('packages are found that nobody declared, in code and in types', () => {
  const built =
    "import ky from 'ky'; import type { z } from 'zod'; export type A = import('zod/mini').B; import './a.js'; import 'node:fs'; import 'kyx';";
  expect(undeclaredPackages(built, ['ky'])).toEqual(['zod', 'zod/mini', 'kyx']);
});

describe('an await outside every function', () => {
  test.each([
    'await x;',
    'const y = await x;',
    'export const y = [{ z: await x }];',
    'if (a) { for await (const b of c) {} }',
    'class A { static x = 1; } await y;',
    'await using x = y;',
  ])('is found in %j', (built) => {
    expect(hasTopLevelAwait(built)).toBe(true);
  });

  test.each([
    'async function f() { await x; }',
    'const f = async () => await x;',
    'class A { async m() { for await (const b of c) {} } }',
    'export default { async m() { await x; await using y = z; } };',
    'const text = "await x";',
    'using x = y; for (const b of c) {}',
  ])('is not in %j', (built) => {
    expect(hasTopLevelAwait(built)).toBe(false);
  });
});
