import { type FileChange, patchToFileChanges } from 'bitbucket-sdk/integration';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const text = (...lines: string[]) => lines.map((line) => `${line}\n`).join('');
const modified = (path: string): FileChange[] => [{ path, type: 'M' }];

async function* pieces(data: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    yield data.subarray(start, cut);
    start = cut;
  }
  yield data.subarray(start);
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

describe('the shapes that git and Bitbucket print', () => {
  test.each<[string, string, FileChange[]]>([
    ['nothing', '', []],
    ['a blank line', '\n', []],
    [
      'a new file without content',
      text('diff --git a/x b/x', 'new file mode 100644', 'index 0000000..e69de29'),
      [{ path: 'x', type: 'A' }],
    ],
    [
      'a move without hunks, as the last thing and without a line end',
      'diff --git a/x y b/b/z\nsimilarity index 100%\nrename from x y\nrename to b/z',
      [
        { path: 'x y', type: 'D' },
        { path: 'b/z', type: 'A' },
      ],
    ],
    [
      'a move whose sides could be read as one path',
      text(
        'diff --git a/x b/x b/x b/x',
        'similarity index 100%',
        'rename from x',
        'rename to x b/x b/x',
        'diff --git a/x b/x b/x b/x',
        'old mode 100644',
        'new mode 100755',
      ),
      [
        { path: 'x', type: 'D' },
        { path: 'x b/x b/x', type: 'A' },
        { path: 'x b/x', type: 'M' },
      ],
    ],
    [
      'a copy, without the lines of --- and +++, as Data Center prints it',
      text(
        'diff --git src://a/one.txt dst://a/two.txt',
        'similarity index 53%',
        'copy from a/one.txt',
        'copy to a/two.txt',
        '@@ -1 +1 @@',
        '-a',
        '+b',
      ),
      [{ path: 'a/two.txt', type: 'A' }],
    ],
    [
      'octal and letters',
      text('diff --git "a/\\303\\251\\t\\"\\\\" "b/\\303\\251\\t\\"\\\\"'),
      modified('é\t"\\'),
    ],
    [
      'two sides that differ and no word of a move: the path after',
      text('diff --git a/one b/two', '--- a/one', '+++ b/two', '@@ -1 +1 @@', '-a', '+b'),
      modified('two'),
    ],
    [
      'the same of a binary file',
      text('diff --git a/one b/two', 'Binary files a/one and b/two differ'),
      modified('two'),
    ],
    [
      'lines that end in CR LF throughout',
      'diff --git a/x b/x\r\n--- a/x\r\n+++ b/x\r\n@@ -1,2 +1,2 @@\r\n a\r\n-b\r\n+c\r\ndiff --git a/y b/y\r\nold mode 100644\r\n',
      [...modified('x'), ...modified('y')],
    ],
    [
      'context whose blank was cut off on the way',
      text(
        'diff --git a/x b/x',
        '@@ -1,3 +1,3 @@',
        ' a',
        '',
        '-b',
        '+b',
        'diff --git a/y b/y',
        'old mode 100644',
      ),
      [...modified('x'), ...modified('y')],
    ],
    [
      'a hunk that is cut short: the next file is not lost',
      text('diff --git a/x b/x', '@@ -1,30 +1,30 @@', ' a', 'diff --git a/y b/y', 'old mode 100644'),
      [...modified('x'), ...modified('y')],
    ],
    [
      'a link in place of a file: one change, as in a diffstat',
      text(
        'diff --git a/x b/x',
        'deleted file mode 100644',
        'diff --git a/x b/x',
        'new file mode 120000',
        '@@ -0,0 +1 @@',
        '+y',
        '\\ No newline at end of file',
      ),
      [{ path: 'x', type: 'M' }],
    ],
    [
      'prose before, between and after',
      text(
        'rename from a',
        '--- a/q',
        '+++ b/q',
        '@@ -1 +1 @@',
        'diff --git a/x b/x',
        'old mode 100644',
        'Bye',
        'rename to b',
      ),
      [{ path: 'x', type: 'M' }],
    ],
  ])('%s', async (_, diff, changes) => {
    expect(patchToFileChanges(diff)).toEqual(changes);
    const bytes = Buffer.from(diff);
    await expect(patchToFileChanges(pieces(bytes, [...bytes.keys()]))).resolves.toEqual(changes);
  });
});

/** Contents that would be headers if they stood at the start of a line outside a hunk. */
const hostileContent = fc.oneof(
  fc.constantFrom(
    'diff --git a/evil b/evil',
    'diff --cc evil',
    '-- a/evil',
    '++ b/evil',
    '--',
    '@@ -1,100 +1,100 @@',
    '@@ -0,0 +0,0 @@',
    'rename from evil',
    'rename to evil',
    'new file mode 100644',
    'deleted file mode 100644',
    'GIT binary patch',
    `From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001`,
    '\\ No newline at end of file',
    '\r',
    '',
  ),
  fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '+', '-', '@', '\r', '\u2028', '\0') }),
);

/** Lines of a hunk (each a mark and a content), and the header that counts them. */
const hunk = fc
  .array(fc.tuple(fc.constantFrom(' ', '+', '-'), hostileContent), { minLength: 1, maxLength: 12 })
  .map((lines) => {
    const count = (mark: string) => lines.filter(([own]) => own === ' ' || own === mark).length;
    return text(
      `@@ -1,${count('-')} +1,${count('+')} @@ diff --git a/evil b/evil`,
      ...lines.map(([mark, content]) => mark + content),
    );
  });

/** A merge's hunk: each line is in the result (blank or plus for each parent) or not (blank or minus). */
const combinedHunk = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.array(fc.constantFrom<string[]>(' ', '+'), { minLength: 3, maxLength: 3 }),
        fc.array(fc.constantFrom<string[]>(' ', '-'), { minLength: 3, maxLength: 3 }),
      ),
      hostileContent,
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((lines) => {
    const before = [0, 1, 2].map(
      (column) =>
        lines.filter(([marks]) => (marks.includes('-') ? marks[column] === '-' : marks[column] === ' '))
          .length,
    );
    const after = lines.filter(([marks]) => !marks.includes('-')).length;
    return text(
      `@@@@ ${before.map((count) => `-1,${count}`).join(' ')} +1,${after} @@@@`,
      ...lines.map(([marks, content]) => marks.join('') + content),
    );
  });

const name = fc.string({ unit: fc.constantFrom('a', 'b', '/', ' ', 'é', '😀'), minLength: 1, maxLength: 12 });
const file = fc.oneof(
  fc.tuple(name, fc.array(hunk, { minLength: 1, maxLength: 3 })).map(([path, hunks]) => ({
    patch: `${text(`diff --git a/${path} b/${path}`, 'index 1..2 100644', `--- a/${path}\t`, `+++ b/${path}\t`)}${hunks.join('')}`,
    changes: [{ path, type: 'M' }],
  })),
  fc.tuple(name, fc.array(combinedHunk, { minLength: 1, maxLength: 2 })).map(([path, hunks]) => ({
    patch: `${text(`diff --cc ${path}`, 'index 1,2,3..4', `--- a/${path}`, `+++ b/${path}`)}${hunks.join('')}`,
    changes: [{ path, type: 'M' }],
  })),
  fc.tuple(name, name, hunk).map(([from, to, body]) => ({
    patch: `${text(`diff --git a/${from} b/${to}`, 'similarity index 9%', `rename from ${from}`, `rename to ${to}`)}${body}`,
    changes: [
      { path: from, type: 'D' },
      { path: to, type: 'A' },
    ],
  })),
);
const diff = fc.array(file, { maxLength: 5 }).map((files) => ({
  patch: files.map(({ patch }) => patch).join(''),
  changes: files.flatMap(({ changes }) => changes),
}));

describe('whatever the files hold', () => {
  test('their lines are never taken for headers', () => {
    fc.assert(
      fc.property(diff, ({ patch, changes }) => {
        expect(patchToFileChanges(patch)).toEqual(changes);
        // in a mailed patch a line of three dashes ends the message, and a file may well have one
        const mailed = `From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001\nSubject: x\n\n---\n${patch}-- \n2.39\n`;
        expect(patchToFileChanges(mailed)).toEqual(changes);
      }),
      { numRuns: 500 },
    );
  });

  test('any cut of the stream gives the same answer, in bytes, in text and in both', async () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(diff, cuts, fc.boolean(), async ({ patch, changes }, parts, mixed) => {
        const bytes = Buffer.from(patch);
        const inBytes = parts.map((part) => Math.floor(part * bytes.length));
        await expect(patchToFileChanges(pieces(bytes, inBytes))).resolves.toEqual(changes);
        const inText = [...parts.map((part) => Math.floor(part * patch.length)), patch.length];
        const texts = inText
          .sort((a, b) => a - b)
          .map((cut, index) => patch.slice(inText[index - 1] ?? 0, cut));
        // a text that starts or ends inside a character has no bytes of its own
        const asBytes = mixed && texts.every((part) => part.isWellFormed());
        const chunks = texts.map((part, index) => (asBytes && index % 2 === 0 ? Buffer.from(part) : part));
        await expect(patchToFileChanges(each(chunks))).resolves.toEqual(changes);
      }),
      { numRuns: 300 },
    );
  });

  test('garbage is read without an error', () => {
    fc.assert(
      fc.property(fc.array(hostileContent), (lines) => {
        expect(Array.isArray(patchToFileChanges(lines.join('\n')))).toBe(true);
      }),
    );
  });
});

describe('a stream', () => {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const memory = () => {
    const { heapUsed, external } = process.memoryUsage(); // external counts array buffers, too
    return heapUsed + external;
  };

  test.each([
    ['inside a hunk', '@@ -0,0 +1,2 @@\n+', '\n+end\n'],
    ['outside', 'Binary files differ\nd', '\n'],
    ['in place of a header', 'rename from ', '\n'],
  ])('with a line of 100 MB %s is read in constant memory', async (_, before, after) => {
    const start = memory();
    let most = 0;
    async function* long() {
      yield text('diff --git a/x b/x') + before;
      for (let sent = 0; sent < 100e6; sent += chunk.length) {
        yield chunk;
        most = Math.max(most, memory() - start);
      }
      yield `${after}diff --git a/y b/y\nold mode 100644\n`;
    }
    const changes = await patchToFileChanges(long());
    expect(changes).toEqual([...modified('x'), ...modified('y')]);
    // what the collector has not come to yet counts, too: far below the line, and no measure of the library's own need
    expect(most).toBeLessThan(64e6);
  });

  test('of a response body is read as it is', async () => {
    const { body } = new Response(text('diff --git a/x b/x', 'old mode 100644', 'new mode 100755'));
    if (body === null) throw new Error('a response with text has a body');
    await expect(patchToFileChanges(body)).resolves.toEqual(modified('x'));
  });

  test('that breaks off is a TransportError with its cause, and says when it was aborted', async () => {
    const cause = new Error('socket closed');
    async function* broken(error: unknown) {
      yield 'diff --git a/x b/x\n';
      throw error;
    }
    await expect(patchToFileChanges(broken(cause))).rejects.toMatchObject({ code: 'network', cause });
    const abort = new DOMException('stop', 'AbortError');
    await expect(patchToFileChanges(broken(abort))).rejects.toMatchObject({ code: 'aborted', cause: abort });
  });

  test('of something else is refused, and its source is closed', async () => {
    let closed = false;
    async function* numbers(): AsyncGenerator<Uint8Array> {
      try {
        yield JSON.parse('7');
        yield chunk;
      } finally {
        closed = true;
      }
    }
    await expect(patchToFileChanges(numbers())).rejects.toMatchObject({ option: 'diff' });
    expect(closed).toBe(true);
    await expect(patchToFileChanges(JSON.parse('{}'))).rejects.toMatchObject({ option: 'diff' });
    await expect(patchToFileChanges(JSON.parse('null'))).rejects.toMatchObject({ option: 'diff' });
  });
});
