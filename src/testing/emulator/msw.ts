/** Puts an emulator behind Mock Service Worker, in the place of Bitbucket's own hosts. */
import { bitbucketOrigins } from './origins.ts';

/** The part of msw's `http` that is used; passed in, so that this library loads without msw. */
export interface MswHttp<Handler> {
  all(path: string, resolver: (info: { request: Request }) => Promise<Response>): Handler;
}

export function toMswHandlers<Handler>(
  fetch: (request: Request) => Promise<Response>,
  http: MswHttp<Handler>,
): Handler[] {
  return Object.values(bitbucketOrigins).map((origin) =>
    http.all(`${origin}/*`, ({ request }) => fetch(request)),
  );
}
