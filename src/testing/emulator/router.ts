/** Finds the handler of a REST call by method and path. */
import { RestError } from './cloud/errors.ts';

/** A method and a path with placeholders, and who answers. */
export interface RouteOf<Handler> {
  readonly method: string;
  readonly pattern: string;
  readonly handler: Handler;
}

export interface Match<Handler> {
  readonly handler: Handler;
  readonly params: Readonly<Record<string, string>>;
}

export type Router<Handler> = (method: string, path: string) => Match<Handler>;

interface Compiled<Handler> {
  readonly route: RouteOf<Handler>;
  readonly segments: readonly string[];
}

/** @throws (the router) RestError 404 for a path that nobody serves, 405 for a method that its path does not have */
export function createRouter<Handler>(routes: readonly RouteOf<Handler>[]): Router<Handler> {
  const compiled = routes.map(
    (route): Compiled<Handler> => ({ route, segments: route.pattern.split('/').slice(1) }),
  );
  return (method, path) => {
    const wanted = method === 'HEAD' ? 'GET' : method;
    const segments = path.split('/').slice(1);
    const fitting = compiled.flatMap(({ route, segments: pattern }) => {
      const params = match(pattern, segments);
      return params === undefined ? [] : [{ route, params }];
    });
    const found = fitting.find(({ route }) => route.method === wanted);
    if (found !== undefined) return { handler: found.route.handler, params: decode(found.params) };
    if (fitting.length === 0) throw new RestError(404, 'Resource not found');
    const allow = [...new Set(fitting.map(({ route }) => route.method))].join(', ');
    throw new RestError(405, `Method ${method} not allowed`, { headers: { allow } });
  };
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index];
    if (part.endsWith('...}')) {
      const rest = segments.slice(index).join('/');
      // A path that only ends with a slash is the list itself.
      if (segment === undefined || rest === '') return undefined;
      params[part.slice(1, -4)] = rest;
      return params;
    }
    if (segment === undefined || segment === '') return undefined;
    if (part.startsWith('{')) params[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  const rest = segments.slice(pattern.length);
  return rest.length === 0 || (rest.length === 1 && rest[0] === '') ? params : undefined;
}

function decode(params: Readonly<Record<string, string>>): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch (error) {
    if (error instanceof URIError) throw new RestError(400, 'The path is not valid UTF-8');
    throw error;
  }
}
