/** Reads a diff in git's format into the hunks, segments and lines that Bitbucket Server answers with. */
import { unquote } from './blame.ts';
import { type Json, pathShape } from './shapes.ts';

interface Segment {
  readonly type: 'ADDED' | 'REMOVED' | 'CONTEXT';
  readonly lines: Json[];
  readonly truncated: boolean;
}

interface Hunk {
  readonly sourceLine: number;
  readonly sourceSpan: number;
  readonly destinationLine: number;
  readonly destinationSpan: number;
  readonly segments: Segment[];
  readonly truncated: boolean;
  readonly context?: string | undefined;
}

interface File {
  source: string | undefined;
  destination: string | undefined;
  binary: boolean;
  truncated: boolean;
  readonly hunks: Hunk[];
}

/** Where the next lines of a hunk are on both sides. */
interface Position {
  source: number;
  destination: number;
}

/** `page.max.diff.lines`: what is longer is cut, and says so. */
const mostLines = 10_000;

const segmentTypes: Readonly<Record<string, Segment['type']>> = {
  '+': 'ADDED',
  '-': 'REMOVED',
  ' ': 'CONTEXT',
};

export function diffShapes(text: string): { diffs: Json[]; truncated: boolean } {
  const files: File[] = [];
  const position: Position = { source: 0, destination: 0 };
  let lines = 0;
  let truncated = false;
  for (const line of text.split('\n')) {
    const file = files.at(-1);
    const hunk = file?.hunks.at(-1);
    if (line.startsWith('diff --git ')) files.push(newFile(line));
    else if (file === undefined) continue;
    else if (line.startsWith('@@ ')) openHunk(file, line, position);
    else if (hunk === undefined) readHeader(file, line);
    else if (lines < mostLines) lines += addLine(hunk, line, position);
    else {
      file.truncated = true;
      truncated = true;
    }
  }
  return { diffs: files.map(fileShape), truncated };
}

/** Names stand here alone for a file whose mode is all that changed: twice the same. */
function newFile(line: string): File {
  const rest = line.slice('diff --git '.length);
  const half = rest.slice(0, (rest.length - 1) / 2);
  const name = strip(half);
  return { source: name, destination: name, binary: false, truncated: false, hunks: [] };
}

/** Without `a/` or `b/`; `undefined` for the side where there is no file. */
function strip(name: string): string | undefined {
  const plain = unquote(name.replace(/\t$/, ''));
  return plain === '/dev/null' ? undefined : plain.slice(2);
}

function readHeader(file: File, line: string): void {
  if (line.startsWith('--- ')) file.source = strip(line.slice(4));
  else if (line.startsWith('+++ ')) file.destination = strip(line.slice(4));
  else if (/^(?:rename|copy) from /.test(line)) file.source = unquote(line.replace(/^\w+ from /, ''));
  else if (/^(?:rename|copy) to /.test(line)) file.destination = unquote(line.replace(/^\w+ to /, ''));
  else if (line.startsWith('new file mode ')) file.source = undefined;
  else if (line.startsWith('deleted file mode ')) file.destination = undefined;
  else if (/^(?:Binary files |GIT binary patch)/.test(line)) file.binary = true;
}

function openHunk(file: File, line: string, position: Position): void {
  const parts = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)$/.exec(line);
  if (parts === null) return;
  const [, sourceLine, sourceSpan = '1', destinationLine, destinationSpan = '1', context = ''] = parts;
  position.source = Number(sourceLine);
  position.destination = Number(destinationLine);
  file.hunks.push({
    sourceLine: position.source,
    sourceSpan: Number(sourceSpan),
    destinationLine: position.destination,
    destinationSpan: Number(destinationSpan),
    segments: [],
    truncated: false,
    ...(context === '' ? {} : { context }),
  });
}

/** Gives 1 for a line of the file, 0 for what git says about it. */
function addLine({ segments }: Hunk, line: string, position: Position): number {
  const type = segmentTypes[line.slice(0, 1)];
  if (type === undefined) return 0;
  if (segments.at(-1)?.type !== type) segments.push({ type, lines: [], truncated: false });
  const { source, destination } = position;
  segments.at(-1)?.lines.push({ source, destination, line: line.slice(1), truncated: false });
  if (type !== 'ADDED') position.source += 1;
  if (type !== 'REMOVED') position.destination += 1;
  return 1;
}

const sideShape = (path: string | undefined): Json | null => (path === undefined ? null : pathShape(path));

function fileShape({ source, destination, binary, hunks, truncated }: File): Json {
  const content = binary ? { binary: true } : { hunks };
  return { source: sideShape(source), destination: sideShape(destination), ...content, truncated };
}
