import { describe, expect, test } from 'vitest';
import {
  type CredentialTable,
  coverCredentials,
  credentialTable,
  pairName,
  testedPairs,
} from '../../scripts/reference-credentials.ts';
import type { TestReport } from '../../scripts/reference-rows.ts';
import { cloudCredentials, serverCredentials } from './credentials.ts';
import rows from './rows.json' with { type: 'json' };

/** An id that is not written out, so that no row of the list is taken to be tested here. */
const id = (number: number) => `S9-0${number}`;

const table = (exceptions: CredentialTable['exceptions'] = []): CredentialTable => ({
  product: 'Cloud',
  credentials: ['a-token', 'link'],
  rows: [id(1), id(2)],
  exceptions,
});
const report = (...tests: [string, string][]): TestReport => ({
  testResults: [
    { name: 'a.test.ts', assertionResults: tests.map(([fullName, status]) => ({ fullName, status })) },
  ],
});
const refused = { kind: 'refused', rows: [id(2)], credentials: ['a-token'], reason: 'it may not' } as const;
const none = { kind: 'none', rows: [id(1), id(2)], credentials: ['link'], reason: 'it has no call' } as const;
const passed: [string, string][] = [
  [`${id(1)} with a-token`, 'passed'],
  [`rows of things ${id(2)} with a-token is refused`, 'passed'],
];

describe('the coverage of rows by credentials', () => {
  test('is whole where each pair has a test that passed, was seen refused, or has a reason', () => {
    const { tables, problems } = coverCredentials([table([refused, none])], report(...passed));
    expect(problems).toEqual([]);
    expect(tables[0]?.states).toEqual([
      ['ok', '-'],
      ['refused', '-'],
    ]);
  });

  test('is not whole where a pair has neither, or a test that failed or was skipped', () => {
    const { tables, problems } = coverCredentials(
      [table()],
      report(
        [`${id(1)} with a-token`, 'passed'],
        [`${id(1)} with a-token`, 'failed'],
        [`${id(1)} with link`, 'pending'],
        [`${id(2)} with link`, 'passed'],
      ),
    );
    expect(tables[0]?.states).toEqual([
      ['FAILED', 'missing'],
      ['missing', 'ok'],
    ]);
    expect(problems).toEqual([
      `${id(1)} with a-token has a test that failed`,
      `${id(1)} with link has neither a test nor a reason`,
      `${id(2)} with a-token has neither a test nor a reason`,
    ]);
  });

  test.each<[string, string]>([
    ['works where the table says that it is refused', `${id(2)} with a-token`],
    ['is refused where the table says that it works', `${id(1)} with a-token is refused`],
    ['has a test where the table says that there is none', `${id(1)} with link`],
    ['is of a credential that nobody knows', `${id(1)} with a-key`],
  ])('a pair that %s is a problem', (_, name) => {
    const { problems } = coverCredentials([table([refused, none])], report(...passed, [name, 'passed']));
    expect(problems).toEqual([`there is a test "${name}", and the table has no such pair`]);
  });

  test('takes no other test for one of a pair, whose name only begins alike', () => {
    const { problems } = coverCredentials(
      [table([refused, none])],
      report(...passed, [`${id(1)} with a-token that has ended is a problem`, 'passed']),
    );
    expect(problems).toEqual([]);
  });

  test('a reason for what is not in the table, or a second one, is a problem', () => {
    const exceptions = [refused, none, { ...none, rows: [id(2), id(3)], reason: 'another' }];
    const { problems } = coverCredentials([table(exceptions)], report(...passed));
    expect(problems).toEqual([
      `Cloud: "another" names ${id(3)}, which is not in the table`,
      `Cloud: ${id(2)} with link has two reasons`,
    ]);
  });

  test('is shown with rows down and credentials across, and the reasons below', () => {
    const { tables } = coverCredentials([table([refused, none])], report(...passed));
    expect(tables.flatMap(credentialTable)).toEqual([
      'Cloud: 1 of 1 pairs of row and credential work, 1 are refused, 2 have no such call',
      '         a-token  link',
      `  ${id(1)}  ok       -`,
      `  ${id(2)}  refused  -`,
      `  refused: ${id(2)} with a-token: it may not`,
      `  -: ${id(1)}, ${id(2)} with link: it has no call`,
    ]);
  });

  test('has a test for every pair but those that are none', () => {
    expect(testedPairs(table([refused, none])).map(pairName)).toEqual([
      `${id(1)} with a-token`,
      `${id(2)} with a-token is refused`,
    ]);
  });
});

describe('the table of credentials', () => {
  test.each([cloudCredentials, serverCredentials])('names rows that there are, each once', (own) => {
    const known = rows.map((row) => row.id);
    expect(own.rows.filter((row) => !known.includes(row))).toEqual([]);
    expect(new Set(own.rows).size).toBe(own.rows.length);
    expect(own.exceptions.filter(({ reason }) => reason.trim() === '')).toEqual([]);
  });
});
