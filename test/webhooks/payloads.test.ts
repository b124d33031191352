import { samples, signDelivery } from 'bitbucket-sdk/testing';
import { createWebhookReceiver, parseDelivery, type WebhookProduct } from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { createPayloadJudge } from '../../src/webhooks/payloads/payload-judge.ts';
import { describeWithReferenceData, readReferenceData, readReferenceText } from '../reference-data.ts';
import { secret } from './receiver-kit.ts';

describe('a push is taken in every form in which Cloud sends it', () => {
  const judge = createPayloadJudge('cloud');
  const change = () => {
    const [first] = samples.cloud['repo:push']().push.changes;
    if (first === undefined) throw new Error('the sample has no change');
    return first;
  };
  const pushed = (...changes: unknown[]) => ({ ...samples.cloud['repo:push'](), push: { changes } });
  const { commits: _commits, ...withoutCommits } = change();
  const tag = (extra: object) => ({ ...change().new, type: 'tag', name: 'v1.0', ...extra });

  test.each<[string, unknown]>([
    ['as the sample', samples.cloud['repo:push']()],
    ['with no change at all', pushed()],
    ['of a new branch', pushed({ ...change(), old: null, created: true })],
    ['of a deleted branch', pushed({ ...withoutCommits, new: null, closed: true })],
    ['that was forced', pushed({ ...change(), forced: true })],
    [
      'of more than five commits',
      pushed({ ...change(), truncated: true, commits: Array(5).fill(change().new?.target) }),
    ],
    ['of two hundred branches', pushed(...Array.from({ length: 200 }, change))],
    [
      'of a light tag',
      pushed({ ...change(), old: null, new: tag({ tagger: null, message: null, date: null }) }),
    ],
    [
      'of an annotated tag',
      pushed({
        ...change(),
        new: tag({ tagger: { raw: 'A <a@b.c>' }, message: 'v1\n', date: '2026-01-01T00:00:00Z' }),
      }),
    ],
    [
      'of a ref of a kind that is not invented yet',
      pushed({ ...change(), new: { ...change().new, type: 'bookmark' } }),
    ],
    ['by an account that is gone', { ...samples.cloud['repo:push'](), actor: null }],
    ['by an account that hides everything', { ...samples.cloud['repo:push'](), actor: { uuid: null } }],
    [
      'by an account of before 2019',
      { ...samples.cloud['repo:push'](), actor: { username: 'ada', type: 'user' } },
    ],
    [
      'by an author without an account',
      pushed({ ...change(), commits: [{ hash: 'a'.repeat(40), author: { raw: 'A <a@b.c>', user: null } }] }),
    ],
    ['with commits by nobody', pushed({ ...change(), commits: [{ hash: 'a'.repeat(40), author: null }] })],
  ])('%s', (_, payload) => {
    expect(judge('repo:push', payload)).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['push.changes', { ...samples.cloud['repo:push'](), push: {} }],
    ['push.changes.0.old', pushed({ new: null })],
    ['push.changes.0.new.target', pushed({ ...change(), new: { ...change().new, target: null } })],
    ['push.changes.1.commits.0.hash', pushed(change(), { ...change(), commits: [{ hash: 7 }] })],
    ['push.changes.0.forced', pushed({ ...change(), forced: 'yes' })],
    ['repository.uuid', { ...samples.cloud['repo:push'](), repository: { full_name: 'a/b', name: 'b' } }],
    ['actor', { ...samples.cloud['repo:push'](), actor: 'ada' }],
    ['actor.uuid', { ...samples.cloud['repo:push'](), actor: { uuid: 7 } }],
  ])('but not with a wrong %s', (path, payload) => {
    expect(judge('repo:push', payload)).toBe(path);
  });
});

describe('a merged pull request is taken', () => {
  const judge = createPayloadJudge('cloud');
  const merged = (extra: object) => {
    const payload = samples.cloud['pullrequest:fulfilled']();
    return { ...payload, pullrequest: { ...payload.pullrequest, ...extra } };
  };
  test.each<[string, unknown]>([
    ['as the sample', merged({})],
    [
      'from a fork that is gone',
      merged({ source: { branch: { name: 'x' }, commit: null, repository: null } }),
    ],
    ['of an author that is gone', merged({ author: null, closed_by: null, description: null })],
    ['without its merge commit', merged({ merge_commit: null })],
  ])('%s', (_, payload) => {
    expect(judge('pullrequest:fulfilled', payload)).toBeUndefined();
  });

  test('but not without its id or its destination', () => {
    expect(judge('pullrequest:fulfilled', merged({ id: '7' }))).toBe('pullrequest.id');
    expect(judge('pullrequest:fulfilled', merged({ destination: null }))).toBe('pullrequest.destination');
  });
});

interface Recorded {
  readonly file: string;
  readonly event: string;
  readonly flavour: WebhookProduct;
}

describeWithReferenceData('every recorded delivery', () => {
  const recorded = () => readReferenceData<readonly Recorded[]>('fixtures/INDEX.json');

  test('is parsed as a known event, with nothing lost or changed', () => {
    for (const { file, event, flavour } of recorded()) {
      const text = readReferenceText(`fixtures/${file}`);
      const { headers, body } = signDelivery({ product: flavour, eventKey: event, payload: text });
      const delivery = parseDelivery({ product: flavour, headers, body });
      expect(delivery, file).toMatchObject({ eventKey: event, known: true });
      expect(delivery.payload, file).toEqual(JSON.parse(text));
    }
  });

  test('of a push or merge reaches its typed listener', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    const heard: string[] = [];
    receiver.on('repo:push', ({ payload }) => {
      heard.push(payload.repository.full_name);
    });
    receiver.on('pullrequest:fulfilled', ({ payload }) => {
      heard.push(payload.pullrequest.destination.branch.name);
    });
    const typed = recorded().filter(
      ({ event }) => event === 'repo:push' || event === 'pullrequest:fulfilled',
    );
    expect(typed.length).toBeGreaterThanOrEqual(8);
    for (const { file, event } of typed) {
      const payload = readReferenceText(`fixtures/${file}`);
      const delivery = signDelivery({ product: 'cloud', eventKey: event, payload, secret });
      expect((await receiver.receive({ method: 'POST', ...delivery })).status, file).toBe(200);
    }
    expect(heard).toHaveLength(typed.length);
  });
});
