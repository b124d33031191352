/**
 * `npm run coverage:api`: for each product the operations in its OpenAPI file, those that are typed, and those that the
 * contract test drives against a server that judges them by the file. Fails where one of them is missing.
 */
import { readFileSync } from 'node:fs';
import { faults } from '../test/contract/faults.ts';
import { runContract } from '../test/contract/run.ts';
import { type Product, readFacts } from '../test/operations/facts.ts';

const names: Readonly<Record<Product, string>> = {
  cloud: 'Bitbucket Cloud',
  server: 'Bitbucket Data Center',
};

async function cover(product: Product): Promise<boolean> {
  const { operations } = readFacts(product);
  const inFile = operations.filter(({ declared }) => declared !== undefined).map(({ route }) => route);
  const typed = typedRoutes(product);
  const outcomes = await runContract(product);
  const exercised = new Set(outcomes.filter(({ fault }) => fault === undefined).map(({ route }) => route));
  const untyped = inFile.filter((route) => !typed.has(route));
  const failed = outcomes.filter(({ route }) => !exercised.has(route));

  console.log(`${names[product]}: ${inFile.length} operations in the file, ${typed.size} routes typed`);
  print('typed', inFile.length - untyped.length, inFile.length);
  print(
    'exercised by the contract test',
    inFile.filter((route) => exercised.has(route)).length,
    inFile.length,
  );
  print(
    'routes beside the file, exercised',
    [...exercised].length - inFile.filter((route) => exercised.has(route)).length,
    typed.size - inFile.length,
  );
  for (const route of untyped) console.log(`  not typed: ${route}`);
  for (const { route, fault } of failed) console.log(`  not exercised: ${route}: ${fault}`);
  console.log('  faults of the file, which nothing could judge:');
  for (const { what, names: parameters, count, why } of faults[product]) {
    console.log(`    ${count} × ${what}${parameters === '' ? '' : ` ${parameters}`}: ${why}`);
  }
  return untyped.length === 0 && failed.length === 0 && [...typed].every((route) => exercised.has(route));
}

function typedRoutes(product: Product): ReadonlySet<string> {
  const source = readFileSync(new URL(`../src/${product}/operations.ts`, import.meta.url), 'utf8');
  return new Set([...source.matchAll(/^ {2}'([A-Z]+ \/[^']*)':/gm)].map(([, route]) => route ?? ''));
}

function print(what: string, count: number, of: number): void {
  const percent = of === 0 ? 100 : Math.floor((count / of) * 1000) / 10;
  console.log(`  ${what}: ${count} of ${of} (${percent} %)`);
}

const complete = [await cover('cloud'), await cover('server')];
process.exitCode = complete.every(Boolean) ? 0 : 1;
