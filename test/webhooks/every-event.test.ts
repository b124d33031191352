import { samples, signDelivery } from 'bitbucket-sdk/testing';
import {
  CLOUD_EVENTS,
  createWebhookReceiver,
  parseDelivery,
  SERVER_EVENTS,
  WebhookError,
  type WebhookProduct,
} from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { createPayloadJudge } from '../../src/webhooks/payloads/payload-judge.ts';
import { describeWithReferenceData, readReferenceData, readReferenceText } from '../reference-data.ts';
import { secret } from './receiver-kit.ts';

type Json = Record<string, unknown>;

const judges = { cloud: createPayloadJudge('cloud'), server: createPayloadJudge('server') };

const events: readonly [WebhookProduct, string][] = [
  ...Object.keys(CLOUD_EVENTS).map((key): [WebhookProduct, string] => ['cloud', key]),
  ...Object.keys(SERVER_EVENTS).map((key): [WebhookProduct, string] => ['server', key]),
];

function sample(product: WebhookProduct, eventKey: string): Json {
  const all: Readonly<Record<string, (() => object) | undefined>> = samples[product];
  const payload = all[eventKey]?.();
  if (payload === undefined) throw new Error(`${product} has no sample of ${eventKey}`);
  return payload as Json;
}

/** Every place in the payload, as a path. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  const inside = Object.entries(value).flatMap(([key, item]) =>
    places(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inside : [path, ...inside];
}

/** A copy with the place changed; taken away where `to` says nothing. */
function changed(payload: unknown, path: readonly (string | number)[], ...to: [unknown?]): Json {
  const copy = structuredClone(payload) as Json;
  let parent: Json = copy;
  for (const step of path.slice(0, -1)) parent = parent[step] as Json;
  const last = path.at(-1) ?? '';
  if (to.length === 0) delete parent[last];
  else parent[last] = to[0];
  return copy;
}

/** How a body is taken: the error's message, or nothing. */
function refusal(product: WebhookProduct, eventKey: string, body: string): string | undefined {
  const headers = { 'x-event-key': eventKey };
  try {
    parseDelivery({ product, headers, body: Buffer.from(body) });
  } catch (thrown) {
    if (thrown instanceof WebhookError && thrown.status === 400) return thrown.message;
    throw thrown;
  }
  return undefined;
}

describe('every event of both products', () => {
  test('has a sample, and Server’s test has one too', () => {
    expect(Object.keys(samples.cloud).sort()).toEqual(Object.keys(CLOUD_EVENTS).sort());
    expect(Object.keys(samples.server).sort()).toEqual(
      [...Object.keys(SERVER_EVENTS), 'diagnostics:ping'].sort(),
    );
  });

  test.each(events)(
    'of %s: %s is signed, let in, and heard with all that was sent',
    async (product, eventKey) => {
      const payload = sample(product, eventKey);
      const receiver = createWebhookReceiver<WebhookProduct>({ product, secret });
      const heard: unknown[] = [];
      receiver.on('*', ({ payload: received, delivery }) => {
        heard.push([delivery.eventKey, delivery.known, received]);
      });
      const delivery = signDelivery({ product, eventKey, payload, secret });
      expect(await receiver.receive({ method: 'POST', ...delivery })).toMatchObject({ status: 200 });
      expect(heard).toEqual([[eventKey, true, JSON.parse(JSON.stringify(payload))]]);
    },
  );

  test.each(events)('of %s: %s gives a new sample each time', (product, eventKey) => {
    const first = sample(product, eventKey);
    expect(sample(product, eventKey)).toEqual(first);
    for (const place of places(first)) {
      const whole = first;
      let one: unknown = whole;
      let two: unknown = sample(product, eventKey);
      for (const step of place) {
        one = (one as Json)[step];
        two = (two as Json)[step];
      }
      if (typeof one === 'object' && one !== null) expect(one, place.join('.')).not.toBe(two);
    }
  });

  test.each(events)('of %s: %s keeps fields that nobody knows, wherever they stand', (product, eventKey) => {
    const payload = sample(product, eventKey);
    const objects = places(payload).filter((place) => typeof place.at(-1) === 'string');
    for (const place of objects) {
      const more = changed(payload, [...place.slice(0, -1), 'a field of 2030'], { deep: [null, 'ä', 1] });
      expect(judges[product](eventKey, more), place.join('.')).toBeUndefined();
    }
  });

  test.each(events)(
    'of %s: a %s without a field is let in, or refused by that field’s name',
    (product, eventKey) => {
      const payload = sample(product, eventKey);
      const refused: string[] = [];
      for (const place of places(payload)) {
        if (typeof place.at(-1) === 'number') continue;
        const misfit = judges[product](eventKey, changed(payload, place));
        if (misfit === undefined) continue;
        expect(misfit).toBe(place.join('.'));
        refused.push(misfit);
      }
      const [first] = refused;
      if (eventKey !== 'repo:secret_detected' && eventKey !== 'project:updated') expect(first).toBeDefined();
    },
  );

  test.each(events)(
    'of %s: a %s with a wrong field is refused by its name, and never shows its value',
    (product, eventKey) => {
      const payload = sample(product, eventKey);
      const oddities = [7.5, true, 'of-the-sender', ['of-the-sender'], { here: 'of-the-sender' }];
      for (const place of places(payload)) {
        for (const oddity of oddities) {
          const body = JSON.stringify(changed(payload, place, oddity));
          const message = refusal(product, eventKey, body);
          if (message === undefined || message.includes('eventKey')) continue;
          const path = / (\S+) is not as the event has it$/.exec(message)?.[1];
          expect(
            `${place.join('.')}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${place.join('.')}.`),
            message,
          ).toBe(true);
          expect(message).not.toContain('of-the-sender');
        }
      }
    },
  );

  test('is refused as a list, a word, a number, or nothing', () => {
    for (const [product, eventKey] of [...events, ['server', 'diagnostics:ping'] as const]) {
      for (const body of ['[]', '"x"', '7', 'null', 'true']) {
        expect(refusal(product, eventKey, body), eventKey).toContain('not a JSON object');
      }
    }
  });
});

describe('the parts that are judged by code of their own', () => {
  test('are judged as their tables say, whatever stands in their fields', () => {
    // The tables find the field of what does not fit: where they would let it pass, they find none.
    const oddities = [undefined, null, 0, '', false, [], {}, [null], { href: 7 }, { hash: null }];
    for (const eventKey of ['repo:push', 'pullrequest:created', 'repo:commit_comment_created']) {
      const payload = sample('cloud', eventKey);
      for (const place of places(payload)) {
        for (const oddity of oddities) {
          const misfit = judges.cloud(eventKey, changed(payload, place, oddity));
          if (misfit === undefined) continue;
          expect(
            `${misfit}.`.startsWith(`${place.join('.')}.`),
            `${eventKey} ${place.join('.')}: ${misfit}`,
          ).toBe(true);
        }
      }
    }
  });
});

describe('each field of a push that is told to listeners', () => {
  const whole = sample('cloud', 'repo:push');
  const change = ['push', 'changes', 0];
  const commit = [...change, 'commits', 0];
  test.each([
    ...['uuid', 'full_name', 'name', 'is_private', 'links', 'workspace', 'project', 'owner'].map((field) => [
      'repository',
      field,
    ]),
    ...['type', 'uuid', 'account_id', 'nickname', 'username', 'display_name'].map((field) => [
      'actor',
      field,
    ]),
    ...['old', 'new', 'created', 'closed', 'forced', 'truncated', 'commits', 'links'].map((field) => [
      ...change,
      field,
    ]),
    ...['type', 'name', 'target', 'message', 'date'].map((field) => [...change, 'new', field]),
    ...['hash', 'message', 'date', 'author'].map((field) => [...commit, field]),
    [...commit, 'author', 'raw'],
    [...commit, 'author', 'user'],
    [...commit, 'author', 'user', 'uuid'],
    [...change, 'links', 'self'],
    [...change, 'links', 'html'],
    [...change, 'links', 'html', 'href'],
  ])('is judged: %s', (...place) => {
    expect(judges.cloud('repo:push', changed(whole, place, 7))).toBe(place.join('.'));
  });
});

describe('an event and its body', () => {
  const state = (product: WebhookProduct, eventKey: string, word: string) => {
    const field = product === 'cloud' ? 'pullrequest' : 'pullRequest';
    return judges[product](eventKey, changed(sample(product, eventKey), [field, 'state'], word));
  };

  test.each([
    [
      'cloud',
      'pullrequest:fulfilled',
      ['MERGED', 'OPEN|MERGED|DECLINED'],
      ['OPEN', 'DECLINED', 'merged', ''],
    ],
    ['cloud', 'pullrequest:rejected', ['DECLINED', 'SUPERSEDED', 'OPEN|MERGED|DECLINED'], ['OPEN', 'MERGED']],
    ['cloud', 'pullrequest:updated', ['OPEN', 'MERGED', 'A WORD OF 2030'], []],
    ['server', 'pr:merged', ['MERGED'], ['OPEN', 'DECLINED']],
    ['server', 'pr:declined', ['DECLINED'], ['OPEN', 'MERGED']],
    ['server', 'pr:deleted', ['OPEN', 'DECLINED'], []],
  ] as const)('of %s: %s goes with the states %j, not with %j', (product, eventKey, fitting, misfitting) => {
    for (const word of fitting) expect(state(product, eventKey, word), word).toBeUndefined();
    for (const word of misfitting) {
      expect(state(product, eventKey, word), word).toMatch(/^pull[rR]equest\.state$/);
    }
  });

  test('of a review must hold it, so that a comment cannot pass for an approval', () => {
    const comment = sample('cloud', 'pullrequest:comment_created');
    expect(judges.cloud('pullrequest:approved', comment)).toBe('approval');
    expect(judges.cloud('pullrequest:changes_request_created', comment)).toBe('changes_request');
    expect(judges.cloud('pullrequest:comment_created', sample('cloud', 'pullrequest:approved'))).toBe(
      'comment',
    );
  });
});

describe('what servers of all ages send is taken', () => {
  const push = () => samples.server['repo:refs_changed']();
  const opened = () => samples.server['pr:opened']();
  const { commits: _commits, toCommit: _toCommit, ...old } = push();
  const { links: _links, type: _type, id: _id, ...bareUser } = push().actor ?? {};

  test.each<[string, string, unknown]>([
    ['a push of before 9.0', 'repo:refs_changed', old],
    [
      'a push with times as numbers',
      'repo:refs_changed',
      changed(push(), ['toCommit', 'authorTimestamp'], 1_550_436_762_919),
    ],
    [
      'a push by an access key',
      'repo:refs_changed',
      { ...push(), actor: { ...bareUser, type: 'SERVICE', id: null } },
    ],
    ['a push by nobody', 'repo:refs_changed', { ...push(), actor: null }],
    ['a push of nothing', 'repo:refs_changed', { ...push(), changes: [] }],
    [
      'a push of two hundred refs',
      'repo:refs_changed',
      { ...push(), changes: Array(200).fill(push().changes[0]) },
    ],
    ['a deletion without toCommit', 'repo:refs_changed', { ...push(), toCommit: null, commits: [] }],
    [
      'a pull request with ISO dates',
      'pr:opened',
      changed(opened(), ['pullRequest', 'createdDate'], '2018-07-05T19:21:30+0000'),
    ],
    [
      'a pull request whose links are null',
      'pr:opened',
      changed(opened(), ['pullRequest', 'links'], { self: [null] }),
    ],
    [
      'a pull request of a fork that is gone',
      'pr:opened',
      changed(opened(), ['pullRequest', 'fromRef', 'repository'], null),
    ],
    ['a pull request without a description', 'pr:opened', changed(opened(), ['pullRequest', 'description'])],
    [
      'a retitled pull request, without its target',
      'pr:modified',
      changed(samples.server['pr:modified'](), ['previousTarget']),
    ],
    [
      'a comment that answers one',
      'pr:comment:added',
      { ...samples.server['pr:comment:added'](), commentParentId: 61 },
    ],
    [
      'a synchronized mirror with too many refs',
      'mirror:repo_synchronized',
      { ...samples.server['mirror:repo_synchronized'](), refLimitExceeded: true, changes: [] },
    ],
    ['the test of a hook', 'diagnostics:ping', { test: true }],
    ['a test that says nothing', 'diagnostics:ping', {}],
  ])('%s', (_, eventKey, payload) => {
    expect(judges.server(eventKey, payload)).toBeUndefined();
  });
});

describe('what Cloud sends of all ages is taken', () => {
  const created = () => samples.cloud['pullrequest:created']();
  const comment = () => samples.cloud['pullrequest:comment_created']();
  const oldUser = { username: 'ada', display_name: 'Ada', type: 'user', uuid: '{a}', links: {} };

  test.each<[string, string, unknown]>([
    [
      'an author of before 2019',
      'pullrequest:created',
      changed(created(), ['pullrequest', 'author'], oldUser),
    ],
    ['an author who is gone', 'pullrequest:created', changed(created(), ['pullrequest', 'author'], null)],
    [
      'a fork that is gone',
      'pullrequest:created',
      changed(created(), ['pullrequest', 'source'], {
        branch: { name: 'x' },
        commit: null,
        repository: null,
      }),
    ],
    [
      'a fork of another workspace',
      'pullrequest:created',
      changed(created(), ['pullrequest', 'source', 'repository'], samples.cloud['repo:fork']().fork),
    ],
    [
      'participants who are accounts, as they were printed',
      'pullrequest:created',
      changed(created(), ['pullrequest', 'participants'], [oldUser]),
    ],
    ['no reviewers at all', 'pullrequest:created', changed(created(), ['pullrequest', 'reviewers'])],
    [
      'a comment on a whole file',
      'pullrequest:comment_created',
      changed(comment(), ['comment', 'inline'], { path: 'a', from: null, to: null }),
    ],
    ['a comment of before 2016', 'pullrequest:comment_created', changed(comment(), ['comment', 'user'])],
    [
      'a comment without content',
      'issue:updated',
      changed(samples.cloud['issue:updated'](), ['comment', 'content'], {
        raw: null,
        html: '',
        markup: 'markdown',
      }),
    ],
    [
      'an issue changed without a comment',
      'issue:updated',
      changed(samples.cloud['issue:updated'](), ['comment'], null),
    ],
    [
      'a status without its commit',
      'repo:commit_status_created',
      changed(samples.cloud['repo:commit_status_created'](), ['commit_status', 'commit']),
    ],
    [
      'a commit without links',
      'repo:commit_comment_created',
      changed(samples.cloud['repo:commit_comment_created'](), ['commit'], {
        type: 'base_commit',
        hash: 'a',
        links: {},
      }),
    ],
    [
      'links that are null',
      'repo:created',
      changed(samples.cloud['repo:created'](), ['repository', 'links'], { self: null, html: null }),
    ],
    [
      'an update that does not say what',
      'repo:updated',
      changed(samples.cloud['repo:updated'](), ['changes']),
    ],
  ])('%s', (_, eventKey, payload) => {
    expect(judges.cloud(eventKey, payload)).toBeUndefined();
  });
});

interface Recorded {
  readonly file: string;
  readonly event: string;
  readonly flavour: WebhookProduct;
}

describeWithReferenceData('every recorded delivery, of every event', () => {
  test('comes through a receiver to the listener of its event, with nothing lost or changed', async () => {
    const recorded = readReferenceData<readonly Recorded[]>('fixtures/INDEX.json');
    expect(recorded).toHaveLength(67);
    expect(new Set(recorded.map(({ event, flavour }) => `${flavour} ${event}`)).size).toBe(37);
    for (const { file, event, flavour } of recorded) {
      const text = readReferenceText(`fixtures/${file}`);
      const receiver = createWebhookReceiver<WebhookProduct>({ product: flavour, secret });
      const heard: unknown[] = [];
      receiver.on(event as keyof typeof CLOUD_EVENTS, ({ payload }) => {
        heard.push(payload);
      });
      const delivery = signDelivery({ product: flavour, eventKey: event, payload: text, secret });
      expect((await receiver.receive({ method: 'POST', ...delivery })).status, file).toBe(200);
      expect(heard, file).toEqual([JSON.parse(text)]);
    }
  });
});
