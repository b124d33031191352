/** Turns the bytes of commit and tag objects into fields. */

export interface Signature {
  /** `Name <e-mail>` as it stands in the object. */
  readonly raw: string;
  readonly email: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export interface GitCommit {
  readonly hash: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface GitTag {
  readonly object: string;
  readonly type: string;
  readonly tagger: Signature | undefined;
  readonly message: string;
}

export function parseCommit(hash: string, content: Buffer): GitCommit {
  const { headers, message } = parseHeaders(content);
  const first = (name: string) => headers.find(([key]) => key === name)?.[1] ?? '';
  return {
    hash,
    tree: first('tree'),
    parents: headers.filter(([key]) => key === 'parent').map(([, value]) => value),
    author: parseSignature(first('author')),
    committer: parseSignature(first('committer')),
    message,
  };
}

export function parseTag(content: Buffer): GitTag {
  const { headers, message } = parseHeaders(content);
  const fields = new Map(headers);
  const tagger = fields.get('tagger');
  return {
    object: fields.get('object') ?? '',
    type: fields.get('type') ?? '',
    tagger: tagger === undefined ? undefined : parseSignature(tagger),
    message,
  };
}

function parseHeaders(content: Buffer): { headers: [string, string][]; message: string } {
  const blank = content.indexOf('\n\n');
  const head = blank === -1 ? content : content.subarray(0, blank);
  const body = blank === -1 ? Buffer.alloc(0) : content.subarray(blank + 2);
  const encoding = /^encoding (.+)$/m.exec(head.toString('latin1'))?.[1];
  const headers = decode(head, encoding)
    .split('\n')
    // A line that begins with a space belongs to the one before: a signature, a merged tag.
    .filter((line) => !line.startsWith(' '))
    .map((line): [string, string] => {
      const space = line.indexOf(' ');
      return space === -1 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
    });
  return { headers, message: decode(body, encoding) };
}

/** An encoding that nobody knows is read as UTF-8, as git does. */
function decode(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === undefined) return bytes.toString('utf8');
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

function parseSignature(line: string): Signature {
  const parts = /^(.*?)\s*(-?\d+) [+-]\d+$/.exec(line);
  const raw = parts?.[1] ?? line;
  return {
    raw,
    email: /<([^<>]*)>[^<>]*$/.exec(raw)?.[1]?.trim() ?? '',
    time: Number(parts?.[2] ?? 0) * 1_000,
  };
}
