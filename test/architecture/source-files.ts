/** Reads the imports of source files as TypeScript sees them: values, types, re-exports and `import()`. */
import { globSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './layers.ts';

/** All `.ts` files below a folder. */
export function readSourceFiles(folder: string): SourceFile[] {
  return globSync('**/*.ts', { cwd: folder }).map((path) =>
    describeSource(path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')),
  );
}

/** One file, as the rules see it; `path` is from the root of the sources. */
export function describeSource(path: string, text: string): SourceFile {
  const lines = text.replace(/\n$/, '').split('\n');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const imports = importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? posix.join(posix.dirname(path), fileName) : fileName,
  );
  return { path, imports: [...new Set(imports)], firstLine: lines[0] ?? '', lineCount: lines.length };
}
