import {
  type ExistingHook,
  type HookPort,
  type HookSettings,
  hooksUnder,
  type ReconcileHookOptions,
  reconcileHook,
} from 'bitbucket-sdk/integration';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../../src/errors/api-error.ts';

const url = 'https://hooks.example.com/bitbucket/7';
const wanted = { url, events: ['repo:push', 'pullrequest:fulfilled'], secret: 'a secret' };

interface Stored extends Omit<ExistingHook, 'signsWith'> {
  readonly secret?: string | undefined;
  readonly description?: string;
}

const gone = () => new ApiError('not_found', 'gone', { status: 404 });

/** Hooks in memory, that show no secret unless told to, and each write that was made. */
function hooksOf(
  stored: readonly (Partial<Stored> & { readonly id: string })[],
  { shows = false, vanish = [] }: { shows?: boolean; vanish?: readonly string[] } = {},
) {
  const hooks = new Map<string, Stored>();
  for (const hook of stored) {
    const base = { url, events: wanted.events, active: true, createdAt: undefined, secret: wanted.secret };
    hooks.set(hook.id, { ...base, ...hook });
  }
  const writes: string[] = [];
  const write = (name: string, id: string): void => {
    writes.push(`${name} ${id}`);
    if (vanish.includes(id)) hooks.delete(id);
    if (name !== 'create' && !hooks.has(id)) throw gone();
  };
  const settle = (id: string, { secret = hooks.get(id)?.secret, ...rest }: HookSettings): void => {
    hooks.set(id, { createdAt: undefined, ...hooks.get(id), ...rest, id, secret });
  };
  const port: HookPort = {
    list: async () =>
      [...hooks.values()].map(({ secret, ...hook }) => ({
        ...hook,
        signsWith: (expected) => (secret === undefined ? false : shows ? secret === expected : undefined),
      })),
    create: async (settings) => {
      write('create', 'new');
      settle('new', settings);
      return 'new';
    },
    update: async (id, settings) => {
      write('update', id);
      settle(id, settings);
    },
    remove: async (id) => {
      write('remove', id);
      hooks.delete(id);
    },
  };
  const run = (options: Partial<ReconcileHookOptions> = {}) =>
    reconcileHook({ hooks: port, wanted, ...options });
  return { hooks, writes, port, run };
}

describe('reconciling a hook', () => {
  test('makes it where there is none', async () => {
    const { hooks, run } = hooksOf([]);
    expect(await run()).toEqual({
      hookId: 'new',
      actions: [{ action: 'created', id: 'new', changes: [] }],
      dryRun: false,
    });
    expect([...hooks.values()]).toMatchObject([
      { ...wanted, active: true, description: 'hooks.example.com' },
    ]);
  });

  test('does nothing the second time', async () => {
    const { writes, run } = hooksOf([]);
    await run();
    expect(await run()).toMatchObject({
      hookId: 'new',
      actions: [{ action: 'kept', id: 'new', changes: [] }],
    });
    expect(writes).toEqual(['create new']);
  });

  test('keeps one that is as it should be, and the events that it has beside', async () => {
    const { writes, run } = hooksOf([{ id: '1', events: ['repo:fork', ...wanted.events].reverse() }]);
    expect(await run()).toMatchObject({ hookId: '1', actions: [{ action: 'kept' }] });
    expect(writes).toEqual([]);
  });

  test('adds the events that are missing, and keeps the others', async () => {
    const { hooks, run } = hooksOf([{ id: '1', events: ['repo:fork', 'repo:push'] }]);
    expect(await run()).toMatchObject({ actions: [{ action: 'updated', id: '1', changes: ['events'] }] });
    expect(hooks.get('1')?.events).toEqual(['repo:push', 'pullrequest:fulfilled', 'repo:fork']);
    expect(hooks.get('1')?.secret).toBe(wanted.secret);
  });

  test('sets one that was switched off to work again', async () => {
    const { hooks, run } = hooksOf([{ id: '1', active: false }]);
    expect(await run()).toMatchObject({ actions: [{ action: 'updated', id: '1', changes: ['active'] }] });
    expect(hooks.get('1')).toMatchObject({ active: true });
  });

  test('sets a secret where there is none', async () => {
    const { hooks, run } = hooksOf([{ id: '1', secret: undefined }]);
    expect(await run()).toMatchObject({ actions: [{ action: 'updated', changes: ['secret'] }] });
    expect(hooks.get('1')?.secret).toBe(wanted.secret);
  });

  test('leaves a secret that is not shown, unless it is to rotate', async () => {
    const { hooks, run } = hooksOf([{ id: '1', secret: 'the former one' }]);
    expect(await run()).toMatchObject({ actions: [{ action: 'kept' }] });
    expect(await run({ rotate: true })).toMatchObject({
      actions: [{ action: 'updated', changes: ['secret'] }],
    });
    expect(hooks.get('1')?.secret).toBe(wanted.secret);
  });

  test('changes a secret that is shown and is another one, and no other', async () => {
    const { hooks, run } = hooksOf([{ id: '1', secret: 'the former one' }], { shows: true });
    expect(await run()).toMatchObject({ actions: [{ action: 'updated', changes: ['secret'] }] });
    expect(hooks.get('1')?.secret).toBe(wanted.secret);
    expect(await run({ rotate: true })).toMatchObject({ actions: [{ action: 'kept' }] });
  });

  test('says nothing of a secret where none is wanted', async () => {
    const { hooks, run } = hooksOf([{ id: '1', secret: undefined }]);
    const { url, events } = wanted;
    expect(await run({ wanted: { url, events }, rotate: true })).toMatchObject({
      actions: [{ action: 'kept' }],
    });
    expect(hooks.get('1')?.secret).toBeUndefined();
  });

  test('never tells a secret', async () => {
    const { run } = hooksOf([{ id: '1', secret: undefined }, { id: '2' }]);
    expect(JSON.stringify(await run({ rotate: true }))).not.toContain(wanted.secret);
  });

  test('knows its own by the URL, however it is written', async () => {
    const { writes, run } = hooksOf([{ id: '1', url: 'HTTPS://Hooks.Example.com:443/bitbucket/7' }]);
    expect(await run()).toMatchObject({ hookId: '1', actions: [{ action: 'kept' }] });
    expect(writes).toEqual([]);
  });

  test('touches nobody else’s', async () => {
    const others = [
      { id: '1', url: `${url}0` },
      { id: '2', url: `${url}/` },
      { id: '3', url: `${url}?tenant=8` },
      { id: '4', url: 'http://hooks.example.com/bitbucket/7' },
      { id: '5', url: 'https://ci.example.org/bitbucket', active: false, secret: undefined },
      { id: '6', url: 'no address' },
    ];
    const { hooks, writes, run } = hooksOf(others);
    const before = structuredClone([...hooks.values()]);
    expect(await run({ rotate: true })).toMatchObject({ actions: [{ action: 'created' }] });
    expect([...hooks.values()].slice(0, -1)).toEqual(before);
    expect(writes).toEqual(['create new']);
  });

  test('moves one of ours from a former address', async () => {
    const { hooks, run } = hooksOf([
      { id: '1', url: 'https://hooks.example.com/old/7' },
      { id: '2', url: 'https://hooks.example.com/older/7' },
    ]);
    const isOurs = hooksUnder('https://hooks.example.com/old');
    expect(await run({ isOurs })).toMatchObject({
      actions: [{ action: 'updated', id: '1', changes: ['url'] }],
    });
    expect(hooks.get('1')?.url).toBe(url);
    expect(hooks.get('2')?.url).toBe('https://hooks.example.com/older/7');
  });
});

describe('several hooks of ours', () => {
  test.each([
    ['the active one', [{ id: '1', active: false }, { id: '2' }], '2'],
    ['the one of the URL', [{ id: '1', url: 'https://hooks.example.com/old' }, { id: '2' }], '2'],
    [
      'an active one of a former URL',
      [
        { id: '1', active: false },
        { id: '2', url: 'https://hooks.example.com/old' },
      ],
      '2',
    ],
    [
      'the oldest',
      [
        { id: '1', createdAt: 3 },
        { id: '2', createdAt: 1 },
        { id: '3', createdAt: 2 },
      ],
      '2',
    ],
    ['the first that is listed', [{ id: '1' }, { id: '2' }], '1'],
  ])('become one: %s', async (_, stored, standing) => {
    const { hooks, run } = hooksOf([...stored, { id: 'foreign', url: 'https://ci.example.org/' }]);
    const isOurs = hooksUnder('https://hooks.example.com/');
    const { hookId, actions } = await run({ isOurs });
    expect(hookId).toBe(standing);
    expect([...hooks.keys()].sort()).toEqual([standing, 'foreign'].sort());
    expect(actions.slice(1)).toEqual(
      actions.slice(1).map(({ id }) => ({ action: 'removed', id, changes: [] })),
    );
    expect(actions).toHaveLength(stored.length);
    expect(await run({ isOurs })).toMatchObject({ actions: [{ action: 'kept', id: standing }] });
  });

  test('lose no event, and none between: the one that stays has them all before the others go', async () => {
    const { hooks, writes, run } = hooksOf([
      { id: '1', events: ['repo:push'] },
      { id: '2', events: ['repo:fork', 'pullrequest:fulfilled'] },
    ]);
    await run();
    expect(writes).toEqual(['update 1', 'remove 2']);
    expect(hooks.get('1')?.events).toEqual(['repo:push', 'pullrequest:fulfilled', 'repo:fork']);
  });

  test('that vanish in the middle are counted as gone', async () => {
    const removed = hooksOf([{ id: '1' }, { id: '2' }], { vanish: ['2'] });
    expect(await removed.run()).toMatchObject({
      actions: [{ action: 'kept' }, { action: 'removed', id: '2' }],
    });
    const next = hooksOf(
      [
        { id: '1', events: ['repo:fork'] },
        { id: '2', active: false },
      ],
      { vanish: ['1'] },
    );
    expect(await next.run()).toMatchObject({
      hookId: '2',
      actions: [{ action: 'updated', id: '2', changes: ['active', 'events'] }],
    });
    const none = hooksOf([{ id: '1', active: false }], { vanish: ['1'] });
    expect(await none.run()).toMatchObject({ hookId: 'new', actions: [{ action: 'created' }] });
    expect(none.writes).toEqual(['update 1', 'create new']);
  });
});

describe('a dry run', () => {
  test('tells what would be done, and writes nothing', async () => {
    const { writes, run } = hooksOf([
      { id: '1', active: false, secret: undefined },
      { id: '2', active: false },
    ]);
    expect(await run({ dryRun: true, rotate: true })).toEqual({
      hookId: '1',
      actions: [
        { action: 'updated', id: '1', changes: ['active', 'secret'] },
        { action: 'removed', id: '2', changes: [] },
      ],
      dryRun: true,
    });
    expect(writes).toEqual([]);
  });

  test('has no id for a hook that it would make', async () => {
    const { writes, run } = hooksOf([]);
    expect(await run({ dryRun: true })).toEqual({
      hookId: undefined,
      actions: [{ action: 'created', id: undefined, changes: [] }],
      dryRun: true,
    });
    expect(writes).toEqual([]);
  });
});

describe('what cannot be reconciled', () => {
  test('a call that Bitbucket refuses ends it, with the error as it is', async () => {
    const { port, run, writes } = hooksOf([
      { id: '1', active: false },
      { id: '2', active: false },
    ]);
    const refused = new ApiError('forbidden', 'no', { status: 403 });
    await expect(run({ hooks: { ...port, update: () => Promise.reject(refused) } })).rejects.toBe(refused);
    await expect(run({ hooks: { ...port, list: () => Promise.reject(gone()) } })).rejects.toMatchObject({
      status: 404,
    });
    expect(writes).toEqual([]);
  });

  test.each([
    ['wanted.url', { url: 'hooks.example.com' }],
    ['wanted.url', { url: 'ftp://hooks.example.com/' }],
    ['wanted.events', { events: [] }],
    ['wanted.events', { events: 'repo:push' as unknown as string[] }],
    ['wanted.secret', { secret: '' }],
    ['wanted.secret', { secret: null as unknown as string }],
  ])('a wrong %s is refused before any call', async (option, wrong) => {
    const { port, writes } = hooksOf([]);
    const hooks = { ...port, list: () => Promise.reject(new Error('called')) };
    await expect(reconcileHook({ hooks, wanted: { ...wanted, ...wrong } })).rejects.toMatchObject({
      code: 'invalid_option',
      option,
    });
    expect(writes).toEqual([]);
  });
});

describe('hooks under an address', () => {
  const isUnder = (prefix: string, hookUrl: string) => hooksUnder(prefix)({ url: hookUrl });

  test.each([
    ['https://example.com/hooks', 'https://example.com/hooks'],
    ['https://example.com/hooks', 'https://example.com/hooks/7?a=1'],
    ['https://example.com/hooks/', 'https://EXAMPLE.com:443/hooks/7'],
    ['https://example.com', 'https://example.com/hooks'],
    ['https://example.com/', 'https://example.com'],
  ])('%s: %s is', (prefix, hookUrl) => expect(isUnder(prefix, hookUrl)).toBe(true));

  test.each([
    ['https://example.com/hooks', 'https://example.com/hooks-of-others/7'],
    ['https://example.com/hooks', 'https://example.com.evil/hooks/7'],
    ['https://example.com/hooks', 'https://example.com@evil.example/hooks/7'],
    ['https://example.com/hooks', 'http://example.com/hooks/7'],
    ['https://example.com/hooks', 'https://example.com:8443/hooks/7'],
    ['https://example.com/hooks', 'https://example.com/hooks/../others'],
    ['https://example.com/hooks', 'https://example.com/'],
    ['https://example.com/hooks', 'no address'],
  ])('%s: %s is not', (prefix, hookUrl) => expect(isUnder(prefix, hookUrl)).toBe(false));

  test('what is no address is refused', () => {
    expect(() => hooksUnder('/hooks')).toThrow(/prefix/);
  });
});
