/** The body that makes or changes an issue, checked. */
import { isRecord } from '../../../../shared/types.ts';
import { normalUuid } from '../../identifiers.ts';
import type { User, World } from '../../world.ts';
import { badFields } from '../errors.ts';
import { type IssueFields, kinds, priorities, states } from './issue.ts';

type Body = Readonly<Record<string, unknown>>;

/**
 * The fields; what the body leaves out stays as it was.
 *
 * @throws RestError 400 that tells of every wrong field at once
 */
export function readIssueFields(body: Body, before: IssueFields, world: World): IssueFields {
  const problems: Record<string, readonly string[]> = {};
  const choice = <T extends string>(field: string, known: readonly T[], was: T): T => {
    const value = body[field] ?? was;
    const found = known.find((one) => one === value);
    if (found === undefined) problems[field] = [`${JSON.stringify(value)} is not a valid choice.`];
    return found ?? was;
  };
  const title = body['title'] ?? before.title;
  if (typeof title !== 'string' || title.trim() === '') problems['title'] = ['required key not provided'];
  else if (title.length > 255) problems['title'] = ['length must be no more than 255'];
  const raw = readContent(body['content'], before.raw);
  if (raw === undefined) problems['content'] = ['not a text'];
  const assignee = readAssignee(body['assignee'], before.assignee, world);
  if (assignee === 'unknown') problems['assignee'] = ['There is no such user'];
  const fields = {
    kind: choice('kind', kinds, before.kind),
    priority: choice('priority', priorities, before.priority),
    state: choice('state', states, before.state),
  };
  if (Object.keys(problems).length > 0) throw badFields(problems);
  return {
    ...fields,
    title: String(title),
    raw: raw ?? '',
    assignee: assignee === 'unknown' ? undefined : assignee,
  };
}

/** The text itself is taken too, as older clients send it. */
function readContent(content: unknown, before: string): string | undefined {
  if (content === undefined || content === null) return before;
  const raw = isRecord(content) ? content['raw'] : content;
  return typeof raw === 'string' ? raw : undefined;
}

function readAssignee(
  given: unknown,
  before: User | undefined,
  { users }: World,
): User | undefined | 'unknown' {
  if (given === undefined) return before;
  if (given === null) return undefined;
  const { uuid, account_id: accountId, username } = isRecord(given) ? given : {};
  const found = users.find(
    (user) =>
      (typeof uuid === 'string' && user.uuid === normalUuid(uuid)) ||
      user.accountId === accountId ||
      user.username === username,
  );
  return found ?? 'unknown';
}
