import { createHmac } from 'node:crypto';
import { samples } from 'bitbucket-sdk/testing';
import { describe, expect, test } from 'vitest';
import { appOver, appUrl, hookSecret, sampleRepository } from './app-over-fetch.ts';
import type { Answer } from './integration-kit.ts';

const nothing: Answer = () => undefined;

describe('the webhook endpoint of an integration', () => {
  test('S1-01 takes POST only', async () => {
    const { deliver } = await appOver(nothing);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await deliver({}, { method });
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
  });

  test.each<[string, () => Promise<Response>]>([
    ['an empty body', async () => (await appOver(nothing)).deliver({ payload: '' })],
    ['a body that is not JSON', async () => (await appOver(nothing)).deliver({ payload: '{"push":' })],
    ['a body of another shape', async () => (await appOver(nothing)).deliver({ payload: { push: [] } })],
    ['no event key', async () => (await appOver(nothing)).deliver({ eventKey: '' })],
  ])('S1-01 answers %s with 400', async (_, send) => {
    expect((await send()).status).toBe(400);
  });

  test('S1-01 refuses an unknown organization or integration as it refuses one that is disabled', async () => {
    const { deliver, store, integration, received, link } = await appOver(nothing);
    await link();
    const statuses = [
      await deliver({}, { organizationId: 'org-2' }),
      await deliver({}, { integrationId: 'integration-2' }),
    ];
    await store.integrations.update(integration.record.id, { status: 'disabled' });
    statuses.push(await deliver());
    const answers = await Promise.all(
      statuses.map(async (response) => [response.status, await response.text()]),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    expect(received).toHaveLength(0);
  });

  test('S1-02 answers an event that nobody handles with 204', async () => {
    const { deliver, link } = await appOver(nothing);
    await link();
    expect((await deliver({ eventKey: 'repo:newer', payload: { any: 'thing' } })).status).toBe(204);
  });

  test('S1-04 refuses a missing signature, another method and a wrong digest, for three reasons', async () => {
    const { app, deliver, integration, received, link, log } = await appOver(nothing);
    await link();
    const body = Buffer.from(JSON.stringify(samples.cloud['repo:push']()));
    const digest = (algorithm: string, secret = hookSecret) =>
      `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;
    const send = (signature: string) =>
      app.fetch(
        new Request(`${appUrl}/organizations/org-1/integrations/${integration.record.id}/webhook`, {
          method: 'POST',
          headers: {
            'x-event-key': 'repo:push',
            'x-request-uuid': crypto.randomUUID(),
            'x-hook-uuid': 'h',
            'x-hub-signature': signature,
          },
          body,
        }),
      );
    const refused = [
      await deliver({ secret: undefined }),
      await send(digest('sha1')),
      await send(digest('sha256', 'another')),
    ];
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(log.codes()).toEqual(['signature_missing', 'signature_method', 'signature_mismatch']);
    expect(received).toHaveLength(0);
    expect((await send(digest('sha256'))).status).toBe(200);
    expect(received).toHaveLength(1);
  });

  test('S1-04 accepts a right signature over bytes that are written in another way', async () => {
    const { deliver, received, link } = await appOver(nothing);
    await link();
    const payload = `  ${JSON.stringify(samples.cloud['repo:push'](), null, 3).replaceAll('Ada', '\\u0041da')}\n`;
    expect((await deliver({ payload })).status).toBe(200);
    expect(received[0]?.commits[0]?.author).toEqual({ name: 'Ada Example', email: 'ada@example.com' });
  });

  test('S1-05 follows a rename by UUID, for a genuine delivery only', async () => {
    const { deliver, store, received, link } = await appOver(nothing);
    const { id } = await link({ name: 'acme/old-name' });
    const other = await link({ externalId: '{other}', name: 'acme/other' });
    expect((await deliver({ secret: 'forged' })).status).toBe(401);
    expect(await store.repositories.get(id)).toMatchObject({ name: 'acme/old-name' });
    expect((await deliver()).status).toBe(200);
    expect(await store.repositories.get(id)).toMatchObject({
      name: 'acme/widgets',
      url: 'https://bitbucket.org/acme/widgets',
      config: { name: 'acme/widgets', webhookId: '{hook}' },
    });
    expect(await store.repositories.get(other.id)).toMatchObject({ name: 'acme/other' });
    expect(received[0]?.repository.name).toBe('acme/widgets');
  });

  test.each(['widgets', 'acme/../admin', 'acme/wid gets', '../..', 'acme/widgets/x'])(
    'does not take %j for a name',
    async (full_name) => {
      const { deliver, store, link } = await appOver(nothing);
      const { id } = await link();
      const payload = samples.cloud['repo:push']();
      Object.assign(payload.repository, { full_name });
      expect((await deliver({ payload })).status).toBe(200);
      expect(await store.repositories.get(id)).toMatchObject({ name: 'acme/widgets' });
    },
  );

  test('S1-05 answers 404 for a repository that this integration has not linked', async () => {
    const { deliver, received, link } = await appOver(nothing);
    expect((await deliver()).status).toBe(404);
    await link({ integrationId: 'integration-2' });
    expect((await deliver()).status).toBe(404);
    await link({ status: 'disabled' });
    expect((await deliver()).status).toBe(404);
    expect(received).toHaveLength(0);
  });

  test('S1-06 makes a record of each commit of each change, once', async () => {
    const { deliver, received, link } = await appOver(nothing);
    await link();
    const payload = samples.cloud['repo:push']();
    const [change] = payload.push.changes;
    const [commit] = change?.commits ?? [];
    if (change?.new === undefined || change.new === null || commit === undefined)
      throw new Error('no commit');
    const raw = (text: string | undefined) => (text === undefined ? {} : { author: { raw: text } });
    const made = (hash: string, message: string, author: string | undefined) => {
      const { author: __, ...rest } = commit;
      return { ...rest, hash, message, date: '2026-11-19T12:20:30+02:00', ...raw(author) };
    };
    payload.push.changes = [
      {
        ...change,
        commits: [
          made('a1', 'Fixes DEMO-1', 'Ada <ada@example.com>'),
          made('a2', 'Skip me #skipsentry', 'Ada <ada@example.com>'),
        ],
      },
      {
        ...change,
        new: { ...change.new, name: 'release' },
        commits: [
          made('a1', 'Fixes DEMO-1', 'Ada <ada@example.com>'),
          made('a3', 'No address', 'Ada'),
          made('a4', 'Long address', `Ada <${'a'.repeat(70)}@example.com>`),
          made('a5', 'No author', undefined),
        ],
      },
      { ...change, new: null, closed: true, commits: [made('a6', 'Of a branch that is gone', undefined)] },
    ];
    expect((await deliver({ payload })).status).toBe(200);
    expect(received[0]?.commits).toEqual([
      {
        id: 'a1',
        ref: 'main',
        message: 'Fixes DEMO-1',
        author: { name: 'Ada', email: 'ada@example.com' },
        timestamp: '2026-11-19T10:20:30.000Z',
        resolves: ['DEMO-1'],
      },
      ...[
        ['a3', 'No address'],
        ['a4', 'Long address'],
        ['a5', 'No author'],
      ].map(([hash, message]) => ({
        id: hash,
        ref: 'release',
        message,
        author: undefined,
        timestamp: '2026-11-19T10:20:30.000Z',
        resolves: [],
      })),
    ]);
  });

  test('S2-28 tells which issues a pushed commit resolves', async () => {
    const { deliver, received, link } = await appOver(nothing);
    await link();
    await deliver();
    expect(received[0]?.commits.map(({ resolves }) => resolves)).toEqual([['WIDGETS-12']]);
  });

  test('S1-07 gives a merged pull request to its handler, and to no other', async () => {
    const merged: [string, number][] = [];
    const { deliver, received, link } = await appOver(nothing, {
      onPullRequest: ({ payload, repository }) =>
        void merged.push([repository.externalId, payload.pullrequest.id]),
    });
    await link();
    const payload = samples.cloud['pullrequest:fulfilled']();
    expect((await deliver({ eventKey: 'pullrequest:fulfilled', payload })).status).toBe(200);
    expect(merged).toEqual([[sampleRepository().uuid, 7]]);
    expect(received).toHaveLength(0);
  });
});
