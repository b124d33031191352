import { samples } from 'bitbucket-sdk/testing';
import {
  createMemoryInbox,
  createWebhookReceiver,
  type Inbox,
  type InboxEntry,
} from 'bitbucket-sdk/webhooks';
import { describe, expect, test } from 'vitest';
import { countingReceiver, createClock, createLog, gate, secret, send, settle } from './receiver-kit.ts';

const minutes = 60_000;
const another = () => ({ ...samples.cloud['repo:push'](), another: true });

describe('a delivery that comes again', () => {
  test('after success is answered 200 and not run again, at any time of the day', async () => {
    const clock = createClock();
    const { receiver, calls } = countingReceiver({ now: clock.now });
    await send(receiver);
    clock.move(11 * minutes);
    expect((await send(receiver, { attempt: 2 })).status).toBe(200);
    clock.move(600 * minutes);
    expect((await send(receiver, { attempt: 3 })).status).toBe(200);
    expect(calls).toEqual(['delivery-1']);
  });

  test('after a failure runs again', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    let runs = 0;
    receiver.on('repo:push', () => {
      runs++;
      if (runs === 1) throw new Error('once');
    });
    expect((await send(receiver)).status).toBe(500);
    expect((await send(receiver)).status).toBe(200);
    expect((await send(receiver)).status).toBe(200);
    expect(runs).toBe(2);
  });

  test('while the first is worked on waits for it and shares its success', async () => {
    const { receiver, runs, work } = slowReceiver();
    const answers = [send(receiver), send(receiver), send(receiver, { deliveryId: 'same body' })];
    await settle();
    expect(runs()).toBe(1);
    work.open();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(runs()).toBe(1);
  });

  test('while the first is worked on shares its failure, too, and then runs again', async () => {
    const { receiver, runs, work } = slowReceiver();
    const answers = [send(receiver), send(receiver)];
    await settle();
    work.fail(new Error('the work failed'));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([500, 500]);
    expect((await send(receiver)).status).toBe(500);
    expect(runs()).toBe(2);
  });

  test('is another one where its hook or its body with it differs', async () => {
    const { receiver, calls } = countingReceiver();
    await send(receiver, { hookId: 'hook-1' });
    await send(receiver, { hookId: 'hook-2', payload: another() });
    expect(calls).toHaveLength(2);
  });

  test('is another one for another tenant', async () => {
    const { receiver, calls } = countingReceiver();
    await send(receiver, {}, { route: { organizationId: '1', integrationId: '2' } });
    await send(receiver, {}, { route: { organizationId: '1', integrationId: '3' } });
    await send(receiver, {}, { route: { organizationId: '1","2', integrationId: '' } });
    await send(receiver);
    expect(calls).toHaveLength(4);
    await send(receiver, {}, { route: { integrationId: '3', organizationId: '1' } });
    expect(calls).toHaveLength(4);
  });

  test('and nobody listens is answered 204 each time, and runs once somebody does', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    expect((await send(receiver)).status).toBe(204);
    expect((await send(receiver)).status).toBe(204);
    let runs = 0;
    receiver.on('repo:push', () => {
      runs++;
    });
    expect((await send(receiver)).status).toBe(200);
    expect(runs).toBe(1);
  });
});

describe('a body that comes again under another delivery id', () => {
  test('is not run again within the replay window, and is after it', async () => {
    const clock = createClock();
    const { receiver, calls } = countingReceiver({ now: clock.now, replayWindow: 10 * minutes });
    await send(receiver, { deliveryId: 'first' });
    clock.move(10 * minutes);
    expect((await send(receiver, { deliveryId: 'second' })).status).toBe(200);
    expect((await send(receiver, { deliveryId: 'second', hookId: 'another-hook' })).status).toBe(200);
    expect(calls).toEqual(['first']);
    clock.move(1);
    expect((await send(receiver, { deliveryId: 'third' })).status).toBe(200);
    expect(calls).toEqual(['first', 'third']);
  });

  test('is not run again under another event key, either', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    const heard: string[] = [];
    receiver.on('*', ({ delivery }) => {
      heard.push(delivery.eventKey);
    });
    await send(receiver);
    await send(receiver, { eventKey: 'repo:updated', deliveryId: 'relabelled' });
    expect(heard).toEqual(['repo:push']);
  });

  test('is run again where the first failed', async () => {
    let fail = true;
    const receiver = createWebhookReceiver({ product: 'cloud', secret });
    receiver.on('repo:push', () => {
      if (fail) throw new Error('down');
    });
    expect((await send(receiver, { deliveryId: 'first' })).status).toBe(500);
    fail = false;
    expect((await send(receiver, { deliveryId: 'second' })).status).toBe(200);
  });

  test.each([
    ['missing', undefined],
    ['too long to be kept', 'x'.repeat(257)],
  ])('is known by itself alone where the id is %s', async (_, id) => {
    const clock = createClock();
    const { receiver, calls } = countingReceiver({ now: clock.now });
    const noId = { headers: { 'x-request-uuid': id as string } };
    await send(receiver, {}, noId);
    await send(receiver, {}, noId);
    expect(calls).toEqual(['no id']);
    await send(receiver, { payload: another() }, noId);
    expect(calls).toHaveLength(2);
    clock.move(11 * minutes);
    await send(receiver, {}, noId);
    expect(calls).toHaveLength(3);
  });
});

describe('the inbox', () => {
  test('is told what was done, without payload or secret, and only after the listeners have ended', async () => {
    const clock = createClock(1_000_000_000_000);
    const log: (string | InboxEntry)[] = [];
    const inbox: Inbox = {
      seen: async () => false,
      record: async (entry) => {
        log.push(entry);
      },
    };
    const receiver = createWebhookReceiver({ product: 'cloud', secret, inbox, now: clock.now });
    receiver.on('repo:push', async () => {
      await settle();
      log.push('worked');
    });
    await send(receiver, { hookId: 'hook' }, { route: { b: '2', a: '1' } });
    expect(log).toEqual([
      'worked',
      {
        scope: '["1","2"]',
        hookId: 'hook',
        deliveryId: 'delivery-1',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        at: 1_000_000_000_000,
        replayedSince: 999_999_400_000,
      },
    ]);
  });

  test('that cannot be asked makes it a 503, and no listener runs', async () => {
    for (const seen of [throwing, () => Promise.reject(new Error('no database'))]) {
      const { receiver, calls, log } = countingReceiver({ inbox: { seen, record: () => {} } });
      expect((await send(receiver)).status).toBe(503);
      expect(calls).toEqual([]);
      expect(log.lines[0]?.fields['code']).toBe('inbox_failed');
    }
  });

  test('that cannot record makes it a 503, and the delivery runs again', async () => {
    const memory = createMemoryInbox();
    let broken = true;
    const inbox: Inbox = {
      seen: memory.seen,
      record: (entry) => (broken ? throwing() : memory.record(entry)),
    };
    const { receiver, calls } = countingReceiver({ inbox });
    expect((await send(receiver)).status).toBe(503);
    broken = false;
    expect((await send(receiver)).status).toBe(200);
    expect((await send(receiver)).status).toBe(200);
    expect(calls).toHaveLength(2);
  });

  test('in memory forgets the oldest beyond its count and what is beyond its age', () => {
    const inbox = createMemoryInbox({ maxEntries: 2, maxAge: 1_000 });
    const entry = (id: string, at: number): InboxEntry => ({
      ...{ scope: '', hookId: '', deliveryId: id, digest: id, at, replayedSince: 0 },
    });
    for (const [id, at] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ] as const)
      inbox.record(entry(id, at));
    expect(['a', 'b', 'c'].map((id) => inbox.seen(entry(id, 3)))).toEqual([false, true, true]);
    expect(inbox.seen(entry('c', 1_003))).toBe(true);
    expect(inbox.seen(entry('c', 1_004))).toBe(false);
  });

  test('in memory does not grow with the number of deliveries', async () => {
    const inbox = createMemoryInbox({ maxEntries: 50 });
    const { receiver, calls } = countingReceiver({ inbox });
    const first = await send(receiver, { deliveryId: 'id-0', payload: { ...another(), n: 0 } });
    for (let n = 1; n <= 60; n++)
      await send(receiver, { deliveryId: `id-${n}`, payload: { ...another(), n } });
    expect(first.status).toBe(200);
    await send(receiver, { deliveryId: 'id-60', payload: { ...another(), n: 60 } });
    expect(calls).toHaveLength(61);
    await send(receiver, { deliveryId: 'id-0', payload: { ...another(), n: 0 } });
    expect(calls).toHaveLength(62);
  });
});

describe('the deadline', () => {
  test('answers 503, aborts the signal, and lets a later try join the work that goes on', async () => {
    const { receiver, runs, work, signals } = slowReceiver({ deadline: 20 });
    expect(await send(receiver)).toMatchObject({ status: 503, body: '{"error":"deadline_passed"}' });
    expect(signals[0]?.aborted).toBe(true);
    expect(signals[0]?.reason).toMatchObject({ code: 'deadline_passed' });
    const retry = send(receiver, { attempt: 2 });
    await settle();
    work.open();
    expect((await retry).status).toBe(200);
    expect((await send(receiver, { attempt: 3 })).status).toBe(200);
    expect(runs()).toBe(1);
  });

  test('covers the look-up of the secret, and work that starts too late does not start', async () => {
    const lookUp = gate();
    const { receiver, calls } = countingReceiver({
      deadline: 20,
      secret: async () => {
        await lookUp.passed;
        return secret;
      },
    });
    expect((await send(receiver)).status).toBe(503);
    lookUp.open();
    await receiver.close();
    expect(calls).toEqual([]);
  });

  test('gives an aborted signal to a listener that asks late', async () => {
    const receiver = createWebhookReceiver({ product: 'cloud', secret, deadline: 20 });
    const late = gate();
    const asked: boolean[] = [];
    receiver.on('repo:push', async (event) => {
      await late.passed;
      asked.push(event.signal.aborted);
    });
    expect((await send(receiver)).status).toBe(503);
    late.open();
    await receiver.close();
    expect(asked).toEqual([true]);
  });
});

describe('closing', () => {
  test('answers 503 to what comes, and waits for what runs', async () => {
    const { receiver, work } = slowReceiver();
    const running = send(receiver);
    await settle();
    let closed = false;
    const closing = receiver.close().then(() => {
      closed = true;
    });
    expect(await send(receiver, { deliveryId: 'late' })).toMatchObject({
      status: 503,
      body: '{"error":"closing"}',
    });
    await settle();
    expect(closed).toBe(false);
    work.open();
    await closing;
    expect((await running).status).toBe(200);
    await receiver.close();
  });
});

test('more deliveries at once than allowed are answered 503, and joining one is no other', async () => {
  const { receiver, work, runs } = slowReceiver({ maxInFlight: 1 });
  const first = send(receiver);
  const joined = send(receiver);
  await settle();
  const over = await send(receiver, { deliveryId: 'other', payload: another() });
  expect(over).toMatchObject({ status: 503, body: '{"error":"too_many_in_flight"}' });
  work.open();
  expect([(await first).status, (await joined).status]).toEqual([200, 200]);
  expect((await send(receiver, { deliveryId: 'other', payload: another() })).status).toBe(200);
  expect(runs()).toBe(2);
});

function throwing(): never {
  throw new Error('no database');
}

/** A receiver whose only listener waits for the test. */
function slowReceiver(options: { deadline?: number; maxInFlight?: number } = {}) {
  const work = gate();
  work.passed.catch(() => {});
  const { logger } = createLog();
  const receiver = createWebhookReceiver({ product: 'cloud', secret, logger, ...options });
  const signals: AbortSignal[] = [];
  let runs = 0;
  receiver.on('repo:push', async ({ signal }) => {
    runs++;
    signals.push(signal);
    await work.passed;
  });
  return { receiver, work, signals, runs: () => runs };
}
