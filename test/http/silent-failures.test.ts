import { inspect } from 'node:util';
import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { describe, expect, test } from 'vitest';
import { closedOrigin, listen, startServer, type TestAnswer } from '../http-server.ts';

const late = async () => (await startServer(() => new Promise<TestAnswer>(() => {}))).origin;
const half = () =>
  listen((_, response) => void response.writeHead(200, { 'content-length': '9' }).write('{'));

/** What a call is told that comes to no answer. */
async function failureOf(baseUrl: string, signal?: AbortSignal): Promise<Error> {
  const auth = accessToken('CANARY-token');
  const cloud = new BitbucketApiClient({ auth, baseUrl, timeout: 80, retry: { limit: 0 } });
  const path = { workspace: 'acme' };
  return cloud.request('GET /repositories/{workspace}', { path, query: { q: 'CANARY-query' }, signal }).then(
    () => expect.unreachable('The call was expected to fail'),
    (error) => error,
  );
}

/** Printed with all that hangs on it, as logs and error reporters do. */
const printed = (error: Error): string => inspect(error, { depth: 12, showHidden: true });

describe('a failure, however it is printed, tells nothing of credential and query', () => {
  test.each<[string, () => Promise<string>, string]>([
    ['late', late, 'timeout'],
    ['by half', half, 'timeout'],
    ['not at all', closedOrigin, 'network'],
  ])('of a call that is answered %s', async (_, start, code) => {
    const error = await failureOf(await start());
    expect(error).toMatchObject({ name: 'TransportError', code });
    expect(printed(error)).not.toContain('CANARY');
  });

  test.each([
    ['late', late],
    ['by half', half],
  ])('of a call that is answered %s, and aborted', async (_, start) => {
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 30);
    const error = await failureOf(await start(), leaving.signal);
    expect(error).toMatchObject({ name: 'TransportError', code: 'aborted' });
    expect(printed(error)).not.toContain('CANARY');
  });
});
