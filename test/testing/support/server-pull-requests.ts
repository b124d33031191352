/** A Server half over a small repository with branches to merge; what its hooks tell goes through the library's receiver. */
import { createWebhookReceiver } from 'bitbucket-sdk';
import type { EmulatedServerOptions } from 'bitbucket-sdk/testing';
import { expect } from 'vitest';
import { type EventScene, type Json, startEventScene, type Told } from './event-scene.ts';

export type { Json } from './event-scene.ts';

export const site = 'https://git.example.com/bitbucket';
export const widgets = '/projects/DEMO/repos/widgets';
export const pullRequests = `${widgets}/pull-requests`;

const secret = 'hook-secret';
const tokens = { ada: 'ada-server', bob: 'bob-server', rita: 'rita-server', eve: 'eve-server' };
export type Who = keyof typeof tokens | 'bot' | 'nobody';

export interface ServerAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json;
}

export interface Opened {
  readonly from: string;
  readonly to: string;
  /** Its path. */
  readonly at: string;
  readonly body: Json & { readonly id: number };
}

export interface PullRequestScene
  extends Pick<EventScene, 'emulator' | 'git' | 'commits' | 'branch' | 'stop'> {
  /** Below `/rest/api/latest` or, for a path that begins with `rest`, the server's; as ada, an admin. */
  call(method: string, path: string, body?: unknown, who?: Who): Promise<ServerAnswer>;
  /** What was received since the last time; all of it was signed and had the shape of its event. */
  told(): Promise<Told[]>;
  /** From a new branch at that commit to a new one at `next`; hooks were told and are silent again. */
  open(source?: keyof EventScene['commits'], more?: Json, who?: Who): Promise<Opened>;
  /** The commit that a branch is at. */
  tip(branch: string): Promise<unknown>;
}

export async function startPullRequests(server: EmulatedServerOptions = {}): Promise<PullRequestScene> {
  const events: Told[] = [];
  const statuses: number[] = [];
  const receiver = createWebhookReceiver({ product: 'server', secret });
  receiver.on('*', ({ payload, delivery }) => {
    events.push({ event: delivery.eventKey, payload: payload as Json });
  });
  const scene = await startEventScene({
    server: {
      contextPath: '/bitbucket',
      accessTokens: [
        ...Object.entries(tokens).map(([user, token]) => ({ token, user })),
        { token: 'bot-server', project: 'DEMO' },
      ],
      ...server,
    },
    fetch: async (url, init) => {
      if (!String(url).startsWith('https://receiver')) return new Response();
      const answer = await receiver.handle(new Request(url, init));
      statuses.push(answer.status);
      return answer;
    },
  });
  const calls = serverCalls(scene);
  const all = await calls.call('POST', `${widgets}/webhooks`, {
    ...{ name: 'All', url: 'https://receiver.example/hook', configuration: { secret } },
    events: ['pr:opened', 'pr:from_ref_updated', 'pr:modified', 'pr:merged', 'pr:declined', 'pr:deleted']
      .concat(['updated', 'approved', 'unapproved', 'needs_work'].map((kind) => `pr:reviewer:${kind}`))
      .concat(
        ['added', 'edited', 'deleted'].map((kind) => `pr:comment:${kind}`),
        'repo:refs_changed',
      ),
  });
  expect(all.status).toBe(201);
  const told = async () => {
    await scene.emulator.settled();
    expect(statuses.splice(0).filter((status) => status !== 200)).toEqual([]);
    return events.splice(0);
  };
  const { emulator, git, commits, stop } = scene;
  const branch: EventScene['branch'] = async (name, commit) => {
    await scene.branch(name, commit);
    await told();
    return name;
  };
  return {
    ...{ emulator, git, commits, branch, stop },
    ...calls,
    told,
    ...opening({ branch, call: calls.call, told }),
  };
}

type Call = PullRequestScene['call'];

function serverCalls({ emulator }: EventScene): Pick<PullRequestScene, 'call' | 'tip'> {
  const call: Call = async (method, path, body, who = 'ada') => {
    const url = path.startsWith('rest/') ? `${site}/${path}` : `${site}/rest/api/latest${path}`;
    const token = who === 'nobody' ? undefined : `Bearer ${who}-server`;
    const answer = await emulator.fetch(
      new Request(url, {
        method,
        ...(token === undefined ? {} : { headers: { authorization: token } }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : {} };
  };
  return {
    call,
    tip: async (branch) => {
      const { body } = await call('GET', `${widgets}/branches?filterText=${branch}`);
      return (body['values'] as Json[]).find((one) => one['displayId'] === branch)?.['latestCommit'];
    },
  };
}

function opening({
  branch,
  call,
  told,
}: Pick<PullRequestScene, 'branch' | 'call' | 'told'>): Pick<PullRequestScene, 'open'> {
  let count = 0;
  return {
    open: async (source = 'topic', more = {}, who = 'ada') => {
      count += 1;
      const from = await branch(`from-${count}`, source);
      const to = await branch(`to-${count}`, 'next');
      const repository = { slug: 'widgets', project: { key: 'DEMO' } };
      const made = await call(
        'POST',
        pullRequests,
        {
          title: `Number ${count}`,
          fromRef: { id: `refs/heads/${from}`, repository },
          toRef: { id: `refs/heads/${to}`, repository },
          ...more,
        },
        who,
      );
      expect([made.status, made.text]).toEqual([201, expect.stringContaining('"OPEN"')]);
      await told();
      const body = made.body as Opened['body'];
      return { from, to, at: `${pullRequests}/${body.id}`, body };
    },
  };
}

export const errorOf = ({ body }: ServerAnswer): Json => (body['errors'] as Json[] | undefined)?.[0] ?? {};

/** Status and the last part of the exception's name. */
export const refusalOf = (answer: ServerAnswer): unknown[] => [
  answer.status,
  String(errorOf(answer)['exceptionName']).split('.').at(-1),
];
