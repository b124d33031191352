/** An emulator whose hooks end in a list, over a small repository with branches to merge; shared by a whole file. */
import { rm } from 'node:fs/promises';
import {
  type BitbucketEmulator,
  type BitbucketEmulatorOptions,
  createBitbucketEmulator,
} from 'bitbucket-sdk/testing';
import { type GitIn, gitIn, lines, temporaryFolder, write } from './git-repository.ts';

export const api = 'https://api.bitbucket.org/2.0';
export const widgets = '/repositories/demo/widgets';

/** A JSON object of which the test says what is in it. */
export type Json = Record<string, unknown>;

export interface Told {
  readonly event: string;
  readonly payload: Json;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

export type Who = 'ada' | 'bob' | 'rita' | 'bot' | 'nobody';

export interface EventScene {
  readonly emulator: BitbucketEmulator;
  readonly git: GitIn;
  /** Full hashes: `base`, the others on top of it. `conflict` changes what `next` changes. */
  readonly commits: Readonly<Record<'base' | 'next' | 'topic' | 'more' | 'conflict', string>>;
  /** As ada, an admin, unless another one is named. The body is sent as JSON, a form as a form. */
  call(method: string, path: string, body?: unknown, who?: Who): Promise<Answer>;
  /** What hooks were told since the last time. */
  told(): Promise<Told[]>;
  /** A new branch at that commit. */
  branch(name: string, commit: keyof EventScene['commits']): Promise<string>;
  stop(): Promise<void>;
}

const authorizations: Readonly<Record<Who, string | undefined>> = {
  ada: `Basic ${btoa('ada@example.com:ada-token')}`,
  bob: `Basic ${btoa('bob@example.com:bob-token')}`,
  rita: `Basic ${btoa('rita@example.com:rita-token')}`,
  bot: 'Bearer team',
  nobody: undefined,
};

async function makeBranches() {
  const folder = await temporaryFolder();
  const git = gitIn(folder);
  const commit = async (message: string, parent?: string) => {
    if (parent !== undefined) await git('checkout', '--quiet', '--detach', parent);
    return async (path: string, content: string) => {
      await write(folder, path, content);
      await git('add', '.');
      await git('commit', '--quiet', '-m', message);
      return git('rev-parse', 'HEAD');
    };
  };
  await git('init', '--quiet', '--initial-branch=main');
  const base = await (await commit('Base'))('app.txt', lines(10));
  const topic = await (await commit('Topic', base))('topic.txt', 'topic\n');
  const more = await (await commit('More'))('more.txt', 'more\n');
  const conflict = await (await commit('Conflict', base))('app.txt', lines(10, 'other'));
  const next = await (await commit('Next', base))('app.txt', lines(11));
  await git('update-ref', 'refs/heads/main', next);
  await git('update-ref', 'refs/heads/topic', topic);
  await git('update-ref', 'refs/heads/more', more);
  await git('update-ref', 'refs/heads/conflict', conflict);
  return { folder, git, commits: { base, next, topic, more, conflict } };
}

export async function startEventScene(options: BitbucketEmulatorOptions = {}): Promise<EventScene> {
  const { folder, git, commits } = await makeBranches();
  const events: Told[] = [];
  const emulator = await createBitbucketEmulator({
    repositories: [{ fullName: 'demo/widgets', from: folder }, { fullName: 'demo/empty' }],
    workspaces: [{ slug: 'other' }],
    users: [
      { username: 'ada', email: 'ada@example.com', displayName: 'Ada Löw' },
      { username: 'bob', email: 'bob@example.com', workspaces: { demo: 'write' } },
      { username: 'rita', email: 'rita@example.com', workspaces: { demo: 'read' } },
      { username: 'eve', email: 'eve@example.com', workspaces: {} },
    ],
    credentials: {
      accessTokens: [{ token: 'team', workspace: 'demo' }],
      apiTokens: ['ada', 'bob', 'rita'].map((name) => ({
        email: `${name}@example.com`,
        token: `${name}-token`,
      })),
    },
    fetch: async (_, init) => {
      const event = new Headers(init?.headers).get('x-event-key') ?? '';
      events.push({ event, payload: JSON.parse(String(init?.body)) as Json });
      return new Response();
    },
    ...options,
  });
  const call: EventScene['call'] = async (method, path, body, who = 'ada') => {
    const authorization = authorizations[who];
    const answer = await emulator.fetch(
      new Request(path.startsWith('http') ? path : api + path, {
        method,
        ...(authorization === undefined ? {} : { headers: { authorization } }),
        ...(body === undefined
          ? {}
          : { body: body instanceof URLSearchParams ? body : JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : { text } };
  };
  const { body } = await call('GET', '/hook_events/workspace?pagelen=100');
  const keys = (body['values'] as { event: string }[]).map(({ event }) => event);
  const issues = ['issue:created', 'issue:updated', 'issue:comment_created'];
  await call('POST', '/workspaces/demo/hooks', { url: 'http://hooks/demo', events: [...keys, ...issues] });
  return {
    emulator,
    git,
    commits,
    call,
    told: async () => {
      await emulator.settled();
      return events.splice(0);
    },
    branch: async (name, commit) => {
      await call('POST', `${widgets}/refs/branches`, { name, target: { hash: commits[commit] } });
      return name;
    },
    stop: async () => {
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
