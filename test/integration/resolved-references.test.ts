import { findResolvedReferences } from 'bitbucket-sdk/integration';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('a commit message resolves', () => {
  test.each([
    'fix',
    'fixes',
    'fixed',
    'close',
    'closes',
    'closed',
    'resolve',
    'resolves',
    'resolved',
    'Fixes',
    'FIXED',
    'Closes:',
    'resolves:\n',
    '(fixes',
    '\\Resolved',
    'fixes\t',
  ])('the issue after %j', (verb) => {
    expect(findResolvedReferences(`Mend the door\n\n${verb} DEMO-1.`)).toEqual(['DEMO-1']);
  });

  test.each<[string, string[]]>([
    ['Fixes DEMO-1', ['DEMO-1']],
    ['Fixes DEMO-1 DEMO-2', ['DEMO-1', 'DEMO-2']],
    ['Fixes DEMO-1, DEMO-2,DEMO-3', ['DEMO-1', 'DEMO-2', 'DEMO-3']],
    ['Fixes DEMO-1 and DEMO-2 & DEMO-3', ['DEMO-1', 'DEMO-2', 'DEMO-3']],
    ['Fixes DEMO-1, DEMO-2, and DEMO-3', ['DEMO-1', 'DEMO-2', 'DEMO-3']],
    ['Fixes DEMO-1,\n  DEMO-2 and\r\n  DEMO-3', ['DEMO-1', 'DEMO-2', 'DEMO-3']],
    ['Fixes #DEMO-1, #DEMO-2', ['DEMO-1', 'DEMO-2']],
    ['Fixes#DEMO-1', ['DEMO-1']],
    ['fixes:DEMO-1', ['DEMO-1']],
    ['Fixes\nDEMO-1', ['DEMO-1']],
    ['Fixes [DEMO-1](https://x.example/issues/1?a=b#c) and [DEMO-2]', ['DEMO-1', 'DEMO-2']],
    ['Fixes MY-PROJ-3F, MY_PROJ-00, 3SCALE-A1', ['MY-PROJ-3F', 'MY_PROJ-00', '3SCALE-A1']],
    ['Fixes DEMO-2. Closes DEMO-1; resolves DEMO-2', ['DEMO-2', 'DEMO-1']],
    ['Fixes DEMO-1 (DEMO-2 is another)', ['DEMO-1']],
    ['Fixes DEMO-1\nDEMO-2 is another', ['DEMO-1']],
    ['Fixes DEMO-1 by turning DEMO-2 round', ['DEMO-1']],
    ['Closes DEMO-1 and resolves DEMO-2', ['DEMO-1', 'DEMO-2']],
    ['hot-fix DEMO-1', ['DEMO-1']],
  ])('%j: %j', (message, keys) => {
    expect(findResolvedReferences(message)).toEqual(keys);
  });

  test.each([
    '',
    'Fixes',
    'Fixes ',
    'DEMO-1',
    'See DEMO-1',
    'prefix DEMO-1',
    'fixture DEMO-1',
    'unresolved DEMO-1',
    'fixing DEMO-1',
    'fixesDEMO-1',
    'fixes-DEMO-1',
    'Fixes demo-1',
    'Fixes Demo-1',
    'Fixes DEMO-1a',
    'Fixes DEMO-1-',
    'Fixes DEMO-',
    'Fixes -1',
    'Fixes DEMO',
    'Fixes 2026-11',
    'Fixes 123',
    'Fixes the mess of DEMO-1',
  ])('nothing: %j', (message) => {
    expect(findResolvedReferences(message)).toEqual([]);
  });
});

test('keys may look otherwise, by a pattern of the caller', () => {
  const message = 'Fixes demo-1, #12 and X.9; closes DEMO-1';
  expect(findResolvedReferences(message, { keyPattern: /[a-z]+-\d+/gi })).toEqual(['demo-1', 'DEMO-1']);
  expect(findResolvedReferences(message, { keyPattern: /[a-z]+-\d+|\d+|[A-Z]\.\d/y })).toEqual([
    'demo-1',
    '12',
    'X.9',
  ]);
  expect(findResolvedReferences(message, { keyPattern: /x*/ })).toEqual([]);
  expect(findResolvedReferences(message, { keyPattern: undefined })).toEqual(['DEMO-1']);
});

test('the same message gives the same keys, whatever was asked before', () => {
  const ask = () => findResolvedReferences('Fixes DEMO-1 and DEMO-2');
  expect(ask()).toEqual(ask());
});

test('a list of keys is found whatever stands between them', () => {
  const key = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,5}(-[A-Z0-9_]{1,5}){0,2}-[A-Z0-9]{1,5}$/);
  const separator = fc.constantFrom(' ', ', ', ',', ' and ', ', and ', ' & ', ' #', ', #', ',\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(separator, key), { minLength: 1 }), (parts) => {
      const message = `resolves ${parts.map(([gap, own], index) => (index === 0 ? own : gap + own)).join('')}.`;
      expect(findResolvedReferences(message)).toEqual([...new Set(parts.map(([, own]) => own))]);
    }),
  );
});

test('each key is part of the message, whatever the message is', () => {
  const word = fc.constantFrom(
    'fix',
    'Fixes',
    'A-1',
    'B_2-C-3',
    ' ',
    ',',
    'and',
    '#',
    '[',
    '](x)',
    '\n',
    '-',
    'é',
    ':',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string())), (words) => {
      const message = words.join('');
      for (const key of findResolvedReferences(message)) expect(message).toContain(key);
    }),
  );
});

test.each([
  ['verbs', 'fix '],
  ['verbs without blanks', 'fixes:'],
  ['blanks after a verb', ' ', 'fixes'],
  ['line ends after a verb', '\n', 'fixes:'],
  ['a key without an end', 'A-', 'fixes '],
  ['a key that ends wrongly', 'A-', 'fixes ', 'x'],
  ['a key of one part that ends wrongly', 'A', 'fixes A-', 'x'],
  ['digits in place of a key', '0', 'fixes '],
  ['underscores in place of a key', '_', 'fixes A'],
  ['keys', 'A-1 ', 'fixes '],
  ['verbs before keys that end wrongly', 'fix A-B-C-D-E-x '],
  ['separators', ', and ', 'fixes A-1'],
  ['links that do not end', '[A-1](', 'fixes '],
  ['verbs before links that do not end', 'fixes [A-1](x'],
  ['one link that does not end', 'x', 'fixes [A-1]('],
])('a message of 1 MB of %s takes a moment', (_, unit, before = '', after = '') => {
  const message = before + unit.repeat(Math.ceil(1e6 / unit.length)) + after;
  findResolvedReferences(message); // the patterns are compiled on the way
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    findResolvedReferences(message);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(150);
});
