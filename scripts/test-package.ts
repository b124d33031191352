/** Packs the library, installs it into an empty project and uses it there, on every Node that it is for. */
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doorsOf, readPackageJson, root } from './package-json.ts';
import { createReport } from './report.ts';
import { type Outcome, problemsOf, run } from './run.ts';

/** The lowest that package.json's `engines` lets in, then the newest of each line. */
const nodeVersions = ['22.13', '22', '24', '26'];
/** undici 8 needs Node 22.19; the newest of each line is past that. */
const undiciVersions = [
  ['none', nodeVersions],
  ['7', nodeVersions],
  ['8', ['22', '24', '26']],
] as const;
const mostPackages = 4;
const mostMegabytes = 4;

const packageJson = readPackageJson();
const specifiers = doorsOf(packageJson).map(({ specifier }) => specifier);
const report = createReport();
const folder = mkdtempSync(join(tmpdir(), 'bitbucket-sdk-package-'));
const consumer = join(folder, 'consumer');
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

try {
  const tarball = await pack();
  if (tarball !== undefined) {
    await lint(tarball);
    if (await install(tarball)) {
      measureInstallation();
      await checkTypes('nodenext');
      await checkTypes('bundler');
      await runOnEveryNode();
      await runOnOtherRuntimes();
      await callWithTls();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
report.end();

/** Reports the outcome and says whether it is a good one. */
function judge(name: string, outcome: Outcome): boolean {
  const problems = problemsOf(outcome);
  report.check(name, problems);
  return problems.length === 0;
}

async function pack(): Promise<string | undefined> {
  if (!judge('npm run build', await run('npm', ['run', 'build'], { cwd: root }))) return undefined;
  const outcome = await run('npm', ['pack', '--pack-destination', folder, ...quiet], { cwd: root });
  if (!judge('npm pack', outcome)) return undefined;
  return join(folder, globSync('*.tgz', { cwd: folder })[0] ?? '');
}

async function lint(tarball: string): Promise<void> {
  judge('publint', await run('publint', ['run', tarball, '--strict'], { cwd: root }));
  judge('attw', await run('attw', [tarball, '--profile', 'esm-only', '--no-color'], { cwd: root }));
}

async function install(tarball: string): Promise<boolean> {
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), '{ "private": true, "type": "module" }');
  return judge(
    'npm install into an empty project',
    await run('npm', ['install', tarball, ...quiet], { cwd: consumer }),
  );
}

function measureInstallation(): void {
  const modules = join(consumer, 'node_modules');
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  const names = Object.keys(packages).map((path) => path.replace('node_modules/', ''));
  report.check(
    `${names.length} packages: ${names.join(', ')}`,
    names.length > mostPackages ? [`more than ${mostPackages}`] : [],
  );
  const sizes = globSync('**/*', { cwd: modules }).map((path) => statSync(join(modules, path)));
  const bytes = sizes.reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
  report.check(
    `${(bytes / 1e6).toFixed(2)} MB installed`,
    bytes > mostMegabytes * 1e6 ? [`more than ${mostMegabytes} MB`] : [],
  );
}

/** With `skipLibCheck` off, and declarations made of what the consumer exports: both look into the library's own. */
async function checkTypes(resolution: 'nodenext' | 'bundler'): Promise<void> {
  const all = specifiers.map((specifier, index) => `export * as door${index} from '${specifier}';`);
  writeFileSync(join(consumer, 'doors.ts'), all.join('\n'));
  cpSync(join(root, 'scripts/consumer/types.ts'), join(consumer, 'types.ts'));
  const compilerOptions = {
    target: 'es2024',
    lib: ['es2024', 'esnext.disposable'],
    module: resolution === 'bundler' ? 'preserve' : resolution,
    moduleResolution: resolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: 'types',
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const config = `tsconfig.${resolution}.json`;
  writeFileSync(join(consumer, config), JSON.stringify({ compilerOptions, files: ['doors.ts', 'types.ts'] }));
  judge(`types, resolved as ${resolution}`, await run('tsc', ['-p', config], { cwd: consumer }));
}

async function runOnEveryNode(): Promise<void> {
  const nodes = join(folder, 'nodes');
  mkdirSync(nodes);
  const dependencies = Object.fromEntries(
    nodeVersions.map((version) => [`node-${version}`, `npm:node@${version}`]),
  );
  // the package `node` fetches its binary by an install script
  writeFileSync(
    join(nodes, 'package.json'),
    JSON.stringify({ private: true, allowScripts: { node: true }, dependencies }),
  );
  const installed = await run('npm', ['install', ...quiet], { cwd: nodes });
  if (!judge(`npm install node ${nodeVersions.join(', ')}`, installed)) return;
  for (const file of ['import-doors.mjs', 'program.mjs']) {
    cpSync(join(root, 'scripts/consumer', file), join(consumer, file));
  }
  for (const version of nodeVersions) {
    const node = join(nodes, `node_modules/node-${version}/bin/node`);
    const { output } = await run(node, ['--version'], { cwd: consumer });
    const doors = await run(node, ['import-doors.mjs', ...specifiers], { cwd: consumer });
    judge(`${output.trim()} imports and requires ${specifiers.length} doors`, doors);
    judge(
      `${output.trim()} verifies webhooks, keeps them, and calls both products`,
      await run(node, ['program.mjs'], { cwd: consumer }),
    );
  }
}

/** The receiver as the plain fetch handler that it is, under runtimes that are packages of the registry, too. */
async function runOnOtherRuntimes(): Promise<void> {
  const runtimes = join(folder, 'runtimes');
  mkdirSync(runtimes);
  const dependencies = { bun: '1.4.5', deno: '2.9.6' };
  // both put their binary in place by an install script
  const allowScripts = { bun: true, deno: true };
  writeFileSync(
    join(runtimes, 'package.json'),
    JSON.stringify({ private: true, allowScripts, dependencies }),
  );
  const installed = await run('npm', ['install', ...quiet], { cwd: runtimes });
  if (!judge('npm install bun and deno', installed)) return;
  cpSync(join(root, 'scripts/consumer/fetch-shape.mjs'), join(consumer, 'fetch-shape.mjs'));
  for (const [runtime, ...flags] of [['bun'], ['deno', 'run', '--allow-all']] as const) {
    const bin = join(runtimes, 'node_modules/.bin', runtime);
    judge(`${runtime} receives webhooks`, await run(bin, [...flags, 'fetch-shape.mjs'], { cwd: consumer }));
  }
}

/** The optional peer undici, in each of its lines and left out, on every Node that it is for. */
async function callWithTls(): Promise<void> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    '-days',
    '2',
  ];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  if (!judge('openssl makes a certificate', await run('openssl', [...request, ...subject], { cwd: folder })))
    return;
  cpSync(join(root, 'scripts/consumer/tls.mjs'), join(consumer, 'tls.mjs'));
  for (const [undici, versions] of undiciVersions) {
    if (undici !== 'none') {
      const install = await run('npm', ['install', `undici@${undici}`, ...quiet], { cwd: consumer });
      if (!judge(`npm install undici ${undici}`, install)) return;
    }
    for (const version of versions) {
      const node = join(folder, 'nodes', `node_modules/node-${version}/bin/node`);
      const outcome = await run(node, ['tls.mjs', key, cert], { cwd: consumer });
      const what =
        undici === 'none' ? 'says that undici is missing' : `calls a private CA's server by undici ${undici}`;
      judge(`Node ${version} ${what}`, outcome);
    }
  }
}
