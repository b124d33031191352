/** Finds who answers a REST call: Bitbucket's own resources, or those of one of its plugins. */
import { RestError } from '../cloud/errors.ts';
import { createRouter, type Match } from '../router.ts';
import type { ServerHandler, ServerRoute } from './call.ts';
import { ServerError } from './errors.ts';

export type RestRouter = (request: Request, path: string) => Match<ServerHandler>;

/**
 * @param areas the routes by what stands before the version in their paths: `api`, `insights`
 * @throws (the router) ServerError 404 for a path that nobody serves, 405 for a method that its path does not have
 */
export function createRestRouter(areas: Readonly<Record<string, readonly ServerRoute[]>>): RestRouter {
  const routers = new Map(Object.entries(areas).map(([name, routes]) => [name, createRouter(routes)]));
  return ({ method }, path) => {
    const [, area = '', below = ''] = /^\/([\w-]+)\/(?:latest|1\.0)(\/.*)$/.exec(path) ?? [];
    const router = routers.get(area);
    if (router === undefined) throw new ServerError(404, 'null for uri', null);
    try {
      return router(method, below);
    } catch (error) {
      // The router is shared with Cloud, and refuses in its words.
      if (!(error instanceof RestError)) throw error;
      throw new ServerError(error.status, error.message, null, { headers: error.details.headers });
    }
  };
}
