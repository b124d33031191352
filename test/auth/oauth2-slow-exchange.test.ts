import { oauth2 } from 'bitbucket-sdk/auth';
import { expect, test } from 'vitest';
import { bearerOf, clientOf, grant, movableClock, newTokens, refusal, tokenEndpoint } from './oauth2-kit.ts';

test('an exchange that outlasts its lease is not lost when the next one finds its refresh token used', async () => {
  const clock = movableClock();
  const endpoint = tokenEndpoint();
  const tokens = newTokens();
  await tokens.put('acme', grant({ expiresAt: clock.at - 1 }));
  const auth = oauth2({ client: clientOf(endpoint, clock.now), tokens, key: 'acme', now: clock.now });
  const slow = Promise.withResolvers<undefined>();
  const refused = Promise.withResolvers<Response>();
  endpoint.instead = (_form, count) => (count === 1 ? slow.promise : refused.promise);

  // The machine sleeps while the first is under way, and its caller has left.
  const leaving = new AbortController();
  const left = bearerOf(auth, leaving.signal);
  await expect.poll(() => endpoint.asked).toHaveLength(1);
  leaving.abort();
  await expect(left).rejects.toMatchObject({ code: 'aborted' });
  clock.at += 30_000;
  const next = bearerOf(auth);
  await expect.poll(() => endpoint.asked).toHaveLength(2);

  slow.resolve(undefined);
  await expect.poll(() => endpoint.current).toBe('refresh-1');
  await new Promise((resolve) => setImmediate(resolve));
  refused.resolve(refusal('invalid_grant'));
  expect(await next).toBe('Bearer access-1');
  expect(await tokens.read('acme')).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
  expect(await tokens.read('acme')).not.toHaveProperty('refusedAt');
  expect(endpoint.asked).toHaveLength(2);
});
