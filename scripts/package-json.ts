/** What package.json says to the outside: the doors, and the packages that the library may load. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface Door {
  /** As it is imported: `bitbucket-sdk/cloud`. */
  readonly specifier: string;
  /** Paths from the root of the package. */
  readonly types: string;
  readonly code: string;
}

export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export function readPackageJson(): PackageJson {
  return JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as PackageJson;
}

/** Every entry of `exports` that is code. */
export function doorsOf({ name, exports }: PackageJson): Door[] {
  return Object.entries(exports).flatMap(([path, target]) =>
    typeof target === 'string'
      ? []
      : [{ specifier: name + path.slice(1), types: target.types, code: target.default }],
  );
}
