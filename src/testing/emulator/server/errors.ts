/** Refusals in the shape of Bitbucket Server: `{ errors: [{ context, message, exceptionName }] }`. */

const root = 'com.atlassian.bitbucket';

interface Details {
  /** The field that is wrong. */
  readonly context?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What errors of this kind tell beside their message. */
  readonly more?: Readonly<Record<string, unknown>> | undefined;
}

/** Thrown by handlers, answered by the dispatcher; never leaves the emulator. */
export class ServerError extends Error {
  readonly status: number;
  readonly exceptionName: string | null;
  readonly details: Details;

  constructor(status: number, message: string, exceptionName: string | null, details: Details = {}) {
    super(message);
    this.status = status;
    this.exceptionName = exceptionName;
    this.details = details;
  }
}

/** @throws what is no refusal */
export function errorResponse(refusal: unknown): Response {
  if (!(refusal instanceof ServerError)) throw refusal;
  const { status, message, exceptionName, details } = refusal;
  const error = { context: details.context ?? null, message, exceptionName, ...details.more };
  return Response.json({ errors: [error] }, { status, headers: { ...details.headers } });
}

const missing = (kind: string, message: string): ServerError =>
  new ServerError(404, message, `${root}.${kind}`);

export const noSuchProject = (key: string): ServerError =>
  missing('project.NoSuchProjectException', `Project ${key} does not exist.`);

export const noSuchRepository = (projectKey: string, slug: string): ServerError =>
  missing('repository.NoSuchRepositoryException', `Repository ${projectKey}/${slug} does not exist.`);

export const noSuchCommit = (revision: string, slug: string): ServerError =>
  missing('commit.NoSuchCommitException', `Commit '${revision}' does not exist in repository '${slug}'.`);

export const noSuchPath = (path: string, revision: string): ServerError =>
  missing('content.NoSuchPathException', `The path "${path}" does not exist at revision "${revision}"`);

export const noSuchTag = (name: string): ServerError =>
  missing('repository.NoSuchTagException', `Tag "${name}" does not exist`);

export const noDefaultBranch = (branch: string): ServerError =>
  missing(
    'repository.NoDefaultBranchException',
    `"${branch}" is set as the default branch, but this branch does not exist`,
  );

export const noSuchUser = (slug: string): ServerError =>
  missing('user.NoSuchUserException', `User ${slug} does not exist.`);

export const noSuchWebhook = (id: string): ServerError =>
  new ServerError(
    404,
    `Webhook with ID '${id}' does not exist`,
    'com.atlassian.webhooks.NoSuchWebhookException',
  );

/** Server says 401 also to those whom it knows. */
export const notPermitted = (): ServerError =>
  new ServerError(401, 'You are not permitted to access this resource', `${root}.AuthorisationException`);

export const wrongCredentials = (headers?: Readonly<Record<string, string>>): ServerError =>
  new ServerError(
    401,
    'Authentication failed. Please check your credentials and try again.',
    `${root}.auth.IncorrectPasswordAuthenticationException`,
    { headers },
  );

export const badArgument = (message: string): ServerError =>
  new ServerError(400, message, `${root}.validation.ArgumentValidationException`);

export const badField = (context: string, message: string): ServerError =>
  new ServerError(400, message, null, { context });
