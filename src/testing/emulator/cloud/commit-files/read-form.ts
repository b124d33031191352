/** What a form says about the commit that it asks for: files, paths to delete, and the commit's own fields. */

import { isHash, isRefName, repositoryPath } from '../../git/revision.ts';
import type { NewFile } from '../../git/write-tree.ts';
import { bytesOf, type Call } from '../call.ts';
import { badFields, RestError } from '../errors.ts';
import { type FormPart, parseMultipart } from './multipart.ts';

export interface CommitForm {
  readonly message: string | undefined;
  readonly author: { readonly name: string; readonly email: string } | undefined;
  readonly branch: string | undefined;
  /** The hash that is given as the parent. */
  readonly parent: string | undefined;
  /** By path. */
  readonly files: ReadonlyMap<string, NewFile>;
  readonly deleted: readonly string[];
}

const fieldNames = ['message', 'author', 'branch', 'parents', 'files'] as const;
type FieldName = (typeof fieldNames)[number];

/** Bytes of a whole form. */
const formLimit = 100 * 1024 * 1024;

/**
 * @throws RestError 415 for what is no form, 400 for one that cannot be read or says what cannot be
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/api-group-source/#api-repositories-workspace-repo-slug-src-post
 */
export async function readCommitForm(call: Call): Promise<CommitForm> {
  refuseQuery(call.query);
  const parts = await readParts(call);
  const fields = new Map<FieldName, string[]>(fieldNames.map((name) => [name, []]));
  const files = new Map<string, NewFile>();
  for (const part of parts) {
    const field = fieldOf(part);
    if (field !== undefined) fields.get(field)?.push(new TextDecoder().decode(part.content));
    else addFile(files, part);
  }
  const single = (name: FieldName): string | undefined => {
    const [value = '', ...more] = fields.get(name) ?? [];
    if (more.length > 0) throw badFields({ [name]: ['The field cannot be repeated.'] });
    return value.trim() === '' ? undefined : value;
  };
  const paths = (fields.get('files') ?? []).filter((path) => path !== '');
  return {
    message: single('message'),
    author: readAuthor(single('author')),
    branch: readBranch(single('branch')),
    parent: readParent(single('parents')),
    files,
    deleted: paths.map(readPath).filter((path) => !files.has(path)),
  };
}

/** The reference lists the fields as if they were in the query; there Bitbucket does not look at them. */
function refuseQuery(query: URLSearchParams): void {
  const name = fieldNames.find((field) => query.has(field));
  if (name !== undefined)
    throw badFields({ [name]: ['Send it as a field of the form: Bitbucket disregards it in the query.'] });
}

async function readParts(call: Call): Promise<FormPart[]> {
  const type = call.request.headers.get('content-type') ?? '';
  const kind = type.split(';')[0]?.trim().toLowerCase();
  if (kind === 'multipart/form-data') {
    const parts = parseMultipart(await bytesOf(call, formLimit), type);
    if (parts === undefined) throw new RestError(400, 'The multipart form cannot be read');
    return parts;
  }
  if (kind === 'application/x-www-form-urlencoded') {
    const text = new TextDecoder().decode(await bytesOf(call, formLimit));
    const encoder = new TextEncoder();
    return [...new URLSearchParams(text)].map(([name, value]) => ({
      ...{ name, filename: undefined, attributes: [] },
      content: encoder.encode(value),
    }));
  }
  throw new RestError(
    415,
    'Unsupported Content-Type; use multipart/form-data or application/x-www-form-urlencoded',
  );
}

/** A file may have the name of a field: it has a name of its own then, or a slash before it. */
const fieldOf = ({ name, filename }: FormPart): FieldName | undefined =>
  filename === undefined ? fieldNames.find((field) => field === name) : undefined;

function addFile(files: Map<string, NewFile>, { name, attributes, content }: FormPart): void {
  const path = readPath(name);
  const clash = [...files.keys()].find(
    (other) => other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`),
  );
  if (clash !== undefined) throw badFields({ files: [`${path} and ${clash} cannot both be files`] });
  const mode = attributes.includes('executable') ? '100755' : '100644';
  files.set(path, { mode: attributes.includes('link') ? '120000' : mode, content });
}

function readPath(name: string): string {
  const path = name.endsWith('/') ? undefined : repositoryPath(name);
  if (path !== undefined && path !== '') return path;
  throw badFields({ files: [`${JSON.stringify(name)} is not a path of a file`] });
}

function readAuthor(author: string | undefined): CommitForm['author'] {
  if (author === undefined) return undefined;
  const [, name, email] = /^([^<>\n]+)<([^<>\s]+)>\s*$/.exec(author) ?? [];
  if (name === undefined || email === undefined || name.trim() === '')
    throw badFields({ author: ['The author must be given as: Name <email>'] });
  return { name: name.trim(), email };
}

function readBranch(branch: string | undefined): string | undefined {
  if (branch === undefined || isRefName(branch)) return branch;
  const data = { key: 'BRANCH_NAME_INVALID', message: 'Branch name is not valid' };
  throw new RestError(400, `Branch name ${JSON.stringify(branch)} is not valid.`, { data });
}

function readParent(parents: string | undefined): string | undefined {
  if (parents === undefined || isHash(parents)) return parents;
  throw badFields({ parents: ['Only a single SHA1 is accepted.'] });
}
