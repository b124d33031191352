/** Makes the generated files of both products out of their OpenAPI files. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Api, type Product, readApi } from './api.ts';
import { nameCopies } from './compact.ts';
import { routesPage } from './docs.ts';
import { factsFile } from './facts.ts';
import type { OpenApi } from './openapi.ts';
import { operationsFile } from './operations-file.ts';
import { rulesFor } from './rules/index.ts';
import type { Delta } from './rules/removals.ts';
import { mend } from './rules/rule.ts';

export interface Generated {
  /** Content by path from the root of the repository. */
  readonly files: ReadonlyMap<string, string>;
  readonly api: Api;
  /** Operations in the OpenAPI file itself. */
  readonly declared: number;
  /** How many places each rule touched. */
  readonly touched: ReadonlyMap<string, number>;
}

export function generate(product: Product, file: OpenApi, delta?: Delta): Generated {
  const declared = readApi(product, file);
  nameCopies(declared);
  const api = readApi(product, file);
  nameCopies(api);
  const touched = mend(api, rulesFor(product, delta));
  refuseUnknown(api);
  const files = new Map([
    [`src/${product}/operations.ts`, formatted(operationsFile(api))],
    [`test/operations/${product}-facts.jsonl`, factsFile(declared, api)],
    [`docs/routes-${product}.md`, routesPage(api)],
  ]);
  return { files, api, declared: declared.operations.length, touched };
}

function refuseUnknown({ operations }: Api): void {
  const unknown = operations.filter(
    ({ body, result }) => body.kind === 'undeclared' || result.kind === 'undeclared',
  );
  if (unknown.length === 0) return;
  const routes = unknown.map(({ route }) => route).join(', ');
  throw new Error(
    `The file says nothing of the body or the answer of ${routes}: add them to a table of rules`,
  );
}

/** As `npm run format` wants it. */
function formatted(source: string): string {
  const biome = fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url));
  const options = { input: source, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return execFileSync(
    biome,
    ['format', '--stdin-file-path=operations.ts', '--files-max-size=8000000'],
    options,
  );
}
