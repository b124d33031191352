/** Puts an emulator behind Mock Service Worker, in the place of Bitbucket's own hosts. */
import { createRequire } from 'node:module';
import { ConfigError } from '../../errors/config-error.ts';
import { isRecord } from '../../shared/types.ts';
import { bitbucketOrigins } from './origins.ts';

/** The part of msw's `http` that is used. */
export interface MswHttp<Handler> {
  all(path: string, resolver: (info: { request: Request }) => Promise<Response>): Handler;
}

/** @param more addresses beside those of Bitbucket Cloud: that of a Server */
export function toMswHandlers<Handler>(
  fetch: (request: Request) => Promise<Response>,
  http: MswHttp<Handler> = loadMswHttp(),
  more: readonly string[] = [],
): Handler[] {
  return [...Object.values(bitbucketOrigins), ...more].map((origin) =>
    http.all(`${origin}/*`, ({ request }) => fetch(request)),
  );
}

/**
 * msw's `http`, of the copy that stands beside this library. Loaded when it is asked for and not by an import, as msw
 * is an optional peer; by `require`, since a list of handlers is needed at once.
 *
 * @throws ConfigError `invalid_option` when msw cannot be loaded
 */
export function loadMswHttp<Handler>(
  load: (name: string) => unknown = createRequire(import.meta.url),
): MswHttp<Handler> {
  const fix = 'Run: npm install --save-dev msw@^3, or pass http from msw';
  let msw: unknown;
  try {
    msw = load('msw');
  } catch (cause) {
    throw new ConfigError('toMswHandlers', 'it needs the package msw, which cannot be loaded', fix, {
      cause,
    });
  }
  const http = isRecord(msw) ? msw['http'] : undefined;
  if (!isMswHttp<Handler>(http)) throw new ConfigError('toMswHandlers', 'this msw has no http.all', fix);
  return http;
}

const isMswHttp = <Handler>(http: unknown): http is MswHttp<Handler> =>
  isRecord(http) && typeof http['all'] === 'function';
