/** How long 50 MB of diff take, and how much memory; beside npm's parse-diff where that can be found. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { patchToFileChanges } from '../src/integration/patch-to-file-changes.ts';

const size = 50e6;
const chunkSize = 64 * 1024;

/** Patches of one file each: five hunks of 40 lines up to 70 characters long; the same on every run. */
function* patches(): Generator<string> {
  let seed = 1;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  for (let length = 0, file = 0; length < size; file++) {
    const path = `src/folder${file % 50}/file${file}.ts`;
    const hunks = Array.from({ length: 5 }, (_, hunk) => makeHunk(hunk * 100 + 1, random));
    const header = `diff --git a/${path} b/${path}\nindex 1234567..89abcde 100644\n--- a/${path}\n+++ b/${path}\n`;
    const patch = header + hunks.join('');
    length += patch.length;
    yield patch;
  }
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

/** The most that the process grew by while it made and read a stream, in bytes. */
async function measureMemory(): Promise<{ heap: number; rss: number }> {
  const start = process.memoryUsage();
  const most = { heap: 0, rss: 0 };
  async function* watched() {
    for (const patch of patches()) {
      yield Buffer.from(patch);
      const { heapUsed, external, rss } = process.memoryUsage();
      most.heap = Math.max(most.heap, heapUsed + external - start.heapUsed - start.external);
      most.rss = Math.max(most.rss, rss - start.rss);
    }
  }
  await patchToFileChanges(watched());
  return most;
}

async function* chunks(bytes: Uint8Array) {
  for (let start = 0; start < bytes.length; start += chunkSize) {
    yield bytes.subarray(start, start + chunkSize);
  }
}

const { heap, rss } = await measureMemory();
const text = [...patches()].join('');
const bytes = Buffer.from(text);
const fromText = await measure(() => patchToFileChanges(text));
const fromStream = await measure(() => patchToFileChanges(chunks(bytes)));
console.log(`diff: ${(bytes.length / 1e6).toFixed(1)} MB, ${patchToFileChanges(text).length} files`);
console.log(`text: ${fromText.toFixed(0)} ms, stream: ${fromStream.toFixed(0)} ms`);
console.log(
  `most memory while streaming: heap ${(heap / 1e6).toFixed(1)} MB, process ${(rss / 1e6).toFixed(1)} MB`,
);

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
