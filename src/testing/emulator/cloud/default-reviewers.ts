/** Who is asked to review in a repository unless somebody else is: clients read it before they open a pull request. */
import type { EmulatorContext } from '../context.ts';
import { perRepository } from '../per-repository.ts';
import { findUser, type Repository, roleOf, type User } from '../world.ts';
import { repositoryOf } from './access.ts';
import { type Call, json, type Route } from './call.ts';
import { notFound, RestError } from './errors.ts';
import { pageOf } from './paging.ts';
import { userShape } from './shapes.ts';

/** The default reviewers of the repository that a call names, and the user whom its path names, if any. */
type Look = (call: Call) => {
  readonly repository: Repository;
  readonly chosen: Set<User>;
  readonly id: string;
  readonly user: User | undefined;
};

/** As on Bitbucket, a pull request that is opened by the API has the reviewers that its body names and no others. */
export function defaultReviewerRoutes({ world }: EmulatorContext): Route[] {
  const reviewers = perRepository<Set<User>>(() => new Set());
  const look: Look = (call) => {
    const repository = repositoryOf(world, call);
    const id = call.params['target_username'] ?? '';
    return { repository, chosen: reviewers(repository), user: findUser(world, id), id };
  };
  const right = 'pullrequest:read';
  const below = '/repositories/{workspace}/{repo_slug}';
  return [
    {
      method: 'GET',
      pattern: `${below}/default-reviewers`,
      right,
      handler: (call) => pageOf(call, [...look(call).chosen], (user) => userShape(user, call.origins)),
    },
    {
      method: 'GET',
      pattern: `${below}/effective-default-reviewers`,
      right,
      // The projects of the emulator have none to inherit.
      handler: (call) =>
        pageOf(call, [...look(call).chosen], (user) => ({
          type: 'default_reviewer',
          reviewer_type: 'repository',
          user: userShape(user, call.origins),
        })),
    },
    ...oneReviewerRoutes(`${below}/default-reviewers/{target_username}`, look),
  ];
}

function oneReviewerRoutes(pattern: string, look: Look): Route[] {
  const get = (call: Call): Response => {
    const { chosen, user, id } = look(call);
    if (user === undefined || !chosen.has(user)) throw notFound(`${id} is not a default reviewer`);
    return json(call, userShape(user, call.origins));
  };
  const put = (call: Call): Response => {
    const { repository, chosen, user, id } = look(call);
    if (user === undefined) throw notFound(`User ${id} not found`);
    if (roleOf(user, repository.workspace) === undefined)
      throw new RestError(400, `${user.displayName} does not have access to the repository`);
    chosen.add(user);
    return json(call, userShape(user, call.origins));
  };
  const remove = (call: Call): Response => {
    const { chosen, user, id } = look(call);
    if (user === undefined || !chosen.delete(user)) throw notFound(`${id} is not a default reviewer`);
    return new Response(null, { status: 204 });
  };
  return [
    { method: 'GET', pattern, right: 'pullrequest:read', handler: get },
    { method: 'PUT', pattern, right: 'repository:admin', handler: put },
    { method: 'DELETE', pattern, right: 'repository:admin', handler: remove },
  ];
}
