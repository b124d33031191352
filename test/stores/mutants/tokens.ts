/** Token stores that spoil tokens. */
import { brokenTokens, type Token, type Tokens } from './leasing.ts';
import { cutAtNul, type Mutant, without } from './mutate.ts';

/** All methods by another name of the key. */
const byKey = (good: Tokens, name: (key: string) => string): Tokens => ({
  read: (key) => good.read(name(key)),
  put: (key, token, options) => good.put(name(key), token, options),
  lease: (key, request) => good.lease(name(key), request),
  save: (key, fence, token) => good.save(name(key), fence, token),
  release: (key, fence) => good.release(name(key), fence),
  forget: (key) => good.forget(name(key)),
});

/** Spoils each token before it is kept. */
const spoiling = (good: Tokens, spoil: (token: Token) => Token): Partial<Tokens> => ({
  put: (key, token, options) => good.put(key, spoil(token), options),
  save: (key, fence, token) => good.save(key, fence, spoil(token)),
});

export const tokenMutants: readonly Mutant<Tokens>[] = [
  brokenTokens(
    'throws where there is nothing to forget',
    'an unknown key has no token, and to forget or release it does nothing',
    (good) => ({
      async forget(key) {
        if ((await good.read(key)) === undefined) throw new Error('not found');
        await good.forget(key);
      },
    }),
  ),
  brokenTokens(
    'saves where there was no lease',
    'an unknown key has no token, and to forget or release it does nothing',
    (good) => ({
      async save(key, fence, token) {
        if ((await good.read(key)) !== undefined) return good.save(key, fence, token);
        await good.put(key, token);
        return true;
      },
    }),
  ),
  brokenTokens('keeps whole seconds', 'a token comes back with every field that it was put with', (good) =>
    spoiling(good, (token) => ({ ...token, expiresAt: Math.floor(token.expiresAt / 1_000) * 1_000 })),
  ),
  brokenTokens(
    'merges a grant into the one before',
    'a token comes back with every field that it was put with',
    (good) => ({
      put: async (key, token, options) => good.put(key, { ...(await good.read(key)), ...token }, options),
    }),
  ),
  brokenTokens(
    'merges what is saved into the token before',
    'a saved token keeps nothing of the one before',
    (good) => ({
      save: async (key, fence, token) => good.save(key, fence, { ...(await good.read(key)), ...token }),
    }),
  ),
  brokenTokens('forgets that a token was refused', 'a refusal is kept with its token', (good) =>
    spoiling(good, (token) => without(token, 'refusedAt')),
  ),
  brokenTokens(
    'lets a refusal outlive its grant',
    'a new grant is not refused, whatever was before',
    (good) => {
      const refusals = new Map<string, number>();
      return {
        async read(key) {
          const token = await good.read(key);
          const refusedAt = refusals.get(key);
          return token && refusedAt !== undefined ? { ...token, refusedAt } : token;
        },
        save(key, fence, token) {
          if (token.refusedAt !== undefined) refusals.set(key, token.refusedAt);
          return good.save(key, fence, token);
        },
      };
    },
  ),
  brokenTokens('forgets all at once', 'a forgotten token is gone, and those of others stay', (good) => {
    const keys = new Set<string>();
    return {
      async put(key, token) {
        keys.add(key);
        await good.put(key, token);
      },
      async forget() {
        for (const key of keys) await good.forget(key);
      },
    };
  }),
  brokenTokens(
    'keeps the time of an undecided grant for the next',
    'a token is kept while its time has not come, or when it was put again without one',
    (good) => {
      const times = new Map<string, number>();
      return {
        async put(key, token, options) {
          const keepUntil = options?.keepUntil ?? times.get(key);
          if (keepUntil !== undefined) times.set(key, keepUntil);
          await good.put(key, token, { keepUntil });
        },
      };
    },
  ),
  brokenTokens('cuts what is longer than 64 kB', 'tokens of 100 kB come back whole', (good) =>
    spoiling(good, (token) => ({ ...token, accessToken: token.accessToken.slice(0, 65_536) })),
  ),
  brokenTokens('keeps scopes as words of one text', 'text in a token comes back as it was given', (good) =>
    spoiling(good, (token) => ({ ...token, scopes: token.scopes.join(' ').split(' ').filter(Boolean) })),
  ),
  brokenTokens('cuts a token at a NUL', 'text in a token comes back as it was given', (good) =>
    spoiling(good, (token) => ({ ...token, accessToken: cutAtNul(token.accessToken) })),
  ),
  ...(
    [
      ['cuts a key at a NUL', cutAtNul],
      ['takes no heed of case', (key) => key.toLowerCase()],
      ['trims keys', (key) => key.trim()],
      ['brings keys to one normal form', (key) => key.normalize('NFC')],
      [
        'takes keys for numbers where it can',
        (key) => (key.trim() === '' || Number.isNaN(Number(key)) ? key : `${Number(key)}`),
      ],
    ] as const satisfies readonly (readonly [string, (key: string) => string])[]
  ).map(([fault, name]) => brokenTokens(fault, 'a key is taken as it is', (good) => byKey(good, name))),
  brokenTokens('gives out the stored row itself', 'rows are copied in and out', (good) => {
    const rows = new Map<string, Token | undefined>();
    return {
      async read(key) {
        if (!rows.has(key)) rows.set(key, await good.read(key));
        return rows.get(key);
      },
      put(key, token, options) {
        rows.delete(key);
        return good.put(key, token, options);
      },
      save(key, fence, token) {
        rows.delete(key);
        return good.save(key, fence, token);
      },
    };
  }),
  brokenTokens('keeps the very row that was saved', 'rows are copied in and out', (good) => {
    const saved = new Map<string, Token>();
    return {
      read: async (key) => saved.get(key) ?? good.read(key),
      async save(key, fence, token) {
        const stored = await good.save(key, fence, token);
        if (stored) saved.set(key, token);
        return stored;
      },
    };
  }),
];
