/** A Server half over the sample repository, and short ways to ask it. */
import { rm } from 'node:fs/promises';
import {
  type BitbucketEmulator,
  type BitbucketEmulatorOptions,
  createBitbucketEmulator,
  type EmulatedServerOptions,
} from 'bitbucket-sdk/testing';
import { afterTest } from './cleanups.ts';
import { gitIn, type Sample, sharedSample, temporaryFolder } from './git-repository.ts';
import type { Receiver } from './receiver.ts';

export const base = 'https://git.example.com/bitbucket';
export const widgets = '/projects/DEMO/repos/widgets';
export const zeros = '0'.repeat(40);

/** A JSON object of which the test says what is in it. */
export type Json = Record<string, unknown>;

export interface ServerPage<T = Json> {
  readonly values: T[];
  readonly size: number;
  readonly limit: number;
  readonly start: number;
  readonly isLastPage: boolean;
  readonly nextPageStart?: number | null;
}

/** What hooks and lists can be asked by: users by password, tokens of a user, a project and a repository. */
export const as = {
  ada: `Basic ${btoa('ada:secret')}`,
  rita: `Basic ${btoa('rita:secret')}`,
  eve: `Basic ${btoa('eve:secret')}`,
  adaToken: 'Bearer ada-token',
  project: 'Bearer project-token',
  repository: 'Bearer repository-token',
  reader: 'Bearer reader-token',
  nobody: undefined,
} as const;

export interface ServerScene {
  readonly emulator: BitbucketEmulator;
  readonly sample: Sample;
  /** Asks below `/rest/api/latest`, as ada unless somebody else is named. */
  send(method: string, path: string, init?: { body?: unknown; who?: keyof typeof as }): Promise<Answer>;
  /** The body of a GET that succeeds, as what the test holds it to be. */
  get<T = Json>(path: string, who?: keyof typeof as): Promise<T>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json;
}

/** The first error of a refusal. */
export const errorOf = ({ body }: Answer): Json => (body['errors'] as Json[] | undefined)?.[0] ?? {};

export function serverOptions(
  sample: Sample,
  server: EmulatedServerOptions = {},
): BitbucketEmulatorOptions & { readonly server: EmulatedServerOptions } {
  return {
    repositories: [
      { fullName: 'demo/widgets', from: sample.folder, description: 'A sample' },
      { fullName: 'demo/empty' },
      { fullName: 'demo/open', from: sample.folder, private: false },
      { fullName: 'other/own', from: sample.folder },
    ],
    users: [
      { username: 'ada', email: 'ada@example.com', displayName: 'Ada Löw' },
      { username: 'rita', email: 'rita@example.com', workspaces: { demo: 'read' } },
      { username: 'eve', email: 'eve@example.com', workspaces: {} },
    ],
    credentials: { basic: ['ada', 'rita', 'eve'].map((username) => ({ username, password: 'secret' })) },
    server: {
      contextPath: '/bitbucket',
      repositories: { 'other/own': { projectKey: '~eve', slug: 'mine' } },
      projects: { DEMO: 'Demonstration' },
      accessTokens: [
        { token: 'ada-token', user: 'ada' },
        { token: 'project-token', project: 'DEMO' },
        { token: 'repository-token', repository: 'DEMO/widgets' },
        { token: 'reader-token', repository: 'DEMO/widgets', permission: 'read' },
      ],
      ...server,
    },
  };
}

export async function startServerScene(
  options: Partial<BitbucketEmulatorOptions> = {},
): Promise<ServerScene> {
  const sample = await sharedSample();
  const { server, ...rest } = options;
  const emulator = await createBitbucketEmulator({ ...serverOptions(sample, server), ...rest });
  return { emulator, sample, ...sceneCalls(emulator) };
}

function sceneCalls(emulator: BitbucketEmulator): Pick<ServerScene, 'send' | 'get'> {
  const send: ServerScene['send'] = async (method, path, { body, who = 'ada' } = {}) => {
    const authorization = as[who];
    const answer = await emulator.fetch(
      new Request(path.startsWith('https:') ? path : `${base}/rest/api/latest${path}`, {
        method,
        ...(authorization === undefined ? {} : { headers: { authorization } }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : {} };
  };
  return {
    send,
    get: async <T>(path: string, who?: keyof typeof as) => {
      const { status, body, text } = await send('GET', path, who === undefined ? {} : { who });
      if (status !== 200) throw new Error(`GET ${path} was answered ${status}: ${text}`);
      return body as T;
    },
  };
}

/** A clone by https or http with a user's password or a token. */
export async function cloneFrom(url: string, login: string, path: string) {
  const folder = await temporaryFolder();
  afterTest(() => rm(folder, { recursive: true, force: true }));
  const git = gitIn(folder);
  await git('clone', '--quiet', `${url.replace('//', `//${login}@`)}/bitbucket/scm/${path}.git`, '.');
  return { folder, git };
}

export const payloadOf = (hook: Receiver, index = 0): Json =>
  JSON.parse(hook.received[index]?.body.toString() ?? '{}') as Json;
