import { describe, expect, test } from 'vitest';
import {
  coverageTable,
  coverRows,
  type ReferenceRow,
  type TestReport,
} from '../../scripts/reference-rows.ts';
import rows from './rows.json' with { type: 'json' };

const row = (id: string): ReferenceRow => ({ id, area: 'client', row: `what ${id} asks for` });
const report = (...tests: [string, string][]): TestReport => ({
  testResults: [
    { name: 'a.test.ts', assertionResults: tests.map(([fullName, status]) => ({ fullName, status })) },
  ],
});
/** An id that is not written out, so that no row of the list is taken to be tested here. */
const id = (section: number, number: number) => `S${section}-0${number}`;

describe('the coverage of the reference', () => {
  test('counts the tests that carry a row’s id in their names, in a describe too', () => {
    const { rows: covered, problems } = coverRows(
      [row(id(2, 1)), row(id(2, 2))],
      report([`${id(2, 1)} gives a thing`, 'passed'], [`things ${id(2, 1)} ${id(2, 2)} are given`, 'passed']),
      ['S2'],
    );
    expect(covered.map(({ passed, state }) => [passed, state])).toEqual([
      [2, 'passed'],
      [1, 'passed'],
    ]);
    expect(problems).toEqual([]);
  });

  test.each<[string, [string, string][]]>([
    ['has no test', [[`${id(2, 1)}1 is another number`, 'passed']]],
    ['has no test', []],
    ['has only tests that were skipped', [[`${id(2, 1)} x`, 'pending']]],
    [
      'has a test that failed',
      [
        [`${id(2, 1)} x`, 'passed'],
        [`${id(2, 1)} y`, 'failed'],
      ],
    ],
  ])('a row of an enforced section that %s is a problem', (problem, tests) => {
    const { problems } = coverRows([row(id(2, 1))], report(...tests), ['S2']);
    expect(problems).toEqual([`${id(2, 1)} ${problem}: what ${id(2, 1)} asks for`]);
    expect(coverRows([row(id(2, 1))], report(...tests), ['S0']).problems).toEqual([]);
  });

  test('an id that is no row is a problem in any section', () => {
    const { problems } = coverRows([], report([`${id(9, 1)} x`, 'passed']), []);
    expect(problems).toEqual([`${id(9, 1)} stands in the name of a test, and there is no such row`]);
  });

  test('is shown row by row, with a sum for each section', () => {
    const { rows: covered } = coverRows(
      [row(id(1, 1)), row(id(2, 1))],
      report([`${id(2, 1)} x`, 'passed']),
      [],
    );
    expect(coverageTable(covered)).toEqual([
      'S1: 0 of 1 rows',
      `  ${id(1, 1)}  missing    0  what ${id(1, 1)} asks for`,
      '',
      'S2: 1 of 1 rows',
      `  ${id(2, 1)}  passed     1  what ${id(2, 1)} asks for`,
    ]);
  });

  test('has every row once, in order', () => {
    const ids = rows.map((one) => one.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(rows.every(({ area, row: text }) => area !== '' && text !== '')).toBe(true);
  });
});
