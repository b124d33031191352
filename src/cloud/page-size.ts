/** How long a page of a list may be: Bitbucket Cloud refuses a `pagelen` that is too large ("Invalid pagelen"). */

/** Lists of pull requests and issues stop at half of what the others give, whatever the documentation says. */
const halfPages = /\/(pullrequests(\/\{selected_user\})?|pullrequests(\/\{\w+\})?\/activity|issues)$/;
/** Lists of changed files start at five times as much. */
const longPages = /\/(diffstat|file-conflicts)\/\{spec\}$|\/pullrequests\/\{\w+\}\/(diffstat|conflicts)$/;

/**
 * Most items that a page of the route may have.
 *
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/intro/#pagination
 */
function largestPageOf(route: string): number {
  if (halfPages.test(route)) return 50;
  return longPages.test(route) ? 500 : 100;
}

/** The query with its `pagelen` cut to what Bitbucket takes: walking pages gives the same items then. */
export function fitPage(route: string, query: object): object {
  const pagelen: unknown = Reflect.get(query, 'pagelen');
  const most = largestPageOf(route);
  return typeof pagelen === 'number' && pagelen > most ? { ...query, pagelen: most } : query;
}
