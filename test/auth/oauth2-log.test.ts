import { oauth2 } from 'bitbucket-sdk/auth';
import { expect, test } from 'vitest';
import { createLog } from '../webhooks/receiver-kit.ts';
import { bearerOf, clientOf, grant, movableClock, newTokens, refusal, tokenEndpoint } from './oauth2-kit.ts';

test('the log names the grant that it speaks of, and nothing of its tokens', async () => {
  const clock = movableClock();
  const endpoint = tokenEndpoint();
  const tokens = newTokens();
  const { lines, logger } = createLog();
  const auth = oauth2({ client: clientOf(endpoint, clock.now), tokens, key: 'acme', now: clock.now, logger });
  const told = async (answer: Response | undefined) => {
    clock.at += 5_000;
    await tokens.put('acme', grant({ expiresAt: clock.at + 1_000, refreshToken: endpoint.current }));
    endpoint.instead = () => answer;
    await bearerOf(auth).catch(() => undefined);
    return lines.splice(0).map(({ level, message, fields }) => [level, message.split(/[:;]/)[0], fields]);
  };
  expect(await told(undefined)).toEqual([['debug', 'oauth2 token renewed', { key: 'acme' }]]);
  expect(await told(new Response('', { status: 503 }))).toEqual([
    ['warn', 'oauth2 token not renewed', { key: 'acme', code: 'server_error' }],
  ]);
  expect(await told(refusal('invalid_grant'))).toEqual([['warn', 'oauth2 grant refused', { key: 'acme' }]]);
});
