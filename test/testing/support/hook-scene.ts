/** An emulator with hooks, receivers for them, and clones to push from. */
import { rm } from 'node:fs/promises';
import {
  type BitbucketEmulator,
  type BitbucketEmulatorOptions,
  createBitbucketEmulator,
} from 'bitbucket-sdk/testing';
import { afterTest } from './cleanups.ts';
import { gitIn, sharedSample, temporaryFolder } from './git-repository.ts';
import { type Received, type Receiver, type Reply, startReceiver } from './receiver.ts';

export const api = 'https://api.bitbucket.org/2.0';
export const widgets = '/repositories/demo/widgets';

export async function start(hooks: BitbucketEmulatorOptions['hooks'] = { retryDelay: 1 }) {
  const sample = await sharedSample();
  const emulator = await createBitbucketEmulator({
    repositories: [
      { fullName: 'demo/widgets', from: sample.folder, private: false },
      { fullName: 'demo/empty' },
    ],
    users: [
      { username: 'ada', email: 'ada@example.com' },
      { username: 'rita', email: 'rita@example.com', workspaces: { demo: 'read' } },
    ],
    credentials: {
      accessTokens: [
        { token: 'team', workspace: 'demo' },
        { token: 'reader', workspace: 'demo', scopes: ['repository'] },
      ],
      apiTokens: [
        { email: 'ada@example.com', token: 'ada-token' },
        { email: 'rita@example.com', token: 'rita-token' },
      ],
    },
    hooks,
  });
  const { url } = await emulator.listen();
  afterTest(() => emulator.close());
  return { sample, emulator, url };
}

export async function receiver(reply: (count: number) => Reply = () => 200): Promise<Receiver> {
  const started = await startReceiver((_, count) => reply(count));
  afterTest(() => started.close());
  return started;
}

export async function send(
  emulator: BitbucketEmulator,
  method: string,
  path: string,
  body?: unknown,
  authorization = 'Bearer team',
) {
  const init = {
    method,
    headers: { authorization },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const answer = await emulator.fetch(new Request(api + path, init));
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
  };
}

export async function clone(url: string, name = 'widgets') {
  const path = await temporaryFolder();
  afterTest(() => rm(path, { recursive: true, force: true }));
  const git = gitIn(path);
  await git('clone', '--quiet', `${url.replace('//', '//ada:ada-token@')}/demo/${name}.git`, '.');
  return { path, git };
}

export const missing: Received = { method: '', path: '', headers: {}, body: Buffer.alloc(0) };

export interface Push {
  push: { changes: Record<string, unknown>[] };
  actor: Record<string, unknown>;
  repository: Record<string, unknown>;
}
export const payloadOf = (hook: Receiver, index = 0): Push =>
  JSON.parse(hook.received[index]?.body.toString() ?? '') as Push;
