/**
 * What the types of both REST APIs cost a consumer: the compiler's time and memory for a file with ten calls of each
 * product, as ratios to an empty file, and the wait for completions inside a route string. Prints one line each, and
 * fails where a budget is not kept.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const budgets = { time: 1.8, memory: 1.3, completion: 120, bytes: 600_000 };
const runs = 5;

const root = fileURLToPath(new URL('..', import.meta.url));
const library = join(root, 'node_modules/typescript/lib');
const routeTables = ['cloud', 'server'] as const;

const compilerOptions = [
  ...['--ignoreConfig', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'],
  ...['--skipLibCheck', '--target', 'es2024', '--module', 'nodenext', '--types', 'node'],
  ...['--lib', 'es2024,esnext.disposable', '--allowImportingTsExtensions', '--erasableSyntaxOnly'],
];

const folder = mkdtempSync(join(tmpdir(), 'types-bench-'));

interface Cost {
  /** ms */
  readonly time: number;
  /** kB */
  readonly memory: number;
}

async function measure(): Promise<boolean> {
  const bytes = emitDeclarations();
  writeConsumer();
  const [empty, consumer] = medianCosts(['empty.ts', 'consumer.ts']);
  if (empty === undefined || consumer === undefined) throw new Error('Nothing was measured');
  const completion = median(await completionTimes());
  console.log(`empty file: ${empty.time} ms, ${Math.round(empty.memory / 1000)} MB`);
  console.log(`ten calls of each product: ${consumer.time} ms, ${Math.round(consumer.memory / 1000)} MB`);
  const checks = [
    check('time ratio', consumer.time / empty.time, budgets.time),
    check('memory ratio', consumer.memory / empty.memory, budgets.memory),
    check('completion in a route string, ms', completion, budgets.completion),
    check('declarations of both route tables, bytes', bytes, budgets.bytes),
  ];
  return checks.every((passed) => passed);
}

function check(what: string, value: number, budget: number): boolean {
  const shown = value < 10 ? value.toFixed(2) : Math.round(value);
  console.log(`${what}: ${shown} (at most ${budget})${value <= budget ? '' : ' MISSED'}`);
  return value <= budget;
}

/** The engine and the tables as a consumer gets them; gives the size of the tables. */
function emitDeclarations(): number {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const sources = ['http/rest-client.ts', ...routeTables.map((product) => `${product}/operations.ts`)];
  tsc([
    ...['--declaration', '--emitDeclarationOnly', '--rewriteRelativeImportExtensions'],
    ...['--rootDir', join(root, 'src'), '--outDir', join(folder, 'types')],
    ...compilerOptions,
    ...sources.map((source) => join(root, 'src', source)),
  ]);
  const sizes = routeTables.map((product) => statSync(join(folder, `types/${product}/operations.d.ts`)).size);
  return sizes.reduce((sum, size) => sum + size);
}

/** With garbage collected before the compiler reports its memory: else a run's luck decides. */
function tsc(parameters: readonly string[]): string {
  const command = ['--expose-gc', join(library, 'tsc.js'), ...parameters];
  return execFileSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
}

function writeConsumer(): void {
  writeFileSync(join(folder, 'empty.ts'), 'export {};\n');
  writeFileSync(join(folder, 'consumer.ts'), consumerSource());
}

function consumerSource(): string {
  const text = readFileSync(new URL('./types-consumer.txt', import.meta.url), 'utf8');
  return text.replaceAll('LIBRARY', './types');
}

/** In turn, so that what else runs on the machine weighs on both. */
function medianCosts(files: readonly string[]): Cost[] {
  const rounds = Array.from({ length: runs }, () => files.map(costOf));
  return files.map((_, index) => ({
    time: median(rounds.map((costs) => costs[index]?.time ?? Number.NaN)),
    memory: median(rounds.map((costs) => costs[index]?.memory ?? Number.NaN)),
  }));
}

function costOf(file: string): Cost {
  const report = tsc(['--noEmit', '--extendedDiagnostics', ...compilerOptions, join(folder, file)]);
  const read = (label: string): number =>
    Number(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(report)?.[1]);
  return { time: Math.round(read('Total time') * 1000), memory: read('Memory used') };
}

function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)] ?? Number.NaN;
}

/** A keystroke inside a route string, then the list of routes: both products in turn, in one editor session. */
async function completionTimes(): Promise<number[]> {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...{ strict: true, skipLibCheck: true, target: 'es2024', module: 'nodenext', types: ['node'] },
        lib: ['es2024', 'esnext.disposable'],
        noEmit: true,
      },
      include: ['consumer.ts'],
    }),
  );
  const server = spawn(
    process.execPath,
    [join(library, 'tsserver.js'), '--disableAutomaticTypingAcquisition'],
    {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  try {
    return await typeRoutes(server);
  } finally {
    server.kill();
  }
}

async function typeRoutes(server: ChildProcess): Promise<number[]> {
  const editor = createEditor(server);
  const file = join(folder, 'consumer.ts');
  const lines = consumerSource().split('\n');
  editor.send('open', { file, fileContent: lines.join('\n') });
  const times: number[] = [];
  for (const product of routeTables) {
    const index = lines.findIndex((line) => line.includes(`await ${product}.request('`));
    const line = index + 1;
    const offset = (lines[index] ?? '').indexOf("'") + 6;
    await editor.ask('completionInfo', { file, line, offset });
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now();
      const letter = { line, offset, endLine: line, endOffset: offset, insertString: 'a' };
      editor.send('change', { file, ...letter });
      const found = await editor.ask('completionInfo', { file, line, offset: offset + 1 });
      times.push(performance.now() - start);
      if (found < 100) throw new Error(`Only ${found} completions inside a route string`);
      editor.send('change', { file, line, offset, endLine: line, endOffset: offset + 1, insertString: '' });
    }
  }
  return times;
}

/** Requests to tsserver by lines of JSON; an answer is the number of its entries. */
function createEditor(server: ChildProcess) {
  const { stdin, stdout } = server;
  if (stdin === null || stdout === null) throw new Error('tsserver has no pipes');
  const waiting = new Map<number, (entries: number) => void>();
  let sequence = 0;
  createInterface({ input: stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return;
    const message = JSON.parse(line) as { request_seq?: number; body?: { entries?: unknown[] } };
    waiting.get(message.request_seq ?? -1)?.(message.body?.entries?.length ?? 0);
  });
  const send = (command: string, parameters: object): number => {
    sequence += 1;
    stdin.write(`${JSON.stringify({ seq: sequence, type: 'request', command, arguments: parameters })}\n`);
    return sequence;
  };
  const ask = (command: string, parameters: object): Promise<number> =>
    new Promise((resolve) => waiting.set(send(command, parameters), resolve));
  return { send, ask };
}

try {
  process.exitCode = (await measure()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
