import { accessToken } from 'bitbucket-sdk/auth';
import { BitbucketApiClient } from 'bitbucket-sdk/cloud';
import { expect, test } from 'vitest';

test.each<[string, Response]>([
  ['a redirect', new Response('moved', { status: 302, headers: { location: '/2.0/user' } })],
  ['a refused credential that was renewed', new Response('no', { status: 401 })],
])('a fetch that keeps a clone of each answer does not hold a call up after %s', async (_, first) => {
  const answers = [first, Response.json({ display_name: 'Ann' })];
  const kept: Response[] = [];
  const cloud = new BitbucketApiClient({
    auth: { ...accessToken('t'), renew: async () => true },
    timeout: 1_000,
    fetch: async () => {
      const answer = answers.shift() ?? new Response('', { status: 500 });
      kept.push(answer.clone());
      return answer;
    },
  });
  await expect(cloud.request('GET /user')).resolves.toEqual({ display_name: 'Ann' });
  expect(await kept[0]?.text()).not.toBe('');
});
