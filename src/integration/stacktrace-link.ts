/** From a line of a stack trace to the file in the repository, seen at the commit that ran. */
import type { LinkedRepository } from './repositories.ts';

/** Where the code of a repository lies on the machine that it runs on. */
export interface CodeMapping {
  /** What paths in stack traces begin with: `/usr/src/app/`, `app://`, `''`. */
  readonly stackRoot: string;
  /** What they begin with in the repository instead: `src/`, `''`. */
  readonly sourceRoot: string;
  readonly repository: Pick<LinkedRepository, 'externalId' | 'name'> & Partial<LinkedRepository>;
  /** Tried after the ref. Default: the repository's main branch. */
  readonly defaultBranch?: string | undefined;
}

export interface StacktraceLinkInput {
  /** As the stack trace has it; `\` counts as `/`. */
  readonly path: string;
  /** The commit or branch that ran. Without it, or where the file is not in it, the default branch is looked in. */
  readonly ref?: string | undefined;
  readonly line?: number | undefined;
  /** The mapping with the longest fitting stack root is tried first. */
  readonly codeMappings: readonly CodeMapping[];
  readonly signal?: AbortSignal | undefined;
}

/** A link, or why there is none. */
export type StacktraceLink =
  | {
      readonly sourceUrl: string;
      readonly repository: string;
      readonly ref: string;
      readonly path: string;
      readonly codeMapping: CodeMapping;
    }
  | {
      readonly sourceUrl: undefined;
      /**
       * `stack_root_mismatch`: no mapping fits, or the path leads out of it. `file_not_found`: it fits, and there is no
       * such file. `access_lost`: Bitbucket does not let the integration look.
       */
      readonly error: 'stack_root_mismatch' | 'file_not_found' | 'access_lost';
      /** The address that was tried first, where there was one. */
      readonly attemptedUrl: string | undefined;
    };

/** A mapping that fits, and the path that it makes. */
interface MappedPath {
  readonly codeMapping: CodeMapping;
  readonly path: string;
}

/** The mappings that fit a path, longest stack root first. */
function mapPath(path: string, codeMappings: readonly CodeMapping[]): MappedPath[] {
  return codeMappings
    .toSorted((a, b) => b.stackRoot.length - a.stackRoot.length)
    .flatMap((codeMapping) => {
      const mapped = toSourcePath(path, codeMapping);
      return mapped === undefined ? [] : [{ codeMapping, path: mapped }];
    });
}

/**
 * The path in the repository; `undefined` where the stack root is not what the path begins with, or the rest is
 * absolute, climbs (`..`), is empty, or could not be a file's name.
 */
export function toSourcePath(
  path: string,
  { stackRoot, sourceRoot }: Pick<CodeMapping, 'stackRoot' | 'sourceRoot'>,
): string | undefined {
  const text = path.replaceAll('\\', '/');
  const root = stackRoot.replaceAll('\\', '/');
  if (!text.startsWith(root)) return undefined;
  let rest = text.slice(root.length);
  if (root !== '' && !root.endsWith('/')) {
    // A root is a whole folder: `/app` is not the beginning of `/application/a.ts`.
    if (!rest.startsWith('/')) return undefined;
    rest = rest.slice(1);
  }
  if (rest === '' || rest.endsWith('/') || /^\/|^[a-z][a-z\d+.-]*:/i.test(rest)) return undefined;
  const segments = [...sourceRoot.replaceAll('\\', '/').split('/'), ...rest.split('/')];
  const names = segments.filter((segment) => segment !== '' && segment !== '.');
  const source = names.join('/');
  return names.includes('..') || /\p{Cc}/u.test(source) || !source.isWellFormed() ? undefined : source;
}

/** What the link needs to know of Bitbucket. */
export interface SourceLookup {
  fileExists(repository: CodeMapping['repository'], path: string, ref: string): Promise<boolean>;
  defaultBranch(repository: CodeMapping['repository']): Promise<string | undefined>;
  sourceUrl(repository: CodeMapping['repository'], path: string, ref: string): string;
  /** Is the error Bitbucket's word that the integration may not look? */
  isRefusal(error: unknown): boolean;
}

/** Looks for the file in each mapping that fits: at the ref, then in the default branch. */
export async function findStacktraceLink(
  { path, ref, codeMappings }: StacktraceLinkInput,
  lookup: SourceLookup,
): Promise<StacktraceLink> {
  let error: 'stack_root_mismatch' | 'file_not_found' | 'access_lost' = 'stack_root_mismatch';
  let attemptedUrl: string | undefined;
  for (const { codeMapping, path: source } of mapPath(path, codeMappings)) {
    const { repository } = codeMapping;
    try {
      for await (const at of refsToTry(ref, codeMapping, lookup)) {
        const sourceUrl = lookup.sourceUrl(repository, source, at);
        attemptedUrl ??= sourceUrl;
        const place = { repository: repository.name, ref: at, path: source, codeMapping };
        if (await lookup.fileExists(repository, source, at)) return { sourceUrl, ...place };
      }
      error = 'file_not_found';
    } catch (cause) {
      if (!lookup.isRefusal(cause)) throw cause;
      if (error !== 'file_not_found') error = 'access_lost';
    }
  }
  return { sourceUrl: undefined, error, attemptedUrl };
}

/** The default branch is asked for only when the ref did not have the file. */
async function* refsToTry(
  ref: string | undefined,
  { repository, defaultBranch }: CodeMapping,
  lookup: SourceLookup,
): AsyncGenerator<string> {
  if (ref !== undefined && ref !== '') yield ref;
  const branch = defaultBranch ?? (await lookup.defaultBranch(repository));
  if (branch !== undefined && branch !== '' && branch !== ref) yield branch;
}
