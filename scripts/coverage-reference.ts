/**
 * `npm run coverage:reference`: maps every row of test/reference/rows.json to the tests that carry its id in their names,
 * and fails where a row of an enforced section has no test that passed. A second table has the credentials by rows, and
 * fails where a pair has neither a test that passed nor a reason in test/reference/credentials.ts.
 *
 * `--report FILE` reads a report of `vitest run --reporter=json --outputFile=FILE` instead of running the tests;
 * `--sections S0,S1` enforces other sections.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cloudCredentials, serverCredentials } from '../test/reference/credentials.ts';
import { root } from './package-json.ts';
import { coverCredentials, credentialTable } from './reference-credentials.ts';
import { coverageTable, coverRows, type ReferenceRow, rowId, type TestReport } from './reference-rows.ts';
import { type Outcome, run } from './run.ts';

/** Sections whose rows must all have passed. */
const enforced = 'S0,S1,S2,S3,S4';
/** Files whose tests are named by the table of credentials. */
const takesPairs = /[\\/]reference[\\/]credentials-\w+\.test\.ts$/;

const { values } = parseArgs({
  options: { report: { type: 'string' }, sections: { type: 'string', default: enforced } },
});
const sections = values.sections.split(',');
const rows = JSON.parse(readFileSync(join(root, 'test/reference/rows.json'), 'utf8')) as ReferenceRow[];
const report = values.report === undefined ? await runTests() : readReport(values.report);
const { rows: covered, problems } = coverRows(rows, report, sections);

for (const line of coverageTable(covered)) console.log(line);
console.log(
  `\n${sections.join(', ')}: ${problems.length === 0 ? 'every row has a test that passed' : 'not covered'}`,
);
for (const problem of problems) console.log(`  ${problem}`);

const pairs = coverCredentials([cloudCredentials, serverCredentials], report);
for (const table of pairs.tables) console.log(`\n${credentialTable(table).join('\n')}`);
const isWhole = pairs.problems.length === 0;
console.log(`\nCredentials: ${isWhole ? 'every pair has a test that passed, or a reason' : 'not covered'}`);
for (const problem of pairs.problems) console.log(`  ${problem}`);
process.exitCode = problems.length === 0 && isWhole ? 0 : 1;

/** Runs the files that name rows, and those that take rows and credentials from the table; others have nothing to say here. */
async function runTests(): Promise<TestReport> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-reference-'));
  try {
    const file = join(folder, 'report.json');
    const args = ['run', '--reporter=json', `--outputFile=${file}`, ...filesWithRows()];
    return readReport(file, await run('vitest', args, { cwd: root }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesWithRows(): string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('test', name))
    .filter((path) => takesPairs.test(path) || readFileSync(join(root, path), 'utf8').search(rowId) >= 0);
}

/** A file that could not be loaded has no tests in the report: its rows are missing then, and this says why. */
function readReport(file: string, outcome?: Outcome): TestReport {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TestReport;
  } catch (cause) {
    throw new Error(`There is no report of the tests in ${file}\n${outcome?.output ?? ''}`, { cause });
  }
}
