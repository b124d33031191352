/**
 * `node scripts/generate/main.ts --cloud FILE[,DELTA] --server FILE` writes both products' route types, their facts for
 * the contract test and their tables in the documentation.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Product } from './api.ts';
import { generate } from './generate.ts';

const { values } = parseArgs({ options: { cloud: { type: 'string' }, server: { type: 'string' } } });
if (values.cloud === undefined && values.server === undefined) {
  console.error('Usage: node scripts/generate/main.ts --cloud FILE[,DELTA] --server FILE');
  process.exitCode = 2;
}
if (values.cloud !== undefined) run('cloud', values.cloud);
if (values.server !== undefined) run('server', values.server);

function run(product: Product, option: string): void {
  const [file = '', delta] = option.split(',');
  const { files, api, declared, touched } = generate(
    product,
    read(file),
    delta === undefined ? undefined : read(delta),
  );
  for (const [path, content] of files) {
    const target = fileURLToPath(new URL(`../../${path}`, import.meta.url));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    console.log(`${path}: ${Buffer.byteLength(content)} bytes`);
  }
  const removed = api.operations.filter(({ deprecated }) => deprecated?.startsWith('Removed')).length;
  console.log(
    `${product}: ${declared} operations in the file, ${api.operations.length} typed, ${removed} of them removed`,
  );
  for (const [rule, count] of touched) console.log(`  ${rule}: ${count}`);
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
