import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { type BitbucketEmulator, createBitbucketEmulator, type FaultInput } from 'bitbucket-sdk/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

let emulator: BitbucketEmulator;
let url: string;

beforeAll(async () => {
  emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/open', private: false }, { fullName: 'demo/shut' }],
    credentials: { accessTokens: [{ token: 'team', workspace: 'demo' }] },
  });
  url = (await emulator.listen()).url;
});
afterEach(() => emulator.faults.clear());
afterAll(() => emulator.close());

const open = '/2.0/repositories/demo/open';
const ask = (path = open, init?: RequestInit) =>
  emulator.fetch(new Request(`https://api.bitbucket.org${path}`, init));
const statuses = async (count: number, path?: string) => {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) seen.push((await ask(path)).status);
  return seen;
};

describe('a fault', () => {
  test('comes after so many good answers, so many times, and then is over', async () => {
    const fault = emulator.faults.add({ after: 1, times: 2, fault: { kind: 'status', status: 503 } });
    expect(await statuses(5)).toEqual([200, 503, 503, 200, 200]);
    expect(fault.hits).toBe(2);
  });

  test('lasts until it is removed', async () => {
    const fault = emulator.faults.add({ fault: { kind: 'status', status: 500 } });
    expect(await statuses(2)).toEqual([500, 500]);
    fault.remove();
    expect(await statuses(1)).toEqual([200]);
    expect(fault.hits).toBe(2);
  });

  test('follows on the one that was added before it', async () => {
    emulator.faults.add({ times: 1, fault: { kind: 'rate-limit', retryAfter: 1 } });
    emulator.faults.add({ times: 1, fault: { kind: 'status', status: 502 } });
    expect(await statuses(3)).toEqual([429, 502, 200]);
  });

  test.each<[string, FaultInput['match'], string, number]>([
    ['every request', undefined, open, 500],
    ['a route', { path: '/repositories/{workspace}/{repo_slug}' }, open, 500],
    ['a route with its version', { path: '/2.0/repositories/{workspace}/{repo_slug}' }, open, 500],
    ['a route, and no longer path', { path: '/repositories/{workspace}/{repo_slug}' }, `${open}/refs`, 200],
    ['all that is below a path', { path: '/repositories/demo/*' }, `${open}/refs/branches`, 500],
    ['a path of one segment fewer', { path: '/repositories/demo/open/refs/*' }, open, 200],
    ['a pattern over path and query', { path: /open\?fields=/g }, `${open}?fields=name`, 500],
    ['another method', { method: 'post' }, open, 200],
    ['this method', { method: 'get' }, open, 500],
    ['Cloud', { product: 'cloud' }, open, 500],
    ['Server', { product: 'server' }, open, 200],
  ])('is matched by %s', async (_, match, path, status) => {
    emulator.faults.add({ match, fault: { kind: 'status', status: 500 } });
    expect(await statuses(2, path)).toEqual([status, status]);
  });

  test.each([
    { fault: { kind: 'explode' } },
    { fault: { kind: 'status', status: 99 } },
    { fault: { kind: 'slow', ms: -1 } },
    { fault: { kind: 'drop' }, times: 0 },
    { fault: { kind: 'drop' }, after: 0.5 },
    { fault: { kind: 'drop' }, match: { path: 'repositories' } },
    { fault: { kind: 'drop' }, match: { product: 'jira' } },
  ])('that cannot be is refused: %j', (input) => {
    expect(() => emulator.faults.add(input as FaultInput)).toThrow(
      expect.objectContaining({ code: 'invalid_option', option: expect.stringMatching(/^faults\./) }),
    );
  });
});

describe('the fault', () => {
  test('status answers with what it is given, or with an error in the shape of Bitbucket', async () => {
    emulator.faults.add({
      times: 1,
      fault: { kind: 'status', status: 418, body: { tea: true }, headers: { 'x-pot': '1' } },
    });
    emulator.faults.add({ times: 1, fault: { kind: 'status', status: 500, body: 'plain' } });
    emulator.faults.add({ times: 1, fault: { kind: 'status', status: 503 } });
    const [json, text, error] = [await ask(), await ask(), await ask()];
    expect([json.status, json.headers.get('x-pot'), await json.json()]).toEqual([418, '1', { tea: true }]);
    expect([text.status, await text.text()]).toEqual([500, 'plain']);
    expect(await error.json()).toMatchObject({ type: 'error', error: { message: 'Emulated fault 503' } });
  });

  test('rate-limit says how long to wait only where it is told to', async () => {
    emulator.faults.add({ times: 1, fault: { kind: 'rate-limit' } });
    emulator.faults.add({ times: 1, fault: { kind: 'rate-limit', retryAfter: 7 } });
    const [without, with7] = [await ask(), await ask()];
    expect([without.status, without.headers.get('retry-after')]).toEqual([429, null]);
    expect(with7.headers.get('retry-after')).toBe('7');
    expect(await with7.json()).toMatchObject({
      error: { message: 'Rate limit for this resource has been exceeded' },
    });
  });

  test('gone is what the client tells as a removed feature', async () => {
    emulator.faults.add({ fault: { kind: 'gone', change: 'CHANGE-2770' } });
    const client = new BitbucketApiClient({
      auth: accessToken('team'),
      fetch: (input, init) => emulator.fetch(new Request(input, init)),
    });
    await expect(client.getRepo('demo/open')).rejects.toMatchObject({
      name: 'FeatureRemovedError',
      change: 'CHANGE-2770',
    });
  });

  test('slow gives the true answer late, and lets another fault follow', async () => {
    const started = performance.now();
    emulator.faults.add({ times: 2, fault: { kind: 'slow', ms: 40 } });
    expect((await ask()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(35);
    emulator.faults.add({ times: 1, fault: { kind: 'status', status: 504 } });
    expect((await ask()).status).toBe(504);
    expect(performance.now() - started).toBeGreaterThan(75);
  });

  test('slow lets go when it is removed', async () => {
    const fault = emulator.faults.add({ fault: { kind: 'slow', ms: 3_600_000 } });
    const answer = ask();
    fault.remove();
    expect((await answer).status).toBe(200);
  });

  test('drop ends the connection before a byte', async () => {
    emulator.faults.add({ times: 2, fault: { kind: 'drop' } });
    await expect(ask()).rejects.toThrow(TypeError);
    await expect(fetch(url + open)).rejects.toThrow(TypeError);
    expect((await fetch(url + open)).status).toBe(200);
  });

  test('cut ends it in the middle of the body', async () => {
    const whole = await (await fetch(url + open)).text();
    emulator.faults.add({ times: 2, fault: { kind: 'cut', afterBytes: 20 } });
    for (const answer of [await fetch(url + open), await ask()]) {
      expect(answer.status).toBe(200);
      const seen: Uint8Array[] = [];
      const read = async () => {
        for await (const chunk of answer.body ?? []) seen.push(chunk);
      };
      await expect(read()).rejects.toThrow(TypeError);
      expect(Buffer.concat(seen).toString()).toHaveLength(20);
    }
    expect(await (await fetch(url + open)).text()).toBe(whole);
  });

  test('meets git too', async () => {
    const fault = emulator.faults.add({
      match: { path: '/demo/open.git/*' },
      fault: { kind: 'status', status: 503 },
    });
    await expect(promisify(execFile)('git', ['ls-remote', `${url}/demo/open.git`])).rejects.toThrow('503');
    expect(fault.hits).toBe(1);
  });
});
