/** Looks the build over before it is published: `npm run build` ends with it. */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'tsup';
import {
  builtinsWithoutPrefix,
  hasTopLevelAwait,
  importsOf,
  isRelative,
  undeclaredPackages,
} from './dist-rules.ts';
import { type Door, doorsOf, readPackageJson, root } from './package-json.ts';
import { createReport } from './report.ts';

/** What a host pays for one task: a program, bundled with all that it needs, minified and gzipped. */
const budgets = [
  {
    task: 'verify one webhook',
    door: 'webhooks',
    kilobytes: 8,
    program: "import { verifySignature } from '$door'; console.log(verifySignature);",
  },
  {
    task: 'one typed GET',
    door: 'cloud',
    kilobytes: 22,
    program:
      "import { BitbucketApiClient } from '$door'; console.log(await new BitbucketApiClient({}).request('GET /user'));",
  },
];

/** kB of all declarations: an editor reads those of the doors that a host uses. */
const mostTypes = 600;

interface BuiltFile {
  readonly path: string;
  readonly text: string;
}

const packageJson = readPackageJson();
const doors = doorsOf(packageJson);
const declared = [...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.peerDependencies)];
const report = createReport();
const read = (pattern: string): BuiltFile[] =>
  globSync(pattern, { cwd: root }).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const eachFile = (files: readonly BuiltFile[], find: (text: string) => readonly string[]): string[] =>
  files.flatMap(({ path, text }) => find(text).map((finding) => `${path}: ${finding}`));

const code = read('dist/**/*.js');
const types = read('dist/**/*.d.ts');
report.check('every door has its code and its types', missingDoorFiles(doors));
report.check('every relative import is there', [
  ...brokenImports(code, '.js'),
  ...brokenImports(types, '.d.ts'),
]);
report.check('Node modules are named with node:', eachFile([...code, ...types], builtinsWithoutPrefix));
report.check(
  'the code loads declared packages only',
  eachFile(code, (text) => undeclaredPackages(text, declared)),
);
report.check(
  'the types name declared packages only, and not zod',
  eachFile(types, (text) => undeclaredPackages(text, declared)),
);
const typesSize = types.reduce((size, { text }) => size + Buffer.byteLength(text), 0);
report.check(
  `the types are ${kilobytes(typesSize)} in all`,
  typesSize > mostTypes * 1000 ? [`more than ${mostTypes} kB`] : [],
);
report.check(
  'no module awaits while it is loaded',
  eachFile(code, (text) => (hasTopLevelAwait(text) ? ['await outside a function'] : [])),
);
for (const door of doors.filter(({ code: path }) => existsSync(join(root, path)))) printSize(door);
await checkBudgets();
report.end();

function missingDoorFiles(list: readonly Door[]): string[] {
  return list
    .flatMap(({ types: typesPath, code: codePath }) => [typesPath, codePath])
    .filter((path) => !existsSync(join(root, path)) || statSync(join(root, path)).size === 0);
}

/** A declaration names the `.js` of the declaration that it means. */
function brokenImports(files: readonly BuiltFile[], suffix: '.js' | '.d.ts'): string[] {
  return files.flatMap(({ path, text }) =>
    importsOf(text)
      .filter(isRelative)
      .map((specifier) => join(dirname(path), specifier.replace(/\.js$/, suffix)))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${path} imports ${target}`),
  );
}

/** The door and all that it loads with it: as it is, and gzipped. */
function printSize({ specifier, code: path }: Door): void {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const target of importsOf(readFileSync(file, 'utf8')).filter(isRelative))
      load(join(dirname(file), target));
  };
  load(join(root, path));
  const all = Buffer.concat([...loaded].map((file) => readFileSync(file)));
  report.note(
    `${specifier}: ${kilobytes(all.length)} in ${loaded.size} files, ${kilobytes(gzipSync(all).length)} gzipped`,
  );
}

async function checkBudgets(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bitbucket-sdk-size-'));
  try {
    for (const { task, door, kilobytes: most, program } of budgets) {
      const size = await bundledSize(folder, program.replace('$door', join(root, `dist/${door}.js`)));
      report.check(
        `${task}: ${kilobytes(size)} minified and gzipped`,
        size > most * 1000 ? [`more than ${most} kB`] : [],
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bundledSize(folder: string, program: string): Promise<number> {
  const entry = join(folder, 'program.js');
  writeFileSync(entry, program);
  const outDir = join(folder, 'out');
  await build({
    entry: [entry],
    outDir,
    config: false,
    format: 'esm',
    target: 'node22',
    platform: 'node',
    minify: true,
    treeshake: true,
    clean: true,
    silent: true,
    noExternal: [/./],
    removeNodeProtocol: false,
  });
  const files = globSync('*.{js,mjs}', { cwd: outDir }).map((name) => readFileSync(join(outDir, name)));
  return gzipSync(Buffer.concat(files)).length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
