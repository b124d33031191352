/** Tells which requests a fault is meant for: by method, by path and by product. */
import { ConfigError } from '../../errors/config-error.ts';

export interface FaultMatch {
  /** Default: any. */
  readonly method?: string | undefined;
  /**
   * A path as REST routes are written, with or without `/2.0`: `{name}` stands for one segment, and `*` at the end for
   * all that follows. Or a pattern for path and query as they were sent. Default: any.
   */
  readonly path?: string | RegExp | undefined;
  /** `server`: what stands below `/rest/` or `/plugins/`; `cloud`: all else. Default: both. */
  readonly product?: 'cloud' | 'server' | undefined;
}

/** @throws ConfigError `invalid_option` */
export function createFaultMatcher({ method, path, product }: FaultMatch): (request: Request) => boolean {
  if (product !== undefined && product !== 'cloud' && product !== 'server') {
    throw new ConfigError('faults.match.product', 'it is no product', "Pass 'cloud' or 'server'");
  }
  const fitsPath = pathMatcher(path);
  return (request) => {
    const url = new URL(request.url);
    if (method !== undefined && method.toUpperCase() !== request.method) return false;
    if (product !== undefined && product !== productOf(url)) return false;
    return fitsPath(url);
  };
}

/** Bitbucket Server may stand below a context path, so its prefix is looked for anywhere. */
const productOf = ({ pathname }: URL): 'cloud' | 'server' =>
  !pathname.startsWith('/2.0/') && /\/(?:rest|plugins)\//.test(pathname) ? 'server' : 'cloud';

function pathMatcher(path: string | RegExp | undefined): (url: URL) => boolean {
  if (path === undefined) return () => true;
  if (path instanceof RegExp) {
    // Without its memory: a pattern with the flag g or y would go on where the last request ended.
    const pattern = new RegExp(path.source, path.flags.replace(/[gy]/g, ''));
    return ({ pathname, search }) => pattern.test(pathname + search);
  }
  if (!path.startsWith('/')) {
    throw new ConfigError('faults.match.path', 'it does not begin with a slash', "Pass '/…' or a RegExp");
  }
  const wanted = segmentsOf(path);
  return ({ pathname }) => fits(wanted, segmentsOf(pathname)) || fits(wanted, segmentsOf(pathname).slice(1));
}

const segmentsOf = (path: string): string[] => path.split('/').slice(1);

function fits(wanted: readonly string[], segments: readonly string[]): boolean {
  const open = wanted.at(-1) === '*';
  const fixed = open ? wanted.slice(0, -1) : wanted;
  if (open ? segments.length < fixed.length : segments.length !== fixed.length) return false;
  return fixed.every((part, index) => {
    const segment = segments[index] ?? '';
    return /^\{.+\}$/.test(part) ? segment !== '' : part === segment;
  });
}
