/** Who last changed the lines of a file, by `git blame`. */
import { readCommits } from '../git/log.ts';
import type { GitRepository } from '../git/repository.ts';
import { commitShape, type Json, type ShapeScope } from './shapes.ts';

interface Lines {
  readonly commit: string;
  readonly path: string;
  /** From 0. */
  readonly start: number;
  readonly limit: number;
}

interface Span {
  readonly hash: string;
  readonly lineNumber: number;
  readonly spannedLines: number;
  /** What the file was called in that commit. */
  readonly fileName: string;
}

export async function readBlame(git: GitRepository, lines: Lines, scope: ShapeScope): Promise<Json[]> {
  const spans = await readSpans(git, lines);
  const commits = await readCommits(git, [...new Set(spans.map(({ hash }) => hash))]);
  const shapes = new Map(commits.map((commit) => [commit.hash, commitShape(commit, scope)]));
  return spans.map(({ hash, lineNumber, spannedLines, fileName }) => {
    const { author, authorTimestamp, committer, committerTimestamp, id, displayId } = shapes.get(hash) ?? {};
    return {
      author,
      authorTimestamp,
      committer,
      committerTimestamp,
      commitHash: id,
      displayCommitHash: displayId,
      commitId: id,
      commitDisplayId: displayId,
      fileName,
      lineNumber,
      spannedLines,
    };
  });
}

async function readSpans({ git, folder }: GitRepository, lines: Lines): Promise<Span[]> {
  const { commit, path, start, limit } = lines;
  const text = await git.text(['blame', '--porcelain', commit, '--', path], { cwd: folder });
  const names = new Map<string, string>();
  const heads: Omit<Span, 'fileName'>[] = [];
  let current = '';
  for (const line of text.split('\n')) {
    // The lines of the file begin with a tab, so nothing in them is taken for what git says.
    const head = /^([0-9a-f]{40,64}) \d+ (\d+) (\d+)$/.exec(line);
    if (head !== null) {
      current = head[1] ?? '';
      heads.push({ hash: current, lineNumber: Number(head[2]), spannedLines: Number(head[3]) });
    } else if (line.startsWith('filename ')) {
      names.set(`${current}`, unquote(line.slice('filename '.length)));
    }
  }
  return heads.flatMap((head) => {
    const first = Math.max(head.lineNumber, start + 1);
    const end = Math.min(head.lineNumber + head.spannedLines, start + limit + 1);
    if (first >= end) return [];
    return [
      { ...head, lineNumber: first, spannedLines: end - first, fileName: names.get(head.hash) ?? path },
    ];
  });
}

/** Git puts names that are not plain in quotes, with their bytes in octal. */
export function unquote(name: string): string {
  if (!name.startsWith('"') || !name.endsWith('"')) return name;
  const escapes: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, b: 8, f: 12, v: 11, a: 7 };
  const bytes: number[] = [];
  for (const [part] of name.slice(1, -1).matchAll(/\\[0-7]{3}|\\.|[^\\]+/gs)) {
    if (!part.startsWith('\\')) bytes.push(...Buffer.from(part));
    else if (part.length === 4) bytes.push(Number.parseInt(part.slice(1), 8));
    else bytes.push(escapes[part.slice(1)] ?? part.charCodeAt(1));
  }
  return Buffer.from(bytes).toString('utf8');
}
