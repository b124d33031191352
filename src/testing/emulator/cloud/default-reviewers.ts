/** Who is asked to review in a repository unless somebody else is: clients read it before they open a pull request. */
import type { EmulatorContext } from '../context.ts';
import { perRepository } from '../per-repository.ts';
import { findUser, roleOf, type User } from '../world.ts';
import { repositoryOf } from './access.ts';
import { type Call, json, type Route } from './call.ts';
import { notFound, RestError } from './errors.ts';
import { pageOf } from './paging.ts';
import type { Right } from './scopes.ts';
import { userShape } from './shapes.ts';

/** As on Bitbucket, a pull request that is opened by the API has the reviewers that its body names and no others. */
export function defaultReviewerRoutes({ world }: EmulatorContext): Route[] {
  const reviewers = perRepository<Set<User>>(() => new Set());
  const below = '/repositories/{workspace}/{repo_slug}';
  const one = `${below}/default-reviewers/{target_username}`;
  const read: Right = 'pullrequest:read';
  const write: Right = 'repository:admin';
  const look = (call: Call) => {
    const repository = repositoryOf(world, call);
    const id = call.params['target_username'] ?? '';
    return { repository, chosen: reviewers(repository), user: findUser(world, id), id };
  };
  return [
    {
      method: 'GET',
      pattern: `${below}/default-reviewers`,
      right: read,
      handler: (call) => pageOf(call, [...look(call).chosen], (user) => userShape(user, call.origins)),
    },
    {
      method: 'GET',
      pattern: `${below}/effective-default-reviewers`,
      right: read,
      // The projects of the emulator have none to inherit.
      handler: (call) =>
        pageOf(call, [...look(call).chosen], (user) => ({
          type: 'default_reviewer',
          reviewer_type: 'repository',
          user: userShape(user, call.origins),
        })),
    },
    {
      method: 'GET',
      pattern: one,
      right: read,
      handler: (call) => {
        const { chosen, user, id } = look(call);
        if (user === undefined || !chosen.has(user)) throw notFound(`${id} is not a default reviewer`);
        return json(call, userShape(user, call.origins));
      },
    },
    {
      method: 'PUT',
      pattern: one,
      right: write,
      handler: (call) => {
        const { repository, chosen, user, id } = look(call);
        if (user === undefined) throw notFound(`User ${id} not found`);
        if (roleOf(user, repository.workspace) === undefined)
          throw new RestError(400, `${user.displayName} does not have access to the repository`);
        chosen.add(user);
        return json(call, userShape(user, call.origins));
      },
    },
    {
      method: 'DELETE',
      pattern: one,
      right: write,
      handler: (call) => {
        const { chosen, user, id } = look(call);
        if (user === undefined || !chosen.delete(user)) throw notFound(`${id} is not a default reviewer`);
        return new Response(null, { status: 204 });
      },
    },
  ];
}
