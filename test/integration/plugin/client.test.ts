import { createHmac } from 'node:crypto';
import { isApiError, isAuthError, isConfigError } from 'bitbucket-sdk';
import { oauth1BaseString } from 'bitbucket-sdk/auth';
import { BitbucketClient } from 'bitbucket-sdk/integration';
import { describe, expect, test, vi } from 'vitest';
import { annToken, consumer, createPluginWorld } from './plugin-world.ts';

const problemOf = async (call: () => unknown): Promise<unknown> => {
  try {
    return `was not refused: ${JSON.stringify(await call())}`;
  } catch (error) {
    return error;
  }
};

describe('the consumer of the older plugin', () => {
  const env = { BITBUCKET_CONSUMER_KEY: 'env-key', BITBUCKET_CONSUMER_SECRET: 'env-secret' };
  const keyOf = async (client: BitbucketClient): Promise<string | undefined> => {
    const { headers } = await client.bindAuth(new Request('https://api.bitbucket.org/2.0/user'));
    return /oauth_consumer_key="([^"]*)"/.exec(headers.get('authorization') ?? '')?.[1];
  };

  test('comes from the options, or what they leave out from the environment', async () => {
    await expect(keyOf(new BitbucketClient({ ...annToken, env }))).resolves.toBe('env-key');
    await expect(keyOf(new BitbucketClient({ ...annToken, env, consumerKey: 'own' }))).resolves.toBe('own');
    vi.stubEnv('BITBUCKET_CONSUMER_KEY', 'process-key');
    vi.stubEnv('BITBUCKET_CONSUMER_SECRET', 'process-secret');
    const client = new BitbucketClient(annToken);
    // Read when it is made, and not again.
    vi.unstubAllEnvs();
    await expect(keyOf(client)).resolves.toBe('process-key');
  });

  test.each<[string, object, string, RegExp]>([
    [
      'no key',
      { env: { ...env, BITBUCKET_CONSUMER_KEY: undefined } },
      'consumerKey',
      /BITBUCKET_CONSUMER_KEY/,
    ],
    [
      'an empty key',
      { env: { ...env, BITBUCKET_CONSUMER_KEY: '' } },
      'consumerKey',
      /BITBUCKET_CONSUMER_KEY/,
    ],
    ['no secret', { env: { BITBUCKET_CONSUMER_KEY: 'k' } }, 'consumerSecret', /BITBUCKET_CONSUMER_SECRET/],
    ['an empty one in the options', { env, consumerSecret: '' }, 'consumerSecret', /empty/],
    ['a misspelt option', { env, consumerkey: 'k' }, 'consumerkey', /Did you mean consumerKey/],
    ['a base address that is none', { env, baseUrl: 'nowhere' }, 'baseUrl', /web address/],
  ])('%s is a ConfigError that names it, and no secret', async (_, options, option, message) => {
    const error = await problemOf(() => new BitbucketClient({ ...annToken, ...options }));
    expect(isConfigError(error)).toBe(true);
    expect(error).toMatchObject({ option, message: expect.stringMatching(message) });
    expect(JSON.stringify(error)).not.toContain('env-secret');
  });

  test('is in nothing that can be seen of the client', () => {
    const client = new BitbucketClient({ ...consumer, ...annToken });
    for (const secret of [...Object.values(consumer), ...Object.values(annToken)])
      expect(JSON.stringify(client) + String(client)).not.toContain(secret);
  });
});

describe('the user token of the older plugin', () => {
  test('S3-01 hasAuth is true with a token and its secret, and for neither alone', () => {
    const hasAuth = (token?: string, tokenSecret?: string) =>
      new BitbucketClient({ ...consumer, token, tokenSecret }).hasAuth();
    expect(hasAuth('t', 's')).toBe(true);
    const others: (string | undefined)[][] = [[], ['t'], [undefined, 's'], ['t', ''], ['', 's'], ['', '']];
    expect(others.map((parts) => hasAuth(...parts))).toEqual(others.map(() => false));
  });

  test('S3-01 without it no request leaves: a person has to connect the account', async () => {
    const { clientWith, calls } = await createPluginWorld();
    const client = clientWith({ tokenSecret: '' });
    for (const call of [
      () => client.bindAuth(new Request('https://api.bitbucket.org/2.0/user')),
      () => client.getRepo('acme/api'),
      () => client.createIssue('acme/api', { title: 'It breaks' }),
    ]) {
      const error = await problemOf(call);
      expect(isAuthError(error)).toBe(true);
      expect(error).toMatchObject({ code: 'reauthorization_required' });
    }
    expect(calls).toHaveLength(0);
  });
});

describe('the signature of the older plugin', () => {
  test('S3-02 bindAuth signs method, address and query by HMAC-SHA1 with both secrets, in the header', async () => {
    const client = new BitbucketClient({
      ...consumer,
      ...annToken,
      now: () => 1_700_000_000_999,
      nonce: () => 'n',
    });
    const url = 'https://api.bitbucket.org/2.0/repositories/acme/api/issues?q=title~%22a+b%22&pagelen=50';
    const request = await client.bindAuth(new Request(url, { headers: { accept: 'application/json' } }));
    expect(request.url).toBe(url);
    expect(request.headers.get('accept')).toBe('application/json');
    const header = request.headers.get('authorization') ?? '';
    expect(header).toMatch(/^OAuth /);
    const given = Object.fromEntries(
      [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        decodeURIComponent(value),
      ]),
    );
    const { oauth_signature: signature, ...oauth } = given;
    expect(oauth).toEqual({
      oauth_consumer_key: 'key:with:colons',
      oauth_nonce: 'n',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '1700000000',
      oauth_token: 'ann-token',
      oauth_version: '1.0',
    });
    const key = 'consumer%20%26%20secret&ann%20secret';
    const text = oauth1BaseString({ method: 'GET', url, oauth });
    expect(signature).toBe(createHmac('sha1', key).update(text).digest('base64'));
  });

  test('S3-02 holds before a Bitbucket that checks it, also for a consumer key with a colon', async () => {
    const { clientFor, emulator } = await createPluginWorld();
    const bound = await clientFor('ann').bindAuth(new Request('https://api.bitbucket.org/2.0/user'));
    const answer = await emulator.fetch(bound.clone());
    expect(await answer.json()).toMatchObject({ username: 'ann' });
    expect((await emulator.fetch(bound)).status).toBe(401);
  });

  test.each<[string, object]>([
    ['another token secret', { tokenSecret: 'other' }],
    ['another consumer secret', { consumerSecret: 'other' }],
    ['an unknown token', { token: 'other' }],
    ['an unknown consumer', { consumerKey: 'other' }],
    ['a clock that is off', { now: () => 0 }],
  ])('S3-02 with %s Bitbucket answers 401, and no secret is told', async (_, options) => {
    const { clientWith } = await createPluginWorld();
    const error = await problemOf(() => clientWith(options).getRepo('acme/api'));
    expect(isApiError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'unauthorized', status: 401 });
    expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/secret|OAuth oauth_|ann-token/);
  });

  test('S3-02 is made anew for each attempt, so that a second one holds', async () => {
    const { clientWith, emulator, calls } = await createPluginWorld();
    emulator.faults.add({ times: 1, fault: { kind: 'status', status: 503 } });
    const { full_name } = await clientWith({ retry: { limit: 1 } }).getRepo('acme/api');
    expect(full_name).toBe('acme/api');
    const signatures = calls.map(({ headers }) => headers.get('authorization'));
    expect(new Set(signatures).size).toBe(2);
  });
});

describe('the calls of the older plugin', () => {
  test('S3-03 make, find, read and comment issues', async () => {
    const { clientFor } = await createPluginWorld();
    const client = clientFor('ann');
    const made = await client.createIssue('acme/api', {
      title: 'It "breaks"',
      content: '*So*',
      kind: 'proposal',
      priority: 'blocker',
    });
    expect(made).toMatchObject({
      id: 1,
      title: 'It "breaks"',
      content: { raw: '*So*' },
      kind: 'proposal',
      priority: 'blocker',
    });
    await client.createIssue('acme/api', { title: 'Another' });
    await expect(client.getIssue('acme/api', made.id)).resolves.toMatchObject({ title: 'It "breaks"' });
    const found = await client.searchIssues('acme/api', '"breaks"');
    expect(found.map(({ id }) => id)).toEqual([1]);
    const comment = await client.createComment('acme/api', 1, 'Seen again');
    expect(comment).toMatchObject({ content: { raw: 'Seen again' } });
  });

  test('S3-03 end as Bitbucket has it today: removed on 2026-08-20', async () => {
    const { clientFor } = await createPluginWorld({ issueTracker: 'removed' });
    const error = await problemOf(() => clientFor('ann').createIssue('acme/api', { title: 'It breaks' }));
    expect(error).toMatchObject({ name: 'FeatureRemovedError', removedOn: '2026-08-20' });
  });

  test('S3-04 read a repository, and make and delete its hook', async () => {
    const { clientFor, emulator } = await createPluginWorld();
    const client = clientFor('ann');
    const { uuid, full_name } = await client.getRepo('acme/api');
    expect(full_name).toBe('acme/api');
    const hook = {
      url: 'https://host.example.com/hook',
      active: true,
      events: ['repo:push'],
      description: 'x',
    };
    const { uuid: hookId } = await client.createHook(`acme/${uuid}`, hook);
    await expect(client.api.getHooks('acme/api')).resolves.toMatchObject([{ uuid: hookId, url: hook.url }]);
    await client.deleteHook('acme/api', hookId ?? '');
    await expect(client.api.getHooks('acme/api')).resolves.toEqual([]);
    await expect(client.deleteHook('acme/api', hookId ?? '')).rejects.toMatchObject({ status: 404 });
    await expect(client.getRepo('rival/site')).rejects.toMatchObject({ status: 404 });
    expect(emulator.deliveries).toHaveLength(0);
  });

  test('S3-05 read a commit’s file changes, the last commits, and a range from a short hash', async () => {
    const { clientFor, sample } = await createPluginWorld();
    const client = clientFor('ann');
    const { rename, first, merge } = sample.commits;
    const changes = await client.getCommitFileChanges('acme/api', rename);
    expect(new Set(changes.map(({ type }) => type))).toEqual(new Set(['A', 'D', 'M']));
    const last = await client.getLastCommits('acme/api', 'main', { limit: 3 });
    expect(last).toHaveLength(3);
    expect(last.every(({ patchSet }) => Array.isArray(patchSet))).toBe(true);
    const whole = await client.compareCommits('acme/api', { start: first, end: merge });
    const short = await client.compareCommits('acme/api', { start: first.slice(0, 7), end: merge });
    expect(short).toEqual(whole);
    expect(short.startFound).toBe(true);
    expect(short.commits.map(({ hash }) => hash)).toContain(rename);
    expect(short.commits.map(({ hash }) => hash)).not.toContain(first);
  });

  test('take a signal', async () => {
    const { clientFor } = await createPluginWorld();
    const client = clientFor('ann');
    const signal = AbortSignal.abort();
    const calls = [
      () => client.getIssue('acme/api', 1, { signal }),
      () => client.createIssue('acme/api', { title: 'x' }, { signal }),
      () => client.searchIssues('acme/api', 'x', { signal }),
      () => client.createComment('acme/api', 1, 'x', { signal }),
      () => client.getRepo('acme/api', { signal }),
      () => client.createHook('acme/api', {}, { signal }),
      () => client.deleteHook('acme/api', 'x', { signal }),
      () => client.getCommitFileChanges('acme/api', 'main', { signal }),
      () => client.getLastCommits('acme/api', 'main', { signal }),
      () => client.compareCommits('acme/api', { end: 'main', signal }),
    ];
    for (const call of calls) expect(await problemOf(call)).toMatchObject({ code: 'aborted' });
  });
});
