/** Run inside a project that has the package installed: imports and requires the doors named on the command line. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'index.js'));
const classes = new Map();

for (const specifier of process.argv.slice(2)) {
  const imported = await import(specifier);
  const required = require(specifier);
  const names = Object.keys(imported).filter((name) => name !== 'default' && name !== 'module.exports');
  assert.notEqual(names.length, 0, `${specifier} exports nothing`);
  for (const name of names) {
    assert.notEqual(imported[name], undefined, `${specifier} exports ${name}, which is undefined`);
    assert.equal(required[name], imported[name], `${specifier}: require() gives another ${name} than import`);
    if (name.endsWith('Error') && /^[A-Z]/.test(name)) {
      const known = classes.get(name) ?? imported[name];
      assert.equal(imported[name], known, `${specifier} has an ${name} of its own`);
      classes.set(name, known);
    }
  }
}
