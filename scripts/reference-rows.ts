/** Which rows of the reference have tests, and what became of them: from a report of vitest, without running anything. */

/** A row of test/reference/rows.json. */
export interface ReferenceRow {
  /** Section and number: `S2-08`. */
  readonly id: string;
  readonly area: string;
  readonly row: string;
}

/** As much of vitest's JSON report as is read. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface RowCoverage extends ReferenceRow {
  /** Tests that carry the id in their names. */
  readonly passed: number;
  readonly failed: number;
  /** Skipped, or still to be written. */
  readonly skipped: number;
  /** One failed test makes a row failed; skipped ones alone make none passed. */
  readonly state: 'passed' | 'failed' | 'skipped' | 'missing';
}

export interface ReferenceCoverage {
  readonly rows: readonly RowCoverage[];
  /** What keeps the sections from being covered, a sentence each; none is success. */
  readonly problems: readonly string[];
}

/** What an id looks like, in names of tests and in their sources. */
export const rowId = /\bS\d-\d{2}\b/g;

/** @param sections those whose rows must all have passed, such as `S2` */
export function coverRows(
  rows: readonly ReferenceRow[],
  report: TestReport,
  sections: readonly string[],
): ReferenceCoverage {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const statuses = new Map<string, string[]>();
  for (const { fullName, status } of tests) {
    for (const id of new Set(fullName.match(rowId))) statuses.set(id, [...(statuses.get(id) ?? []), status]);
  }
  const covered = rows.map((row) => coverageOf(row, statuses.get(row.id) ?? []));
  const known = new Set(rows.map(({ id }) => id));
  const unknown = [...statuses.keys()].filter((id) => !known.has(id)).sort();
  return {
    rows: covered,
    problems: [
      ...covered
        .filter(({ id, state }) => state !== 'passed' && sections.includes(sectionOf(id)))
        .map(({ id, state, row }) => `${id} ${problemWith[state]}: ${row}`),
      ...unknown.map((id) => `${id} stands in the name of a test, and there is no such row`),
    ],
  };
}

const problemWith = {
  passed: '',
  failed: 'has a test that failed',
  skipped: 'has only tests that were skipped',
  missing: 'has no test',
} as const;

function coverageOf(row: ReferenceRow, statuses: readonly string[]): RowCoverage {
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length;
  const skipped = statuses.length - passed - failed;
  let state: RowCoverage['state'] = 'missing';
  if (failed > 0) state = 'failed';
  else if (passed > 0) state = 'passed';
  else if (skipped > 0) state = 'skipped';
  return { ...row, passed, failed, skipped, state };
}

const sectionOf = (id: string): string => id.slice(0, 2);

/** A line for each row, and one for each section. */
export function coverageTable(rows: readonly RowCoverage[]): string[] {
  const lines: string[] = [];
  for (const section of new Set(rows.map(({ id }) => sectionOf(id)))) {
    const own = rows.filter(({ id }) => sectionOf(id) === section);
    const passed = own.filter(({ state }) => state === 'passed').length;
    lines.push('', `${section}: ${passed} of ${own.length} rows`);
    for (const { id, state, passed: tests, failed, skipped, row } of own) {
      const count = tests + failed + skipped;
      lines.push(`  ${id}  ${state.padEnd(7)}  ${String(count).padStart(3)}  ${shortened(row)}`);
    }
  }
  return lines.slice(1);
}

const shortened = (text: string): string => (text.length > 84 ? `${text.slice(0, 83)}…` : text);
