/** Finds the endpoint for a request's path, below the path that the app is mounted under. */

export type PathParams = Readonly<Record<string, string>>;

/** A path with `:name` segments, and what answers it. */
export interface PathRoute<Endpoint> {
  readonly path: string;
  readonly endpoint: Endpoint;
}

export interface RouteMatch<Endpoint> {
  readonly endpoint: Endpoint;
  readonly params: PathParams;
}

/** The first route that fits the path; `undefined` where none does, or the path lies outside the mount. */
export function matchRoute<Endpoint>(
  routes: readonly PathRoute<Endpoint>[],
  pathname: string,
  basePath: string,
): RouteMatch<Endpoint> | undefined {
  if (!pathname.startsWith(`${basePath}/`)) return undefined;
  const segments = pathname.slice(basePath.length).split('/');
  for (const { path, endpoint } of routes) {
    const params = matchSegments(path.split('/'), segments);
    if (params !== undefined) return { endpoint, params };
  }
  return undefined;
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): PathParams | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at] ?? '';
    if (!part.startsWith(':')) {
      if (part !== segment) return undefined;
      continue;
    }
    const value = decodeSegment(segment);
    if (value === undefined || value === '') return undefined;
    params[part.slice(1)] = value;
  }
  return params;
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
