/**
 * Writes the published types closely: tabs for the compiler's four spaces, of which a tenth of them would be made; and in
 * the generated route maps, whose 900 entries people look up by hovering, each small object on one line, with no indent.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './package-json.ts';

/** What stands above the generated maps. */
const isRouteMap = (text: string): boolean => text.includes('Written by scripts/generate;');

/** An object of up to twelve members without objects or comments in them. */
const smallObject = /\{\n((?:[^\n{}*]+;\n){1,12})\}/g;

for (const path of globSync('dist/**/*.d.ts', { cwd: root })) {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, isRouteMap(text) ? closely(text) : withTabs(text));
}

function withTabs(text: string): string {
  return text.replaceAll(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));
}

function closely(text: string): string {
  const flat = text.replaceAll(/^(?: {4})+/gm, '');
  return flat.replaceAll(
    smallObject,
    (_, members: string) => `{ ${members.slice(0, -2).replaceAll('\n', ' ')} }`,
  );
}
