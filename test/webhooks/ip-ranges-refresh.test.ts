import { createIpRanges, type IpRangesOptions } from 'bitbucket-sdk/webhooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { closedOrigin, startServer, type TestAnswer } from '../http-server.ts';
import { createClock, createLog, settle } from './receiver-kit.ts';

/** Built in, and in no list of these tests. */
const old = '34.218.156.209';
/** In the lists of these tests, and not built in. */
const fresh = '198.51.100.9';

const published = Date.parse('2026-09-01T10:00:00Z');
const today = Date.parse('2026-11-20T12:00:00Z');

interface Item {
  readonly cidr?: unknown;
  readonly product?: unknown;
  readonly direction?: unknown;
}

const egress = (cidr: unknown): Item => ({ cidr, product: ['bitbucket'], direction: ['egress'] });

/** 60 ranges, the fresh one among them, as Atlassian publishes them. */
const manyItems = (): Item[] => [
  egress('198.51.100.0/24'),
  egress('2001:db8::/32'),
  ...Array.from({ length: 58 }, (_, index) => egress(`203.0.113.${index}/32`)),
];

function listOf(items: readonly unknown[] = manyItems(), madeAt = published) {
  const creationDate = new Date(madeAt).toISOString().replace(/Z$/, '398');
  return { creationDate, syncToken: Math.floor(madeAt / 1000), items };
}

async function setUp(
  answer: (count: number) => TestAnswer | Promise<TestAnswer>,
  options: IpRangesOptions = {},
) {
  const server = await startServer((_, count) => answer(count));
  const log = createLog();
  const clock = createClock(today);
  const { logger } = log;
  const ranges = createIpRanges({ url: `${server.origin}/`, now: clock.now, logger, ...options });
  return { ranges, server, log, clock };
}

describe('refreshing the ranges', () => {
  test('takes those that Bitbucket sends from, of both families, in place of the ones in use', async () => {
    const items = [
      ...manyItems(),
      { cidr: '192.0.2.0/25', product: ['jira'], direction: ['egress'] },
      { cidr: '192.0.2.128/25', product: ['bitbucket'], direction: ['ingress'] },
      { cidr: '192.88.99.0/24', product: ['jira', 'bitbucket'], direction: ['ingress', 'egress'] },
      { cidr: '10.0.0.1', product: 'bitbucket', direction: 'egress' },
      { cidr: 'of another product, and no range', product: ['trello'], direction: ['egress'] },
      { product: ['bitbucket'], direction: null },
      null,
      'bitbucket egress',
    ];
    const { ranges, server, log } = await setUp(() => ({ body: listOf(items) }));
    expect(await ranges.refresh()).toEqual({ status: 'updated', asOf: '2026-09-01T10:00:00.000Z', size: 61 });
    expect(ranges).toMatchObject({ source: 'published', asOf: '2026-09-01T10:00:00.000Z', size: 61 });
    expect(ranges.lastRefresh).toEqual({
      at: '2026-11-20T12:00:00.000Z',
      status: 'updated',
      problem: undefined,
    });
    expect([fresh, '2001:db8::1', '192.88.99.1', '::ffff:198.51.100.9'].map(ranges.contains)).toEqual(
      Array(4).fill(true),
    );
    expect([old, '192.0.2.1', '192.0.2.200', '10.0.0.1'].map(ranges.contains)).toEqual(Array(4).fill(false));
    expect(server.requests).toMatchObject([{ method: 'GET', url: '/' }]);
    expect(server.requests[0]?.headers).not.toHaveProperty('if-none-match');
    expect(log.lines).toMatchObject([{ level: 'info', fields: { status: 'updated', size: 61 } }]);
  });

  test('asks with the ETag of the list in use, and takes 304 for no change', async () => {
    const { ranges, server, log } = await setUp((count) =>
      count === 1 ? { headers: { etag: '"one"' }, body: listOf() } : { status: 304 },
    );
    await ranges.refresh();
    expect(await ranges.refresh()).toMatchObject({ status: 'unchanged', size: 60 });
    expect(server.requests[1]?.headers['if-none-match']).toBe('"one"');
    expect(ranges.contains(fresh)).toBe(true);
    expect(log.lines.map(({ level }) => level)).toEqual(['info', 'debug']);
  });

  test('the same list again is no change, and a newer one is', async () => {
    const { ranges } = await setUp((count) => ({
      body: count < 3 ? listOf() : listOf([...manyItems(), egress('192.0.2.0/24')], published + 1000),
    }));
    expect(await ranges.refresh()).toMatchObject({ status: 'updated' });
    expect(await ranges.refresh()).toMatchObject({ status: 'unchanged' });
    expect(await ranges.refresh()).toMatchObject({ status: 'updated', size: 61 });
  });

  test('takes a list without a date for as old as the one in use', async () => {
    const { ranges } = await setUp(() => ({ body: { items: manyItems() } }));
    expect(await ranges.refresh()).toMatchObject({ status: 'updated', asOf: '2026-06-18T00:00:00.000Z' });
  });

  test('goes by syncToken where there is no creationDate', async () => {
    const { ranges } = await setUp(() => ({ body: { ...listOf(), creationDate: undefined } }));
    expect(await ranges.refresh()).toMatchObject({ asOf: '2026-09-01T10:00:00.000Z' });
  });

  test('follows a redirect, and no more than five', async () => {
    const { ranges } = await setUp((count) =>
      count === 1 ? { status: 301, headers: { location: '/list.json' } } : { body: listOf() },
    );
    expect(await ranges.refresh()).toMatchObject({ status: 'updated' });
    const circle = await setUp(() => ({ status: 302, headers: { location: '/' } }));
    await expect(circle.ranges.refresh()).rejects.toMatchObject({ code: 'redirect_refused' });
  });
});

describe('an answer that fails or cannot be right keeps the last good list', () => {
  const json = (body: unknown): TestAnswer => ({ body });
  const wide = (cidr: string) => json(listOf([...manyItems(), egress(cidr)]));

  test.each<[string, TestAnswer, RegExp]>([
    ['an error', { status: 503, body: 'down' }, /status 503/],
    ['no content', { status: 204 }, /status 204/],
    ['304 where no ETag was sent', { status: 304 }, /status 304/],
    ['a page of HTML', { headers: { 'content-type': 'text/html' }, body: '<html>' }, /no JSON/],
    ['JSON that breaks off', { body: '{"items":[' }, /no JSON/],
    ['nothing', { body: '' }, /no JSON/],
    ['a list', json([]), /no list of address ranges/],
    ['null', { body: 'null' }, /no list of address ranges/],
    ['items that are none', json({ ...listOf(), items: {} }), /no list of address ranges/],
    ['no items', json(listOf([])), /no address that Bitbucket sends from/],
    [
      'other products only',
      json(listOf([{ cidr: '192.0.2.0/24', product: ['jira'], direction: ['egress'] }])),
      /no address/,
    ],
    [
      'IPv6 only',
      json(listOf(Array.from({ length: 50 }, (_, i) => egress(`2001:db8:${i}::/48`)))),
      /no IPv4/,
    ],
    ['an entry that is no range', wide('198.51.100.0/240'), /no address range/],
    ['an entry that is missing', json(listOf([...manyItems(), egress(undefined)])), /no address range/],
    ['all of IPv4', wide('0.0.0.0/0'), /too wide/],
    ['a range wider than /8', wide('34.0.0.0/7'), /too wide/],
    ['all of IPv6', wide('::/0'), /too wide/],
    ['a range wider than /16', wide('2401::/15'), /too wide/],
    ['all of IPv4 in its IPv6 form', wide('::ffff:0.0.0.0/96'), /too wide/],
    ['fewer than half', json(listOf(manyItems().slice(0, 39))), /39 ranges where the one in use has 79/],
    ['half, with copies to fill it', json(listOf(Array(100).fill(egress('192.0.2.0/24')))), /1 ranges/],
    ['an older list', json(listOf(manyItems(), Date.parse('2026-06-17T23:59:59Z'))), /older/],
    ['a list of the future', json(listOf(manyItems(), today + 2 * 86_400_000)), /of the future/],
    ['more than 4 MiB', { body: `"${'x'.repeat(4 * 1024 * 1024)}"` }, /more than 4194304 bytes/],
  ])('%s', async (_, answer, problem) => {
    const { ranges, log } = await setUp(() => answer);
    const error = await ranges.refresh().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'TransportError', code: 'bad_answer' });
    expect(String(error)).toMatch(problem);
    expect(String(error)).toContain('the list of 2026-06-18T00:00:00.000Z stays in use');
    expect(ranges).toMatchObject({ source: 'snapshot', asOf: '2026-06-18T00:00:00.000Z', size: 79 });
    expect(ranges.contains(old)).toBe(true);
    expect(ranges.contains(fresh)).toBe(false);
    expect(ranges.lastRefresh).toMatchObject({ status: 'kept', problem: expect.stringMatching(problem) });
    expect(log.lines).toMatchObject([
      { level: 'warn', fields: { code: 'bad_answer', asOf: '2026-06-18T00:00:00.000Z' } },
    ]);
  });

  test('a half that is left is taken', async () => {
    const { ranges } = await setUp(() => json(listOf(manyItems().slice(0, 40))));
    expect(await ranges.refresh()).toMatchObject({ status: 'updated', size: 40 });
  });

  test('and its ETag: the next request asks with the one of the list in use', async () => {
    const { ranges, server } = await setUp((count) =>
      count === 2
        ? { headers: { etag: '"bad"' }, body: listOf([]) }
        : { headers: { etag: '"good"' }, body: listOf() },
    );
    await ranges.refresh();
    await expect(ranges.refresh()).rejects.toMatchObject({ code: 'bad_answer' });
    await ranges.refresh();
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"good"',
      '"good"',
    ]);
  });

  test('nobody there', async () => {
    const { ranges } = await setUp(() => ({}), { url: await closedOrigin() });
    await expect(ranges.refresh()).rejects.toMatchObject({ name: 'TransportError', code: 'network' });
    expect(ranges.contains(old)).toBe(true);
  });

  test('an answer that does not come in time', async () => {
    const { ranges } = await setUp(() => new Promise(() => {}), { timeout: 30 });
    await expect(ranges.refresh()).rejects.toMatchObject({ name: 'TransportError', code: 'timeout' });
    expect(ranges.contains(old)).toBe(true);
  });

  test('an answer whose end does not come in time', async () => {
    const slow = new ReadableStream<Uint8Array>({ start: (body) => body.enqueue(Buffer.from('{"items":[')) });
    const { ranges } = await setUp(() => ({}), { timeout: 30, fetch: fetchUntil(slow) });
    await expect(ranges.refresh()).rejects.toMatchObject({ name: 'TransportError', code: 'timeout' });
  });

  test('a fetch that throws what is no error', async () => {
    const { ranges } = await setUp(() => ({}), { fetch: () => Promise.reject('no') });
    await expect(ranges.refresh()).rejects.toMatchObject({ name: 'TransportError', code: 'network' });
  });

  test('a redirect that leaves https', async () => {
    const leave = async () => new Response(null, { status: 302, headers: { location: 'http://192.0.2.1/' } });
    const { ranges } = await setUp(() => ({}), { url: 'https://ip-ranges.atlassian.com/', fetch: leave });
    await expect(ranges.refresh()).rejects.toMatchObject({ code: 'redirect_refused' });
  });
});

/** A fetch whose answer ends when its signal aborts, as the global one's does. */
function fetchUntil(body: ReadableStream<Uint8Array>) {
  return async (_: string, { signal }: RequestInit) => {
    const cut = new TransformStream<Uint8Array, Uint8Array>({
      start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
    });
    return new Response(body.pipeThrough(cut));
  };
}

describe('refreshes at the same time', () => {
  test('are one request', async () => {
    const { ranges, server } = await setUp(() => ({ body: listOf() }));
    const results = await Promise.all([ranges.refresh(), ranges.refresh(), ranges.refresh()]);
    expect(new Set(results).size).toBe(1);
    expect(server.requests).toHaveLength(1);
    await ranges.refresh();
    expect(server.requests).toHaveLength(2);
  });

  test('can each be left by a signal, without harm to the others', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { ranges } = await setUp(() => held.then(() => ({ body: listOf() })));
    const leaving = new AbortController();
    const left = ranges.refresh({ signal: leaving.signal });
    const stayed = ranges.refresh();
    leaving.abort();
    await expect(left).rejects.toMatchObject({ name: 'TransportError', code: 'aborted' });
    release();
    expect(await stayed).toMatchObject({ status: 'updated' });
  });

  test('end when all have left, and change nothing', async () => {
    const ended: unknown[] = [];
    const { ranges, log } = await setUp(() => ({}), {
      fetch: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            ended.push(signal.reason);
            reject(signal.reason);
          });
        }),
    });
    const leaving = new AbortController();
    const left = ranges.refresh({ signal: leaving.signal });
    await settle();
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: 'aborted' });
    await settle();
    expect(ended).toHaveLength(1);
    expect(ranges).toMatchObject({ source: 'snapshot', lastRefresh: undefined });
    expect(log.lines).toEqual([]);
    await expect(ranges.refresh({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('the schedule', () => {
  const hour = 3_600_000;
  afterEach(() => vi.useRealTimers());

  /** Answers in memory: under a clock that stands still no socket would. */
  function scheduled(answer: (count: number) => Response, options: IpRangesOptions = {}) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let count = 0;
    const log = createLog();
    const fetch = async () => answer(++count);
    const ranges = createIpRanges({ fetch, now: () => today, logger: log.logger, ...options });
    const wait = async (milliseconds: number) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
      await settle();
      await settle();
      return count;
    };
    return { ranges, log, wait };
  }
  const good = () => Response.json(listOf());

  test('does nothing before it is started, and then refreshes at once and every day', async () => {
    const { ranges, wait } = scheduled(good);
    expect(await wait(100 * hour)).toBe(0);
    ranges.start();
    ranges.start();
    expect(await wait(0)).toBe(1);
    expect(ranges.contains(fresh)).toBe(true);
    expect(await wait(24 * hour - 1)).toBe(1);
    expect(await wait(1)).toBe(2);
    expect(await wait(24 * hour)).toBe(3);
    ranges.stop();
    expect(await wait(100 * hour)).toBe(3);
    ranges.start();
    expect(await wait(0)).toBe(4);
    ranges.stop();
  });

  test('throws nothing when a refresh fails, says so, and tries again an hour later', async () => {
    const { ranges, log, wait } = scheduled((count) =>
      count === 1 ? new Response('', { status: 500 }) : good(),
    );
    ranges.start();
    expect(await wait(0)).toBe(1);
    expect(ranges.contains(old)).toBe(true);
    expect(ranges.lastRefresh).toMatchObject({ status: 'kept' });
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { code: 'bad_answer' } }]);
    expect(await wait(hour - 1)).toBe(1);
    expect(await wait(1)).toBe(2);
    expect(ranges.contains(fresh)).toBe(true);
    ranges.stop();
  });

  test('has the interval that it is given, and ends with `using`', async () => {
    const { ranges, wait } = scheduled(good, { interval: 60_000 });
    {
      using scoped = ranges;
      scoped.start();
      expect(await wait(0)).toBe(1);
      expect(await wait(60_000)).toBe(2);
    }
    expect(await wait(hour)).toBe(2);
  });

  test('keeps no process alive', async () => {
    const { ranges, wait } = scheduled(good);
    const started = vi.spyOn(globalThis, 'setTimeout');
    ranges.start();
    await wait(0);
    const timers = started.mock.results.map(({ value }) => value as NodeJS.Timeout);
    expect(timers.length).toBeGreaterThan(0);
    expect(timers.every((timer) => !timer.hasRef())).toBe(true);
    ranges.stop();
    started.mockRestore();
  });

  test('stopping ends the request that is under way, without a word', async () => {
    const { ranges, log, wait } = scheduled(good, {
      fetch: (_, { signal }) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    });
    ranges.start();
    await wait(0);
    ranges.stop();
    await wait(100 * hour);
    expect(log.lines).toEqual([]);
    expect(ranges.lastRefresh).toBeUndefined();
  });

  test('is not for ranges of one’s own', async () => {
    const own = createIpRanges({ ranges: ['192.0.2.0/24'], now: () => today });
    expect(own).toMatchObject({ source: 'own', asOf: '2026-11-20T12:00:00.000Z', size: 1 });
    expect(() => own.start()).toThrow(expect.objectContaining({ code: 'invalid_option', option: 'ranges' }));
    await expect(own.refresh()).rejects.toMatchObject({ code: 'invalid_option', option: 'ranges' });
    expect(own.contains('192.0.2.7')).toBe(true);
  });
});
