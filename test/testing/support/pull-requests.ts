/** Opens pull requests for tests, each between branches of its own. */
import { expect } from 'vitest';
import { type EventScene, type Json, widgets } from './event-scene.ts';

export const pullRequests = `${widgets}/pullrequests`;

export interface Opened {
  readonly from: string;
  readonly to: string;
  /** Its path. */
  readonly at: string;
  readonly body: Json;
}

let count = 0;

/** From a new branch at that commit to a new one at `next`; hooks were told and are silent again. */
export async function openPullRequest(
  it: EventScene,
  source: 'topic' | 'more' | 'conflict' = 'topic',
  more: Json = {},
): Promise<Opened> {
  count += 1;
  const from = await it.branch(`from-${count}`, source);
  const to = await it.branch(`to-${count}`, 'next');
  const made = await it.call('POST', pullRequests, {
    title: `Number ${count}`,
    source: { branch: { name: from } },
    destination: { branch: { name: to } },
    ...more,
  });
  expect(made.status).toBe(201);
  await it.told();
  return { from, to, at: `${pullRequests}/${made.body['id']}`, body: made.body };
}

/** The hash that a branch is at. */
export async function tipOf(it: EventScene, branch: string): Promise<unknown> {
  const { body } = await it.call('GET', `${widgets}/refs/branches/${branch}`);
  return (body['target'] as Json | undefined)?.['hash'];
}

export const eventsOf = async (it: EventScene): Promise<string[]> =>
  (await it.told()).map(({ event }) => event);
