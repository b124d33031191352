/** The rules for one file of `dist`: pure functions over its text. */
import { isBuiltin } from 'node:module';
import ts from 'typescript';

/** What a built file imports in any way: values, types, re-exports, `import()`. */
export function importsOf(text: string): string[] {
  return [...new Set(ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName))];
}

export const isRelative = (specifier: string): boolean => specifier.startsWith('.');

/** Modules of Node without `node:`, as a bundler may leave them; `sqlite` would not be found at all. */
export function builtinsWithoutPrefix(text: string): string[] {
  return importsOf(text).filter((specifier) => isBuiltin(specifier) && !specifier.startsWith('node:'));
}

/** Packages that an installation of the library does not bring: a consumer would find nothing, or get `any`. */
export function undeclaredPackages(text: string, declared: readonly string[]): string[] {
  return importsOf(text).filter(
    (specifier) =>
      !isRelative(specifier) &&
      !isBuiltin(specifier) &&
      !declared.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
  );
}

/** Is there an `await` outside every function? `require()` refuses such a module. */
export function hasTopLevelAwait(text: string): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return false;
    const awaits =
      ts.isAwaitExpression(node) ||
      (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
      (ts.isVariableDeclarationList(node) &&
        (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing);
    return awaits || ts.forEachChild(node, visit) === true;
  };
  return visit(ts.createSourceFile('built.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS));
}
