/** Stands for the users and sessions that your service has: one organization, and a cookie that anybody can make. */
import { randomUUID } from 'node:crypto';
import type { Authorize } from 'bitbucket-sdk/integration';

export const organizationId = 'demo';

/** Your word on who may set up and search. Here: everybody who has a cookie, and in the one organization. */
export const authorize: Authorize = (request, question) => {
  const session = sessionOf(request.headers.get('cookie') ?? undefined);
  const isOurs = [undefined, organizationId].includes(question.organizationId);
  return session !== undefined && isOurs ? { session, organizationId } : false;
};

/** The browser's session. */
export const sessionOf = (cookies: string | undefined): string | undefined =>
  /(?:^|;\s*)session=([\w-]+)/.exec(cookies ?? '')?.[1];

/** Signs somebody in: the cookie of the session that they have, or of a fresh one. */
export const sessionCookie = (cookies: string | undefined): string =>
  `session=${sessionOf(cookies) ?? randomUUID()}; Path=/; HttpOnly; SameSite=Lax`;
