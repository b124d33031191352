import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, integrationOver, linkedRepository } from './integration-kit.ts';

const nothing: Answer = () => undefined;
const repository = linkedRepository();
const site = 'https://bitbucket.org/acme/api/src';

describe('an address of a file', () => {
  test('S2-14 is written with repository, ref, path and line', () => {
    const { integration } = integrationOver(nothing);
    const url = (place: { path: string; ref: string; line?: number }) =>
      integration.formatSourceUrl(repository, place);
    expect(url({ path: 'src/app.ts', ref: 'main' })).toBe(`${site}/main/src/app.ts`);
    expect(url({ path: '/src/app.ts', ref: 'main', line: 12 })).toBe(`${site}/main/src/app.ts#lines-12`);
    expect(url({ path: 'a b/ü?#.ts', ref: 'feature/x' })).toBe(`${site}/feature/x/a%20b/%C3%BC%3F%23.ts`);
    expect(() => url({ path: '../x', ref: 'main' })).toThrow('path');
    expect(() => url({ path: 'x', ref: '..' })).toThrow('path');
    expect(url({ path: '', ref: 'main' })).toBe(`${site}/main/`);
  });

  test.each([
    'https://bitbucket.org/acme/api/src/main/a.ts',
    'https://bitbucket.org/',
    'https://bitbucket.org',
    'https://BITBUCKET.org/other/thing',
    'https://bitbucket.org:443/acme',
    'https://code.acme.example/team/api',
    'https://code.acme.example/team',
  ])('S2-14 %s is one of ours', (url) => {
    const metadata = {
      ...integrationOver(nothing).integration.record.metadata,
      domainName: 'code.acme.example/team',
    };
    const { integration } = integrationOver(nothing, { record: { metadata } });
    expect(integration.sourceUrlMatches(url)).toBe(true);
  });

  test.each([
    'https://notbitbucket.org/acme/api',
    'https://bitbucket.org.evil.example/acme/api',
    'https://bitbucket.org@evil.example/acme/api',
    'https://evil.example@bitbucket.org/acme/api',
    'https://:@bitbucket.org/acme/api',
    'https://@bitbucket.org/acme/api',
    'https://bitbucket.org:8443/acme/api',
    'https://bitbucket.org./acme/api',
    'https://evil.example/https://bitbucket.org/acme/api',
    'https://evil.example\\@bitbucket.org/acme',
    'https:\\\\bitbucket.org/acme',
    ' https://bitbucket.org/acme',
    'https://bitbucket.org/ac\nme',
    'http://bitbucket.org/acme/api',
    'ftp://bitbucket.org/acme/api',
    'javascript://bitbucket.org/%0aalert(1)',
    'data:text/html,https://bitbucket.org',
    '//bitbucket.org/acme/api',
    'bitbucket.org/acme/api',
    'https://bıtbucket.org/acme/api',
    'https://code.acme.example/teamwork/api',
    'https://code.acme.example.evil.example/team/api',
    'not an address',
    '',
  ])('S2-14 %j is none of ours', (url) => {
    const metadata = {
      ...integrationOver(nothing).integration.record.metadata,
      domainName: 'code.acme.example/team',
    };
    const { integration } = integrationOver(nothing, { record: { metadata } });
    expect(integration.sourceUrlMatches(url)).toBe(false);
    expect(integration.extractBranchFromSourceUrl(repository, url)).toBeUndefined();
  });

  test.each<[string, string | undefined, string | undefined]>([
    [`${site}/main/src/app.ts`, 'main', 'src/app.ts'],
    [`${site}/main/src/app.ts?at=other&x=/src/y#lines-3`, 'main', 'src/app.ts'],
    [`${site}/main/src/src/src.ts`, 'main', 'src/src/src.ts'],
    [`${site}/main/`, 'main', ''],
    [`${site}/main`, 'main', ''],
    [`${site}/feature%2Fx/a%20b/%C3%BC.ts`, 'feature/x', 'a b/ü.ts'],
    ['https://bitbucket.org/ACME/Api/src/main/a.ts', 'main', 'a.ts'],
    [`${site}/`, undefined, undefined],
    [`${site}/main//a.ts`, undefined, undefined],
    [`${site}/main/a%2F..%2F..%2Fb`, undefined, undefined],
    [`${site}/main/%00`, undefined, undefined],
    [`${site}/main/%E0%A4%A`, undefined, undefined],
    ['https://bitbucket.org/acme/api/commits/src/main', undefined, undefined],
    ['https://bitbucket.org/acme/other/src/main/a.ts', undefined, undefined],
    ['https://bitbucket.org/acme/api', undefined, undefined],
  ])('S2-14 %s is read back: the query dropped, the first /src/ only', (url, ref, path) => {
    const { integration } = integrationOver(nothing);
    expect(integration.extractBranchFromSourceUrl(repository, url)).toBe(ref);
    expect(integration.extractSourcePathFromSourceUrl(repository, url)).toBe(path);
  });

  test('S2-14 with refs that have slashes is read by the longest that fits', () => {
    const { integration } = integrationOver(nothing);
    const url = `${site}/release/1.0/fix/src/app.ts`;
    const read = (refs: string[]) => [
      integration.extractBranchFromSourceUrl(repository, url, refs),
      integration.extractSourcePathFromSourceUrl(repository, url, refs),
    ];
    expect(read(['main', 'release/1.0', 'release/1.0/fix'])).toEqual(['release/1.0/fix', 'src/app.ts']);
    expect(read(['release/1.0'])).toEqual(['release/1.0', 'fix/src/app.ts']);
    expect(read(['release/1', 'release/1.0/fi'])).toEqual(['release', '1.0/fix/src/app.ts']);
  });

  test('is the same after it was written and read, whatever names there are', () => {
    const { integration } = integrationOver(nothing);
    const name = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .filter((text) => !/[/\p{Cc}]/u.test(text) && !/^\.\.?$/.test(text) && text.isWellFormed());
    const names = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(
        names,
        names,
        fc.option(fc.integer({ min: 1, max: 1e6 }), { nil: undefined }),
        (ref, path, line) => {
          const url = integration.formatSourceUrl(repository, { path, ref, line });
          expect(integration.sourceUrlMatches(url)).toBe(true);
          expect(integration.extractBranchFromSourceUrl(repository, url, [ref])).toBe(ref);
          expect(integration.extractSourcePathFromSourceUrl(repository, url, [ref])).toBe(path);
        },
      ),
    );
  });
});

describe('an address whose ref Bitbucket has to name', () => {
  const refs = ['main', 'release', 'release/1.0', 'ü/"quoted"'];
  const answer: Answer = ({ path, url }) => {
    if (path !== '/repositories/acme/api/refs') return undefined;
    const asked = [...(url.searchParams.get('q') ?? '').matchAll(/name="((?:[^"\\]|\\.)*)"/g)];
    const names = asked.map(([, literal = '']) => literal.replace(/\\(.)/g, '$1'));
    return { values: refs.filter((name) => names.includes(name)).map((name) => ({ name })) };
  };

  test.each<[string, string, string, number | undefined]>([
    [`${site}/release/1.0/src/app.ts#lines-7`, 'release/1.0', 'src/app.ts', 7],
    [`${site}/release/notes.md?at=x#lines-7:9`, 'release', 'notes.md', 7],
    [`${site}/unknown/notes.md#L7`, 'unknown', 'notes.md', undefined],
    [`${site}/${encodeURI('ü/"quoted"')}/a.ts`, 'ü/"quoted"', 'a.ts', undefined],
  ])('%s is read with one call', async (url, ref, path, line) => {
    const { integration, lines } = integrationOver(answer);
    await expect(integration.parseSourceUrl(url)).resolves.toEqual({
      repository: 'acme/api',
      ref,
      path,
      line,
    });
    expect(lines()).toEqual(['GET /repositories/acme/api/refs']);
  });

  test.each([
    `${site}/main`,
    `${site}/feature%2Fx/a.ts`,
    `${site}/${'a'.repeat(40)}/src/app.ts`,
    'https://notbitbucket.org/acme/api/src/main/a.ts',
    'https://bitbucket.org/ac%2Fme/api/src/main/a/b.ts',
  ])('%s needs none', async (url) => {
    const { integration, asked } = integrationOver(answer);
    await integration.parseSourceUrl(url);
    expect(asked).toHaveLength(0);
  });

  test('with 10,000 parts asks in an address of bounded length', async () => {
    const { integration, asked } = integrationOver(answer);
    await integration.parseSourceUrl(`${site}/${'a/'.repeat(10_000)}b.ts`);
    expect(asked[0]?.url.href.length).toBeLessThan(4000);
  });
});
