/** Which rows of the reference work with which credential: from a table of what each may do, and a report of vitest. */
import type { TestReport } from './reference-rows.ts';

/** Of one product: its credentials, the rows that need one, and the pairs that do not work. */
export interface CredentialTable {
  readonly product: string;
  /** Short names, as they stand in the names of tests. */
  readonly credentials: readonly string[];
  /** Ids. */
  readonly rows: readonly string[];
  readonly exceptions: readonly CredentialException[];
}

/** Every row of these with every credential of these. */
export interface CredentialException {
  /** `refused`: the credential may not, which a test has to see. `none`: there is no call that it could make. */
  readonly kind: 'refused' | 'none';
  readonly rows: readonly string[];
  readonly credentials: readonly string[];
  /** A few words. */
  readonly reason: string;
}

/** A pair that is to be tested. */
export interface CredentialPair {
  readonly row: string;
  readonly credential: string;
  readonly isRefused: boolean;
}

export type PairState = 'ok' | 'refused' | '-' | 'FAILED' | 'missing';

export interface CredentialCoverage {
  readonly table: CredentialTable;
  /** Row by row, a state for each credential. */
  readonly states: readonly (readonly PairState[])[];
}

/** The pairs that need a test, row by row. */
export const testedPairs = ({ credentials, rows, exceptions }: CredentialTable): CredentialPair[] =>
  rows.flatMap((row) =>
    credentials.flatMap((credential) => {
      const kind = exceptionOf(exceptions, row, credential)?.kind;
      return kind === 'none' ? [] : [{ row, credential, isRefused: kind === 'refused' }];
    }),
  );

/** What the test of a pair is called. */
export const pairName = ({ row, credential, isRefused }: CredentialPair): string =>
  `${row} with ${credential}${isRefused ? ' is refused' : ''}`;

/** How {@link pairName} writes it; other tests go on after such words. */
const namedPair = /\bS\d-\d{2} with [\w-]+(?: is refused)?$/;

/** What keeps the tables from being covered is in `problems`, a sentence each; none is success. */
export function coverCredentials(
  tables: readonly CredentialTable[],
  report: TestReport,
): { readonly tables: readonly CredentialCoverage[]; readonly problems: readonly string[] } {
  const statuses = readStatuses(report);
  const covered = tables.map((table) => ({
    table,
    states: table.rows.map((row) =>
      table.credentials.map((credential) => stateOf(table, { row, credential }, statuses)),
    ),
  }));
  const known = new Set(tables.flatMap(testedPairs).map(pairName));
  const unknown = [...statuses.keys()].filter((name) => !known.has(name)).sort();
  return {
    tables: covered,
    problems: [
      ...tables.flatMap(mistakesIn),
      ...covered.flatMap(problemsOf),
      ...unknown.map((name) => `there is a test "${name}", and the table has no such pair`),
    ],
  };
}

/** What became of the tests that carry a pair in their names, by that part of the name. */
function readStatuses({ testResults }: TestReport): Map<string, string[]> {
  const statuses = new Map<string, string[]>();
  for (const { fullName, status } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    const [name] = fullName.match(namedPair) ?? [];
    if (name !== undefined) statuses.set(name, [...(statuses.get(name) ?? []), status]);
  }
  return statuses;
}

const exceptionOf = (
  exceptions: readonly CredentialException[],
  row: string,
  credential: string,
): CredentialException | undefined =>
  exceptions.find(({ rows, credentials }) => rows.includes(row) && credentials.includes(credential));

/** One failed test makes a pair failed; skipped ones alone make it missing. */
function stateOf(
  { exceptions }: CredentialTable,
  { row, credential }: Pick<CredentialPair, 'row' | 'credential'>,
  statuses: ReadonlyMap<string, readonly string[]>,
): PairState {
  const kind = exceptionOf(exceptions, row, credential)?.kind;
  if (kind === 'none') return '-';
  const isRefused = kind === 'refused';
  const found = statuses.get(pairName({ row, credential, isRefused })) ?? [];
  if (found.includes('failed')) return 'FAILED';
  if (!found.includes('passed')) return 'missing';
  return isRefused ? 'refused' : 'ok';
}

function problemsOf({ table, states }: CredentialCoverage): string[] {
  return table.rows.flatMap((row, down) =>
    table.credentials.flatMap((credential, across) => {
      const state = states[down]?.[across];
      if (state === 'FAILED') return [`${row} with ${credential} has a test that failed`];
      return state === 'missing' ? [`${row} with ${credential} has neither a test nor a reason`] : [];
    }),
  );
}

/** An exception for what is not in the table would hide a slip of the pen, and two for one pair contradict each other. */
function mistakesIn({ product, credentials, rows, exceptions }: CredentialTable): string[] {
  const seen = new Set<string>();
  const mistakes: string[] = [];
  for (const { rows: ids, credentials: names, reason } of exceptions) {
    const strange = [
      ...ids.filter((id) => !rows.includes(id)),
      ...names.filter((name) => !credentials.includes(name)),
    ];
    mistakes.push(
      ...strange.map((name) => `${product}: "${reason}" names ${name}, which is not in the table`),
    );
    for (const pair of ids.flatMap((id) => names.map((name) => `${id} with ${name}`))) {
      if (seen.has(pair)) mistakes.push(`${product}: ${pair} has two reasons`);
      seen.add(pair);
    }
  }
  return mistakes;
}

/** Rows down, credentials across; the reasons below. */
export function credentialTable({ table, states }: CredentialCoverage): string[] {
  const { product, credentials, rows, exceptions } = table;
  const all = states.flat();
  const count = (state: PairState): number => all.filter((one) => one === state).length;
  const line = (first: string, cells: readonly string[]): string => {
    const padded = cells.map((cell, index) => cell.padEnd(credentials[index]?.length ?? 0));
    return `  ${first.padEnd(5)}  ${padded.join('  ')}`.trimEnd();
  };
  return [
    `${product}: ${count('ok')} of ${all.length - count('-') - count('refused')} pairs of row and credential work, ` +
      `${count('refused')} are refused, ${count('-')} have no such call`,
    line('', credentials),
    ...rows.map((row, index) => line(row, states[index] ?? [])),
    ...exceptions.map(({ kind, rows: ids, credentials: names, reason }) => {
      const label = kind === 'refused' ? 'refused' : '-';
      return `  ${label}: ${spans(ids, rows)} with ${spans(names, credentials)}: ${reason}`;
    }),
  ];
}

/** Three or more that follow one another in the table are named by the first and the last. */
function spans(some: readonly string[], all: readonly string[]): string {
  const runs: string[][] = [];
  let before = -2;
  for (const [index, name] of all.entries()) {
    if (!some.includes(name)) continue;
    if (index === before + 1) runs.at(-1)?.push(name);
    else runs.push([name]);
    before = index;
  }
  return runs.flatMap((names) => (names.length < 3 ? names : [`${names[0]} to ${names.at(-1)}`])).join(', ');
}
