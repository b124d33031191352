import { accessToken, BitbucketApiClient, multipart } from 'bitbucket-sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Answer,
  api,
  type EventScene,
  type Json,
  startEventScene,
  widgets,
} from './support/event-scene.ts';
import { tipOf } from './support/pull-requests.ts';

let it: EventScene;

beforeAll(async () => {
  it = await startEventScene();
});
afterAll(() => it.stop());
beforeEach(async () => void (await it.told()));

type Fields = readonly (readonly [string, string | Blob])[];

const basic = (name: string) => ({ authorization: `Basic ${btoa(`${name}@example.com:${name}-token`)}` });

async function post(
  body: FormData | URLSearchParams | string,
  { who = 'ada', at = widgets, headers = {} } = {},
): Promise<Answer> {
  const init = { method: 'POST', body, headers: { ...basic(who), ...headers } };
  const answer = await it.emulator.fetch(new Request(`${api}${at}/src`, init));
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : { text } };
}

const form = (...fields: Fields): FormData => {
  const data = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === 'string') data.append(name, value);
    else data.append(name, value, 'upload');
  }
  return data;
};
const words = (...fields: readonly (readonly [string, string])[]) =>
  new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]));

const tip = (branch: string) => tipOf(it, branch);
const commitOf = async (made: Answer): Promise<Json> => {
  expect([made.status, made.body]).toEqual([201, { text: '' }]);
  const location = made.headers.get('location') ?? '';
  expect(location).toMatch(
    /^https:\/\/api\.bitbucket\.org\/2\.0\/repositories\/demo\/\w+\/commit\/[0-9a-f]{40}$/,
  );
  return (await it.call('GET', location)).body;
};
const file = async (path: string, at = widgets) => {
  const { status, body } = await it.call('GET', `${at}/src/${path}`);
  return status === 200 ? body['text'] : undefined;
};
const messageOf = ({ status, body }: Answer) => [status, (body['error'] as Json | undefined)?.['message']];

describe('files that are sent as a form', () => {
  test('become a commit on the main branch, told as a push', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10, 45, 45]);
    const made = await post(
      form(['/docs/a "b".bin', new Blob([bytes])], ['notes.txt', 'text'], ['message', 'Add files']),
    );
    const commit = await commitOf(made);
    expect(commit).toMatchObject({
      message: 'Add files\n',
      author: { raw: 'Ada Löw <ada@example.com>', user: { nickname: 'ada' } },
      parents: [{ hash: it.commits.next }],
    });
    expect(await tip('main')).toBe(commit['hash']);
    expect(await file('main/notes.txt')).toBe('text');
    const address = `${api}${widgets}/src/main/docs/a%20%22b%22.bin`;
    const read = await it.emulator.fetch(new Request(address, { headers: basic('ada') }));
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes);
    expect(await it.told()).toMatchObject([
      {
        event: 'repo:push',
        payload: {
          actor: { nickname: 'ada' },
          push: {
            changes: [
              {
                old: { name: 'main', target: { hash: it.commits.next } },
                new: { name: 'main', target: { hash: commit['hash'] } },
                commits: [{ hash: commit['hash'] }],
              },
            ],
          },
        },
      },
    ]);
  });

  test('may come as plain words, with an author of their own, and begin a branch', async () => {
    const before = await tip('main');
    const made = await post(
      words(['/message', 'a file'], ['branch', 'by/words'], ['author', 'Erik <erik@example.com>']),
    );
    expect(await commitOf(made)).toMatchObject({
      message: 'message edited online with Bitbucket\n',
      author: { raw: 'Erik <erik@example.com>' },
      parents: [{ hash: before }],
    });
    expect([await tip('main'), await file('by/words/message')]).toEqual([before, 'a file']);
    expect(await it.told()).toMatchObject([
      { payload: { push: { changes: [{ created: true, old: null }] } } },
    ]);
  });

  test('are deleted where a path is named and nothing is sent for it', async () => {
    const made = await post(
      form(
        ['files', '/topic.txt'],
        ['files', 'kept.txt'],
        ['kept.txt', new Blob(['kept'])],
        ['branch', 'less'],
        ['parents', it.commits.topic],
      ),
    );
    expect(await commitOf(made)).toMatchObject({ parents: [{ hash: it.commits.topic }] });
    expect([await file('less/topic.txt'), await file('less/kept.txt')]).toEqual([undefined, 'kept']);
  });

  test('keep what Bitbucket calls attributes, and may be named like a field', async () => {
    const boundary = 'b0undary';
    const part = (head: string, content: string) =>
      `--${boundary}\r\nContent-Disposition: ${head}\r\n\r\n${content}\r\n`;
    const body = [
      part('form-data; name="run.sh"; filename="run.sh"; x-attributes="executable"', '#!/bin/sh\n'),
      part('attachment; filename="l"; x-attributes:"link"\r\nContent-ID: "/link"', 'run.sh'),
      part('form-data; name="branch"; filename="x"', 'a file'),
      part('form-data; name="branch"', 'attributes'),
      `--${boundary}--\r\n`,
    ].join('');
    const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` };
    await commitOf(await post(body, { headers }));
    const listed = await it.call('GET', `${widgets}/src/attributes/?pagelen=50`);
    const found = (listed.body['values'] as Json[]).map(({ path, attributes }) => [path, attributes]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['run.sh', ['executable']],
        ['link', ['link']],
        ['branch', []],
      ]),
    );
  });

  test("are what this library's own multipart form sends", async () => {
    const client = new BitbucketApiClient({
      auth: accessToken('team'),
      fetch: (input, init) => it.emulator.fetch(new Request(input, init)),
    });
    const body = multipart([
      { name: 'ours.txt', content: 'ours\n', filename: 'ours.txt' },
      { name: 'branch', content: 'ours' },
    ]);
    const { response } = await client.requestRaw('POST /repositories/{workspace}/{repo_slug}/src', {
      path: { workspace: 'demo', repo_slug: 'widgets' },
      body,
    });
    expect(response.headers.get('location')).toContain('/2.0/repositories/demo/widgets/commit/');
    expect(await file('ours/ours.txt')).toBe('ours\n');
  });

  test('make the first commit of an empty repository, and its main branch', async () => {
    const at = '/repositories/demo/empty';
    const made = await post(words(['README.md', 'Hi'], ['branch', 'trunk']), { at });
    expect(await commitOf(made)).toMatchObject({ parents: [] });
    expect((await it.call('GET', at)).body).toMatchObject({ mainbranch: { name: 'trunk' } });
    expect(await file('trunk/README.md', at)).toBe('Hi');
  });

  test('may be none where a branch begins at a named commit: an empty commit on top of it', async () => {
    const made = await post(words(['branch', 'begun'], ['parents', it.commits.base]));
    const commit = await commitOf(made);
    expect(commit).toMatchObject({ parents: [{ hash: it.commits.base }] });
    const stat = await it.call('GET', `${widgets}/diffstat/${commit['hash']}`);
    expect(stat.body).toMatchObject({ values: [] });
  });
});

describe('a commit that cannot be', () => {
  const some = ['x.txt', 'x'] as const;

  test.each<[string, () => FormData | URLSearchParams | string, number, RegExp]>([
    ['no files', () => words(['message', 'M']), 400, /empty/],
    ['what is there already', () => words(['topic.txt', 'topic\n'], ['branch', 'topic']), 400, /empty/],
    ['a deletion of nothing', () => words(['files', 'nothing.txt']), 400, /empty/],
    ['a parent that the branch has left', () => words(some, ['parents', it.commits.base]), 409, /newest/],
    ['an unknown parent', () => words(some, ['parents', 'feedbeef']), 400, /not found/],
    ['a branch as the parent', () => words(some, ['parents', 'topic']), 400, /SHA1/],
    ['two branches', () => words(some, ['branch', 'a'], ['branch', 'b']), 400, /repeated/],
    ['a name no branch can have', () => words(some, ['branch', 'a..b']), 400, /not valid/],
    ['a branch below another one', () => words(some, ['branch', 'topic/x']), 400, /clashes/],
    ['an author without address', () => words(some, ['author', 'Erik']), 400, /Name <email>/],
    ['a path outside', () => words(['../x', 'x']), 400, /not a path/],
    ['a folder', () => words(['x/', 'x']), 400, /not a path/],
    ['a path that git refuses', () => words(['.git/config', 'x']), 400, /git cannot/],
    ['a file below a file', () => words(['x', 'x'], ['x/y', 'y']), 400, /cannot both/],
    ['JSON', () => '{"x.txt":"x"}', 415, /Unsupported Content-Type/],
  ])('of %s is refused', async (_, body, status, message) => {
    const before = await tip('main');
    expect(messageOf(await post(body()))).toEqual([status, expect.stringMatching(message)]);
    expect([await tip('main'), await it.told()]).toEqual([before, []]);
  });

  test('is refused when a field is in the query, where Bitbucket does not look', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await it.emulator.fetch(
      new Request(`${api}${widgets}/src?branch=x`, {
        method: 'POST',
        body: 'x=y',
        headers: { ...headers, ...basic('ada') },
      }),
    );
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: { fields: { branch: {} } } }]);
  });

  test('is refused as a form that breaks off', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const body = '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\nx';
    expect(messageOf(await post(body, { headers }))).toEqual([400, expect.stringMatching(/cannot be read/)]);
  });

  test('is refused without the right to write', async () => {
    expect((await post(words(some), { who: 'rita' })).status).toBe(403);
    expect((await post(words(some), { who: 'eve' })).status).toBe(401);
  });

  test('is made once when two are sent at once', async () => {
    const both = await Promise.all([
      post(words(['one.txt', '1'], ['branch', 'race'])),
      post(words(['two.txt', '2'], ['branch', 'race'])),
    ]);
    const made = both.filter(({ status }) => status === 201);
    // The second may also have come when the first was done.
    expect(both.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(made.length).toBeGreaterThan(0);
  });
});
