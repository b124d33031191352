/** Writes src/webhooks/ip-ranges-snapshot.ts out of the list that Atlassian publishes, or a CSV that was made of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPublishedRanges } from '../src/webhooks/ip-ranges-published.ts';
import { parseRange } from '../src/webhooks/ip-ranges-table.ts';
import { root } from './package-json.ts';

interface Snapshot {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly cidrs: readonly string[];
  /** What the list holds, as a sentence. */
  readonly holds: string;
}

const target = join(root, 'src/webhooks/ip-ranges-snapshot.ts');

function fromJson(text: string, asOf: string | undefined): Snapshot {
  const { ranges, madeAt } = readPublishedRanges(text);
  const date = asOf ?? (madeAt === undefined ? undefined : new Date(madeAt).toISOString().slice(0, 10));
  if (date === undefined) throw new Error('the list has no date: pass one as YYYY-MM-DD');
  return {
    asOf: date,
    cidrs: ranges.map(({ text: cidr }) => cidr),
    holds: 'Those of product bitbucket and direction egress.',
  };
}

/** Comments begin with `#`, the first of the other lines names the columns, the range stands in the first. */
function fromCsv(text: string, asOf: string | undefined): Snapshot {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const date = asOf ?? /last change (\d{4}-\d\d-\d\d)/.exec(text)?.[1];
  if (date === undefined) throw new Error('the file has no "last change": pass a date as YYYY-MM-DD');
  const [, ...rows] = lines.filter((line) => !line.startsWith('#'));
  const cidrs = rows.map((row) => row.split(',', 1)[0]?.trim() ?? '');
  const wrong = cidrs.filter((cidr) => parseRange(cidr) === undefined);
  if (wrong.length > 0) throw new Error(`no address ranges: ${wrong.join(' ')}`);
  return {
    asOf: date,
    cidrs,
    holds:
      'Those of product bitbucket, of either direction: the file that they were taken from does not tell them apart.',
  };
}

function render({ asOf, cidrs, holds }: Snapshot): string {
  return [
    '/** Written by scripts/update-ip-ranges.ts: address ranges that Atlassian published for Bitbucket Cloud. */',
    '',
    `/** ${holds} Overlaps are as published. */`,
    'export const ipRangesSnapshot = {',
    '  /** The day of its last change. */',
    `  asOf: '${asOf}',`,
    '  cidrs: [',
    ...cidrs.map((cidr) => `    '${cidr}',`),
    '  ],',
    '} as const;',
    '',
  ].join('\n');
}

const [path, asOf] = process.argv.slice(2);
if (path === undefined) {
  console.error(
    'Pass a file: the JSON of https://ip-ranges.atlassian.com/, or a CSV; and its date, if it has none',
  );
  process.exitCode = 1;
} else {
  const text = readFileSync(path, 'utf8');
  const snapshot = text.trimStart().startsWith('{') ? fromJson(text, asOf) : fromCsv(text, asOf);
  writeFileSync(target, render(snapshot));
  console.log(`${snapshot.cidrs.length} ranges of ${snapshot.asOf}`);
}
