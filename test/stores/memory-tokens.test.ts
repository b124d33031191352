import { expect, test } from 'vitest';
import { memoryTokens } from '../../src/stores/memory/tokens.ts';

const grant = { accessToken: 'access', expiresAt: 1, scopes: [] };

test('tokens in memory are forgotten when their time is over, unless they were decided about', () => {
  let now = 1_000;
  const tokens = memoryTokens({ now: () => now });
  tokens.put('undecided', grant, { keepUntil: 2_000 });
  tokens.put('decided', grant, { keepUntil: 2_000 });
  tokens.put('decided', grant);
  now = 2_000;
  tokens.put('other', grant);
  expect(tokens.read('undecided')).toEqual(grant);
  now = 2_001;
  tokens.put('other', grant);
  expect(tokens.read('undecided')).toBeUndefined();
  expect(tokens.read('decided')).toEqual(grant);
});
