/** An emulator over the sample repository, and short ways to ask it. */
import { type BitbucketEmulator, createBitbucketEmulator } from 'bitbucket-sdk/testing';
import { makeSample, type Sample } from './git-repository.ts';

export const api = 'https://api.bitbucket.org/2.0';
export const widgets = '/repositories/demo/widgets';

export interface Page {
  readonly values: Record<string, unknown>[];
  readonly next?: string;
  readonly previous?: string;
  readonly size?: number;
  readonly page?: number;
  readonly pagelen: number;
}

export interface CommitPage extends Page {
  readonly values: (Record<string, unknown> & { readonly hash: string; readonly message: string })[];
}

export interface SampleEmulator {
  readonly sample: Sample;
  readonly emulator: BitbucketEmulator;
  /** By the access token of the workspace `demo`, unless the headers say otherwise. */
  get(path: string, init?: RequestInit): Promise<Response>;
  /** The answer as what the test holds it to be. */
  json<T = Record<string, unknown>>(path: string, init?: RequestInit): Promise<T>;
  stop(): Promise<void>;
}

export async function startSampleEmulator(): Promise<SampleEmulator> {
  const sample = await makeSample();
  const emulator = await createBitbucketEmulator({
    repositories: [
      { fullName: 'demo/widgets', from: sample.folder, description: 'A sample' },
      { fullName: 'demo/widgets-docs' },
      { fullName: 'demo/open', private: false },
      { fullName: 'other/things' },
    ],
    users: [{ username: 'ada', email: 'Ada@Example.com', displayName: 'Ada Löw' }],
    credentials: {
      accessTokens: [{ token: 'team', workspace: 'demo' }],
      apiTokens: [{ email: 'Ada@Example.com', token: 'ada-token' }],
    },
  });
  const get = (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', 'Bearer team');
    return emulator.fetch(new Request(api + path, { ...init, headers }));
  };
  return {
    sample,
    emulator,
    get,
    json: async <T>(path: string, init?: RequestInit) => (await (await get(path, init)).json()) as T,
    stop: async () => {
      await emulator.close();
      await sample.remove();
    },
  };
}
