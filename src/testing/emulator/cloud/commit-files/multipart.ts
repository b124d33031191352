/** Takes a multipart form apart, with what `FormData` does not keep: the attributes that Bitbucket gives files. */

export interface FormPart {
  readonly name: string;
  /** Given for files, and for nothing else. */
  readonly filename: string | undefined;
  /** Such as `executable` and `link`. */
  readonly attributes: readonly string[];
  readonly content: Uint8Array;
}

/** The parts in their order; `undefined` for what is no such form, or ends before its end. */
export function parseMultipart(body: Uint8Array, contentType: string): FormPart[] | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  // The first boundary need not have a line before it.
  const bytes = Buffer.concat([Buffer.from('\r\n'), body]);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: FormPart[] = [];
  let from = bytes.indexOf(delimiter);
  while (from !== -1) {
    const start = from + delimiter.length;
    if (bytes.toString('latin1', start, start + 2) === '--') return parts;
    const end = bytes.indexOf(delimiter, start);
    const part = end === -1 ? undefined : readPart(bytes.subarray(start, end));
    if (part === undefined) return undefined;
    parts.push(part);
    from = end;
  }
  return undefined;
}

function readPart(bytes: Buffer): FormPart | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const headers = new Map(
    bytes
      .toString('utf8', 0, headEnd)
      .split('\r\n')
      .map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );
  const parameters = readParameters(headers.get('content-disposition') ?? '');
  // Bitbucket's own example names a part by its Content-ID.
  const name = parameters.get('name') ?? headers.get('content-id')?.replace(/^[<"]|[>"]$/g, '');
  if (name === undefined) return undefined;
  return {
    name,
    filename: parameters.get('filename'),
    attributes: (parameters.get('x-attributes') ?? '').split(/[\s,]+/).filter((one) => one !== ''),
    content: bytes.subarray(headEnd + 4),
  };
}

/** `; name="value"`, and, as Bitbucket's example has it, `; name:"value"`. */
function readParameters(disposition: string): ReadonlyMap<string, string> {
  const found = disposition.matchAll(/;\s*([\w-]+)(\*?)\s*[=:]\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g);
  return new Map(
    [...found].map(([, name = '', star, quoted, plain = '']): [string, string] => [
      name.toLowerCase(),
      star === '*' ? decodeExtended(quoted ?? plain) : unescapeName(quoted ?? plain.trim()),
    ]),
  );
}

/** Browsers write quotes and line ends in percent, older clients quotes with a backslash. */
const unescapeName = (text: string): string =>
  text.replaceAll('\\"', '"').replaceAll('%22', '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');

/** `UTF-8''na%C3%AFve` */
function decodeExtended(text: string): string {
  const value = text.trim().replace(/^[^']*'[^']*'/, '');
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
