/** Paths as git writes them in a diff. */

const named: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** The path as git writes it in a diff, without the quotes that stand around it there. */
export function escapePath(path: string): string {
  return [...Buffer.from(path, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (named[character] !== undefined) return named[character];
      return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : character;
    })
    .join('');
}
