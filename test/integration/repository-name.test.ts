import { isIntegrationFormError } from 'bitbucket-sdk';
import { parseRepositoryName } from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';

const uuid = '{8d3c5f7a-1b2e-4f6a-9c0d-7e8f9a0b1c2d}';

/** The fields of the form error that it ends in. */
function mistakesOf(text: unknown, input?: Parameters<typeof parseRepositoryName>[1]) {
  try {
    return `was taken for ${parseRepositoryName(text, input)}`;
  } catch (error) {
    if (!isIntegrationFormError(error)) throw error;
    return error.fields;
  }
}

describe('a repository as people write it', () => {
  test.each([
    'acme/api',
    ' acme/api\n',
    'acme/api/',
    'acme/api.git',
    'https://bitbucket.org/acme/api',
    'https://bitbucket.org/acme/api/',
    'http://bitbucket.org/acme/api',
    'HTTPS://Bitbucket.org/acme/api',
    'bitbucket.org/acme/api',
    'https://bitbucket.org/acme/api.git',
    'https://me@bitbucket.org/acme/api.git',
    'https://me:p4ss@bitbucket.org/acme/api.git',
    'https://bitbucket.org/acme/api/src/main/a/b.ts?at=x#lines-3',
    'https://bitbucket.org/acme/api/pull-requests/7/diff',
    'https://bitbucket.org/acme/api?x=1',
    'git@bitbucket.org:acme/api.git',
    'git@bitbucket.org:/acme/api.git',
    'git@ssh.bitbucket.org:acme/api.git',
    'ssh://git@bitbucket.org/acme/api.git',
    'ssh://git@ssh.bitbucket.org/acme/api.git',
    'ssh://git@altssh.bitbucket.org:443/acme/api.git',
  ])('%j is acme/api', (text) => {
    expect(parseRepositoryName(text)).toBe('acme/api');
  });

  test.each<[string, string]>([
    [`acme/${uuid}`, `acme/${uuid}`],
    [`${uuid}/${uuid}`, `${uuid}/${uuid}`],
    [
      `https://bitbucket.org/acme/${encodeURIComponent(uuid).toLowerCase().replace('%7D', '%7d')}`,
      `acme/${uuid}`,
    ],
    ['Acme_1/my.Repo-2', 'Acme_1/my.Repo-2'],
    ['https://bitbucket.org/x/../acme/api', 'acme/api'],
  ])('%j is %s', (text, name) => {
    expect(parseRepositoryName(text)).toBe(name);
  });

  test('stands on the site that the host names', () => {
    const siteUrl = 'http://127.0.0.1:4000';
    expect(parseRepositoryName('http://127.0.0.1:4000/acme/api', { siteUrl })).toBe('acme/api');
    expect(parseRepositoryName('acme/api', { siteUrl })).toBe('acme/api');
    for (const text of ['https://bitbucket.org/acme/api', 'git@ssh.bitbucket.org:acme/api'])
      expect(mistakesOf(text, { siteUrl })).toEqual({ repo: expect.stringContaining('Bitbucket site') });
    expect(() => parseRepositoryName('acme/api', { siteUrl: 'nowhere' })).toThrow('siteUrl');
  });

  test.each([undefined, null, 12, {}, ['acme/api'], '', '  \n'])('%j is a missing one', (text) => {
    expect(mistakesOf(text)).toEqual({ repo: 'Repository is required' });
    expect(mistakesOf(text, { field: 'name' })).toEqual({ name: 'Repository is required' });
  });

  test.each([
    'api',
    '/api',
    'acme/',
    '/',
    'acme//api',
    'acme/api/src',
    'acme/..',
    '../api',
    './api',
    'acme/.git',
    'ac me/api',
    'acme/a#b',
    'acme/a?b',
    'acme/a%2fb',
    'acme/<script>',
    'acme/\u0000',
    'acmé/api',
    'acme/{not-a-uuid}',
    `acme/${'x'.repeat(129)}`,
    'https://bitbucket.org/acme',
    'https://bitbucket.org/',
    'git@bitbucket.org:acme',
    'git@bitbucket.org:acme/api/src',
    'me:p4ss@bitbucket.org:acme/api',
    'javascript:alert(1)',
  ])('%j is none', (text) => {
    expect(mistakesOf(text)).toEqual({ repo: 'A repository is written workspace/repository' });
  });

  test.each([
    'https://github.com/acme/api',
    'https://bitbucket.org.evil.example/acme/api',
    'https://evil.example/bitbucket.org/acme/api',
    'https://bitbucket.org@evil.example/acme/api',
    'https://bitbucket.org:8443/acme/api',
    'git@github.com:acme/api.git',
    'ssh://git@evil.example/acme/api',
    'ftp://bitbucket.org/acme/api',
    'file:///acme/api',
    'https://',
    '://',
  ])('%j is another site’s', (text) => {
    expect(mistakesOf(text)).toEqual({ repo: 'This is not an address of the Bitbucket site' });
  });

  test('what is too long is refused without being read, and nothing that was typed is quoted', () => {
    expect(mistakesOf(`acme/${'/'.repeat(1_000_000)}`)).toEqual({
      repo: 'This is too long for a repository',
    });
    const secrets = ['https://me:p4ss@evil.example/a/b', 'ATBBsecretsecret', 'me:p4ss@bitbucket.org:a/b'];
    for (const text of secrets) {
      const mistakes = JSON.stringify(mistakesOf(text));
      for (const part of ['p4ss', 'evil', 'ATBB']) expect(mistakes).not.toContain(part);
    }
  });
});
