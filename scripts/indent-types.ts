/** Indents the published types with tabs: with the compiler's four spaces a tenth of them would be nothing. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './package-json.ts';

for (const path of globSync('dist/**/*.d.ts', { cwd: root })) {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replaceAll(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4)),
  );
}
