/** Writes a history for `git fast-import`: every kind of change, of files with every kind of name, over many branches. */
import { createRandom, type Random } from './random.ts';

type Mode = '100644' | '100755' | '120000' | '160000';

interface Entry {
  readonly mode: Mode;
  /** For a submodule, the hash of a commit elsewhere. */
  readonly content: string | Buffer;
}

type Tree = ReadonlyMap<string, Entry>;

/** Names that git quotes, that hold a header's words, or that are written in other letters. */
const names = [
  ...['plain.txt', 'deep/er/file.txt', 'with space.txt', 'x b/x', '-dash', '"quoted"', 'quo"te', 'café.txt'],
  ...['back\\slash', 'tab\there', 'new\nline', 'bell\u0007', ' leading', 'trailing ', 'percent%41?#&+.txt'],
  ...[
    '日本語/ファイル 名.txt',
    'emoji😀.txt',
    'dev/null',
    'a/b/a',
    'u\u0308.txt',
    'ü.txt',
    'lone..dots',
    '~user',
  ],
];

/** What the stream makes: `count` commits on some branches, each of which a few merges draw from. */
export function generateHistory(seed: number, count: number): Buffer {
  const random = createRandom(seed);
  const parts: Buffer[] = [];
  const put = (text: string | Buffer): void => void parts.push(Buffer.from(text));
  const tips: { mark: number; tree: Tree }[] = [];
  for (let mark = 1; mark <= count; mark += 1) {
    const at = mark === 1 || random.chance(5) ? tips.length : random.below(Math.min(tips.length, 6));
    const fromOther = at < tips.length && random.chance(15) ? random.pick(tips) : undefined;
    // A branch begins at another one, or, seldom, at nothing.
    const parent = tips[at] ?? (tips.length > 0 && random.chance(50) ? random.pick(tips) : undefined);
    const merged = fromOther === parent ? undefined : fromOther;
    const before: Tree = parent?.tree ?? new Map();
    const base = merged === undefined ? before : new Map([...merged.tree, ...before]);
    const tree = random.chance(8) ? base : change(base, random);
    put(`commit refs/heads/branch-${Math.min(at, 5)}/${at}\nmark :${mark}\n`);
    // Several commits of one second, as a rebase makes them.
    put(`committer Ada Löw <ada@example.com> ${1_700_000_000 + Math.floor(mark / 3)} +0200\n`);
    putData(`Commit ${mark}\n`, put);
    if (parent !== undefined) put(`from :${parent.mark}\n`);
    if (merged !== undefined) put(`merge :${merged.mark}\n`);
    putChanges(before, tree, put);
    put('\n');
    tips[at] = { mark, tree };
  }
  put('done\n');
  return Buffer.concat(parts);
}

function putData(content: string | Buffer, put: (text: string | Buffer) => void): void {
  const bytes = Buffer.from(content);
  put(`data ${bytes.length}\n`);
  put(bytes);
  put('\n');
}

function putChanges(before: Tree, after: Tree, put: (text: string | Buffer) => void): void {
  // First what goes, since a folder may make place for a file.
  for (const name of before.keys()) if (!after.has(name)) put(`D ${quoted(name)}\n`);
  for (const [name, entry] of after) {
    const old = before.get(name);
    if (old === entry) continue;
    if (entry.mode === '160000') {
      put(`M 160000 ${String(entry.content)} ${quoted(name)}\n`);
    } else {
      put(`M ${entry.mode} inline ${quoted(name)}\n`);
      putData(entry.content, put);
    }
  }
}

const quoted = (name: string): string =>
  `"${name.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;

/** One to four files added, changed, removed, moved, made runnable, a link or a submodule. */
function change(before: Tree, random: Random): Tree {
  const after = new Map(before);
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const known = [...after.keys()];
    if (known.length < 5 || random.chance(35)) {
      set(after, newName(random), newEntry(random));
      continue;
    }
    const name = random.pick(known);
    const entry = after.get(name);
    if (entry === undefined) continue;
    if (random.chance(25)) after.delete(name);
    else if (random.chance(35)) {
      after.delete(name);
      set(after, newName(random), random.chance(50) ? entry : edited(entry, random));
    } else if (random.chance(20)) set(after, name, newEntry(random));
    else set(after, name, edited(entry, random));
  }
  return after;
}

/** A file takes the place of what stands in its way: a folder of its name, or a file where it needs a folder. */
function set(tree: Map<string, Entry>, name: string, entry: Entry): void {
  for (const other of tree.keys())
    if (other.startsWith(`${name}/`) || name.startsWith(`${other}/`)) tree.delete(other);
  tree.set(name, entry);
}

const newName = (random: Random): string =>
  random.chance(30) ? `dir ${random.below(4)}/${random.pick(names)}` : random.pick(names);

const lines = (random: Random): string =>
  Array.from({ length: 3 + random.below(30) }, () => `line ${random.below(1_000)}\n`).join('');

function newEntry(random: Random): Entry {
  const kind = random.below(10);
  if (kind === 0) return { mode: '120000', content: random.pick(names) };
  if (kind === 1) return { mode: '160000', content: String(1 + random.below(9)).repeat(40) };
  if (kind === 2) return { mode: '100644', content: '' };
  if (kind === 3)
    return { mode: '100644', content: Buffer.from([0, 1, 2, random.below(256), 0x89, 10, 255]) };
  return { mode: kind === 4 ? '100755' : '100644', content: lines(random) };
}

function edited(entry: Entry, random: Random): Entry {
  if (entry.mode === '160000' || entry.mode === '120000') return newEntry(random);
  if (random.chance(20)) return { ...entry, mode: entry.mode === '100644' ? '100755' : '100644' };
  const content =
    typeof entry.content === 'string' ? `${entry.content}and ${random.below(1_000)}\n` : lines(random);
  return { ...entry, content };
}
