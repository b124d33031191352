/** The layer table, and the rules that the imports of src are held to: pure functions over a list of files. */

/** One source file, as the rules see it. */
export interface SourceFile {
  /** From `src`, with `/`: `http/paging.ts`. */
  readonly path: string;
  /** What it imports or re-exports, types too: paths from `src`, or names of packages. */
  readonly imports: readonly string[];
  readonly firstLine: string;
  readonly lineCount: number;
}

type Rule = (files: readonly SourceFile[]) => string[];

/** From the ground up; a folder may import what stands before its row. Those of one row are blind to each other. */
const layers: readonly (readonly string[])[] = [
  ['shared'],
  ['errors'],
  ['http', 'jwt'],
  ['auth'],
  ['cloud', 'server', 'webhooks'],
  ['connect'],
  ['integration'],
];
/** May import every layer; nobody imports them, not even each other. */
const leaves = ['adapters', 'stores', 'queues', 'testing'];

/** Packages that one part of the library knows; `files` is how many of its files may. */
const homes: Readonly<Record<string, { readonly folder: string; readonly files: number }>> = {
  jose: { folder: 'jwt', files: Number.POSITIVE_INFINITY },
  ky: { folder: 'http', files: 1 },
  'oauth-1.0a': { folder: 'auth', files: 1 },
};

/** Tables made by scripts/generate. */
const generated = /(?:^|\/)operations\.ts$/;
const maximumLines = 400;

const isOurs = (target: string): boolean => target.endsWith('.ts');
const isDoor = (path: string): boolean => path === 'index.ts' || /^[^/]+\/index\.ts$/.test(path);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.indexOf('/')));
const layerOf = (path: string): number => layers.findIndex((row) => row.includes(folderOf(path)));
const isLeaf = (path: string): boolean => leaves.includes(folderOf(path));

function eachImport(
  files: readonly SourceFile[],
  judge: (from: string, to: string) => string | undefined,
): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap((target) => {
      const objection = judge(path, target);
      return objection === undefined ? [] : [`${path} imports ${target}: ${objection}`];
    }),
  );
}

export const everyFileHasALayer: Rule = (files) =>
  files
    .filter(({ path }) => path !== 'index.ts' && layerOf(path) < 0 && !isLeaf(path))
    .map(({ path }) => `${path}: its folder is not in the layer table`);

export const importsPointDown: Rule = (files) =>
  eachImport(files, (from, to) => {
    if (!isOurs(to) || from === 'index.ts' || isLeaf(from) || isLeaf(to)) return undefined;
    if (folderOf(from) === folderOf(to)) return undefined;
    if (layerOf(to) === layerOf(from)) return 'the two folders are blind to each other';
    return layerOf(to) > layerOf(from) ? 'the arrow points up' : undefined;
  });

/** The root door hands on what a leaf has; one leaf's own files may know each other. */
export const nobodyImportsLeaves: Rule = (files) =>
  eachImport(files, (from, to) =>
    isOurs(to) && isLeaf(to) && from !== 'index.ts' && folderOf(from) !== folderOf(to)
      ? 'a leaf is imported by nobody'
      : undefined,
  );

export const doorsStayOutside: Rule = (files) =>
  eachImport(files, (from, to) =>
    /(?:^|\/)index\.ts$/.test(to) && !(isDoor(from) && isDoor(to))
      ? 'inside the library import the file, not the door'
      : undefined,
  );

export const packagesStayAtHome: Rule = (files) => {
  const away = eachImport(files, (from, to) => {
    const home = homes[packageOf(to)];
    return home === undefined || folderOf(from) === home.folder ? undefined : `it belongs in ${home.folder}/`;
  });
  const crowded = Object.entries(homes).flatMap(([name, { files: most }]) => {
    const users = files.filter(({ imports }) => imports.some((target) => packageOf(target) === name));
    const paths = users.map(({ path }) => path).join(', ');
    return users.length > most ? [`${name} is known to more than ${most} file: ${paths}`] : [];
  });
  return [...away, ...crowded];
};

/** `packages` are the ones that package.json lets the library use at run time. */
export const packagesAreDeclared =
  (packages: readonly string[]): Rule =>
  (files) =>
    eachImport(files, (_, to) =>
      isOurs(to) || to.startsWith('node:') || packages.includes(packageOf(to))
        ? undefined
        : 'package.json does not declare it',
    );

export const noCycles: Rule = (files) => {
  const graph = new Map(files.map(({ path, imports }) => [path, imports.filter(isOurs)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
};

export const filesBeginWithTheirPurpose: Rule = (files) =>
  files
    .filter(({ firstLine }) => !/^\/\*\* [^\s*]/.test(firstLine))
    .map(({ path }) => `${path}: the first line is not a doc comment`);

export const filesAreShort: Rule = (files) =>
  files
    .filter(({ path, lineCount }) => lineCount > maximumLines && !generated.test(path))
    .map(({ path, lineCount }) => `${path}: ${lineCount} lines, more than ${maximumLines}`);

function packageOf(target: string): string {
  const [scope = '', name = ''] = target.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
