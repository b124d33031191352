import { memoryStore } from 'bitbucket-sdk';
import type { TokenStore } from 'bitbucket-sdk/auth';
import { sqliteStore } from 'bitbucket-sdk/sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** One call, by what was given before: fences are those of earlier leases, of whatever key. */
interface Step {
  readonly method: 'read' | 'put' | 'lease' | 'save' | 'release' | 'forget';
  readonly key: string;
  /** Which of the fences so far. */
  readonly fence: number;
  /** Milliseconds since the step before. */
  readonly pause: number;
  readonly number: number;
}

const steps = fc.array(
  fc.record<Step>({
    method: fc.constantFrom('read', 'put', 'lease', 'lease', 'save', 'save', 'release', 'forget'),
    key: fc.constantFrom('a', 'b'),
    fence: fc.nat({ max: 3 }),
    pause: fc.constantFrom(0, 1, 9, 10),
    number: fc.nat({ max: 99 }),
  }),
  { maxLength: 60 },
);

/** What each step gave. A lease lasts 10 ms; of the fences the latest are chosen from. */
async function play(store: TokenStore, plan: readonly Step[]): Promise<unknown[]> {
  const fences = [0];
  const answers: unknown[] = [];
  let now = 1_000;
  for (const { method, key, fence, pause, number } of plan) {
    now += pause;
    const token = { accessToken: `access-${number}`, expiresAt: number, scopes: [] };
    const claimed = fences.at(-1 - fence) ?? 0;
    const calls = {
      read: () => store.read(key),
      put: () => store.put(key, token),
      lease: () => store.lease(key, { owner: 'a', now, until: now + 10 }),
      save: () => store.save(key, claimed, { ...token, refusedAt: number % 2 === 0 ? number : undefined }),
      release: () => store.release(key, claimed),
      forget: () => store.forget(key),
    };
    const answer = await calls[method]();
    if (typeof answer === 'object' && 'fence' in answer) fences.push(answer.fence);
    answers.push(answer);
  }
  return [...answers, await store.read('a'), await store.read('b')];
}

test('whatever is asked of token stores, memory and SQLite answer alike', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      using sqlite = sqliteStore(':memory:');
      const [kept, stored] = [await play(memoryStore().tokens, plan), await play(sqlite.tokens, plan)];
      expect(JSON.stringify(stored)).toBe(JSON.stringify(kept));
    }),
    { numRuns: 300 },
  );
});
