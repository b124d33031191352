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
    // Any case, given back in capitals.
    ['Fixes demo-1, Demo-2 and DEMO-1', ['DEMO-1', 'DEMO-2']],
    ['fixes my-proj-3f and MY-PROJ-AB', ['MY-PROJ-3F', 'MY-PROJ-AB']],
    ['Fixes DEMO-1a', ['DEMO-1A']],
    ['Fixes utf-8 names', ['UTF-8']],
    ['Fixing DEMO-1, closing DEMO-2, resolving DEMO-3', ['DEMO-1', 'DEMO-2', 'DEMO-3']],
    // Between verb and key.
    ['Fixes : DEMO-1', ['DEMO-1']],
    ['Fixes - DEMO-1', ['DEMO-1']],
    ['Fixes – DEMO-1', ['DEMO-1']],
    ['**Fixes:** DEMO-1', ['DEMO-1']],
    ['**Fixes**: DEMO-1', ['DEMO-1']],
    ['Fixes issue DEMO-1', ['DEMO-1']],
    ['Fixes issue #DEMO-1', ['DEMO-1']],
    ['Fixes issue(s): DEMO-1, DEMO-2', ['DEMO-1', 'DEMO-2']],
    ['Fixes bugs DEMO-1 and DEMO-2', ['DEMO-1', 'DEMO-2']],
    ['Closes ticket DEMO-1, task DEMO-2 and story DEMO-3', ['DEMO-1', 'DEMO-2', 'DEMO-3']],
    ['Resolves Jira: DEMO-1', ['DEMO-1']],
    ['Fixes BUG-1 and TASK-2', ['BUG-1', 'TASK-2']],
    ['Fixes (bug DEMO-1)', ['DEMO-1']],
    // About a key.
    ['Fixes (DEMO-1)', ['DEMO-1']],
    ['Fixes (DEMO-1, DEMO-2), DEMO-3', ['DEMO-1', 'DEMO-2', 'DEMO-3']],
    ['Fixes (DEMO-1) (DEMO-2)', ['DEMO-1', 'DEMO-2']],
    ['Fixes "DEMO-1", \'DEMO-2\', `DEMO-3`, “DEMO-4”', ['DEMO-1', 'DEMO-2', 'DEMO-3', 'DEMO-4']],
    ['Fixes <DEMO-1> {DEMO-2} **DEMO-3** [#DEMO-4]', ['DEMO-1', 'DEMO-2', 'DEMO-3', 'DEMO-4']],
    ["Fixes DEMO-1's last part", ['DEMO-1']],
    // Between keys.
    ['Fixes DEMO-1;DEMO-2 / DEMO-3/DEMO-4', ['DEMO-1', 'DEMO-2', 'DEMO-3', 'DEMO-4']],
    ['Fixes DEMO-1 + DEMO-2 or DEMO-3; and DEMO-4', ['DEMO-1', 'DEMO-2', 'DEMO-3', 'DEMO-4']],
    ['Fixes DEMO-1, & issue DEMO-2', ['DEMO-1', 'DEMO-2']],
    ['Fixes AND-1 OR-2 and AND-3', ['AND-1', 'OR-2', 'AND-3']],
    ['Fixes DEMO-1,\n\tDEMO-2;\r\nDEMO-3', ['DEMO-1', 'DEMO-2', 'DEMO-3']],
    // Lists of items.
    ['Fixes:\n- DEMO-1\n- DEMO-2, DEMO-3\n* #DEMO-4', ['DEMO-1', 'DEMO-2', 'DEMO-3', 'DEMO-4']],
    ['Closes:\r\n\r\n  1. DEMO-1\r\n  2) DEMO-2', ['DEMO-1', 'DEMO-2']],
    ['Fixes:\n- DEMO-1 the door\n  of the house\n\n- DEMO-2 (not DEMO-9)', ['DEMO-1', 'DEMO-2']],
    ['Fixes:\n- [x] DEMO-1\n- [ ] DEMO-2\n- [X] DEMO-3', ['DEMO-1', 'DEMO-3']],
    ['Fixes:\n- DEMO-1\nSeen on the way:\n- DEMO-2', ['DEMO-1']],
    ['Fixes:\n- DEMO-1, closes DEMO-2\n- DEMO-3', ['DEMO-1', 'DEMO-2', 'DEMO-3']],
    ['Fixes DEMO-1\n- DEMO-2 is another', ['DEMO-1']],
    ['Various fixes\n- DEMO-1 is another', []],
    // Addresses.
    ['Fixes https://example.atlassian.net/browse/DEMO-1', ['DEMO-1']],
    [
      'Fixes https://jira.example.com:8443/jira/browse/DEMO-1?focused=1#c, <https://x.example/issues/demo-2/a-title-3>.',
      ['DEMO-1', 'DEMO-2'],
    ],
    ['Fixes issue https://x.example/browse/DEMO-1 and DEMO-2', ['DEMO-1', 'DEMO-2']],
    // Conventional Commits, and their footers.
    ['fix(DEMO-1): mend the door', ['DEMO-1']],
    ['fix: DEMO-1 mend the door', ['DEMO-1']],
    ['fix(door)!: DEMO-1 mend it', ['DEMO-1']],
    ['fix(tasks): DEMO-1 mend it', ['DEMO-1']],
    ['feat: a door\n\nCloses: DEMO-1\nResolves #DEMO-2', ['DEMO-1', 'DEMO-2']],
    // Jira's smart commits.
    ['DEMO-1 #close', ['DEMO-1']],
    ['A door\n\n  DEMO-1, demo-2 #time 2h #comment it is mended #resolve', ['DEMO-1', 'DEMO-2']],
    ['DEMO-1 #comment a door', []],
    ['DEMO-1 has a #fix', []],
    ['DEMO-1 #comment a door\n#close', []],
    // Taken back.
    ["This doesn't fix DEMO-1", []],
    ['Does not yet fix DEMO-1, but closes DEMO-2', ['DEMO-2']],
    ['It didn’t really resolve DEMO-1', []],
    ['Never closes DEMO-1; cannot\nfix DEMO-2; no longer fixes DEMO-3', []],
    ['Opens the door without fixing DEMO-1', []],
    ['Partially fixes DEMO-1', []],
    ['It did not open. Fixes DEMO-1', ['DEMO-1']],
    ['An important fix: DEMO-1', ['DEMO-1']],
    ['Revert "Fixes DEMO-1"\n\nThis reverts commit a1b2c3d. Fixes DEMO-2', ['DEMO-2']],
    ['Revert "Fixes DEMO-1"', []],
    ['Revert "Revert "Fixes DEMO-1""', ['DEMO-1']],
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
    'fixesDEMO-1',
    'fixes-DEMO-1',
    'Fixes DEMO-1-',
    'Fixes DEMO-',
    'Fixes -1',
    'Fixes DEMO',
    'Fixes 2026-11',
    'Fixes 123',
    'Fixes the mess of DEMO-1',
    'Fixes off-by-one',
    'Fix the off-by-1',
    'Fixes log4j-2.17',
    'Fixes 2026-11-21T10',
    'fix(door): the mess of DEMO-1',
    'fix (see DEMO-1)',
    'Fixes issue with DEMO-1',
    'Fixes http://x.example/DEMO-1',
    'Fixes https://x.example/browse/',
    'closest DEMO-1',
    'resolver DEMO-1',
  ])('nothing: %j', (message) => {
    expect(findResolvedReferences(message)).toEqual([]);
  });
});

test('keys may look otherwise, by a pattern of the caller', () => {
  const message = 'Fixes demo-1, #12 and X.9; closes DEMO-1';
  expect(findResolvedReferences('fixes bug', { keyPattern: /[a-z]+/ })).toEqual(['bug']);
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

test('each key is in capitals, and part of the message, whatever the message is', () => {
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
    'a-1',
    'issue',
    'not ',
    '- ',
    '(',
    ')',
    '"',
    '/',
    'https://x.example/browse/',
    '#close',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string())), (words) => {
      const message = words.join('');
      for (const key of findResolvedReferences(message)) expect(message.toUpperCase()).toContain(key);
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
  ['verbs in keys', 'A-FIX ', 'fixes '],
  ['verbs that are taken back', 'not fix '],
  ['blanks before a verb', ' ', 'not', 'fix'],
  ['items', '\n- A-1 fix', 'fixes:'],
  ['items with lists', '\n- A-1 fix:\n- A-2', 'fixes:'],
  ['items without keys', '\n- a', 'fixes:\n- A-1'],
  ['lines that might be smart commits', 'A-1,\n', '#close\n'],
  ['commands of a smart commit', '#a ', 'A-1 ', '#fix'],
  ['addresses', 'fix https://a/browse/A-1/'],
  ['an address that does not end', 'a/', 'fix https://'],
  ['addresses that do not end', 'fix:https://fix/'],
  ['scopes that do not end', 'fix('],
  ['nouns', 'issue ', 'fixes '],
  ['words between keys', 'and ', 'fixes A-1 '],
  ['quotes', '"', 'fixes '],
  ['quotes after a key', '"', 'fixes A-1'],
  ['small letters in place of a key', 'a-', 'fixes '],
])('a message of 1 MB of %s takes a moment', (_, unit, before = '', after = '') => {
  const message = before + unit.repeat(Math.ceil(1e6 / unit.length)) + after;
  findResolvedReferences(message); // the patterns are compiled on the way
  // The processor's time, which does not depend on what else the machine does.
  const times = [0, 1, 2].map(() => {
    const start = process.cpuUsage();
    findResolvedReferences(message);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(250);
});
