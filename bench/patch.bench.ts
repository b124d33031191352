/** How long 50 MB of diff take, and how much memory; beside npm's parse-diff where that can be found. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { patchToFileChanges } from '../src/integration/patch-to-file-changes.ts';

const size = 50e6;
const chunkSize = 64 * 1024;

/** Files of five hunks of 40 lines up to 70 characters long; the same text on every run. */
function makeDiff(): string {
  let seed = 1;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const parts: string[] = [];
  for (let length = 0, file = 0; length < size; file++) {
    const path = `src/folder${file % 50}/file${file}.ts`;
    parts.push(
      `diff --git a/${path} b/${path}\nindex 1234567..89abcde 100644\n--- a/${path}\n+++ b/${path}\n`,
    );
    for (let hunk = 0; hunk < 5; hunk++) parts.push(makeHunk(hunk * 100 + 1, random));
    length += parts.slice(-6).reduce((sum, part) => sum + part.length, 0);
  }
  return parts.join('');
}

function makeHunk(line: number, random: () => number): string {
  const lines = Array.from(
    { length: 40 },
    () => (' -+ '[Math.floor(random() * 4)] ?? ' ') + 'x'.repeat(random() * 70),
  );
  const count = (mark: string) => lines.filter((text) => text[0] === ' ' || text[0] === mark).length;
  return `@@ -${line},${count('-')} +${line},${count('+')} @@ function\n${lines.join('\n')}\n`;
}

/** The best of five, in milliseconds. */
async function measure(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

const text = makeDiff();
const bytes = Buffer.from(text);
let most = 0;
const memory = () => process.memoryUsage().heapUsed + process.memoryUsage().external;
async function* chunks(before = Number.POSITIVE_INFINITY) {
  for (let start = 0; start < bytes.length; start += chunkSize) {
    yield bytes.subarray(start, start + chunkSize);
    most = Math.max(most, memory() - before);
  }
}

// memory first: a heap that other rounds have grown is swept later
await patchToFileChanges(chunks());
most = 0;
const found = await patchToFileChanges(chunks(memory()));
const memoryPeak = most;
const fromText = await measure(() => patchToFileChanges(text));
const fromStream = await measure(() => patchToFileChanges(chunks()));
console.log(`diff: ${(bytes.length / 1e6).toFixed(1)} MB, ${found.length} files`);
console.log(`text: ${fromText.toFixed(0)} ms, stream: ${fromStream.toFixed(0)} ms`);
console.log(`most memory while streaming: ${(memoryPeak / 1e6).toFixed(1)} MB`);

/** `node bench/patch.bench.ts <folder>`: a folder in which parse-diff is installed. */
const peerFolder = process.argv[2];
if (peerFolder === undefined) console.log('parse-diff: name a folder in which it is installed to compare');
else {
  const peer: unknown = createRequire(join(peerFolder, 'package.json'))('parse-diff');
  if (typeof peer !== 'function') throw new Error('parse-diff is not a function');
  const peerTime = await measure(() => peer(text));
  console.log(`parse-diff: ${peerTime.toFixed(0)} ms`);
  console.log(
    `ratio: text ${(fromText / peerTime).toFixed(2)}, stream ${(fromStream / peerTime).toFixed(2)}`,
  );
}
