/** The body that makes or changes a comment, checked. */
import { isRecord } from '../../../../shared/types.ts';
import { repositoryPath } from '../../git/revision.ts';
import { badFields } from '../errors.ts';
import type { Comment, Inline } from './comment.ts';

/** @throws RestError 400 when there is no text */
export function readContent(body: Readonly<Record<string, unknown>>): string {
  const { content } = body;
  const raw = isRecord(content) ? content['raw'] : undefined;
  if (typeof raw !== 'string' || raw.trim() === '') throw badFields({ content: ['This field is required.'] });
  return raw;
}

type Reply = Pick<Comment, 'parent' | 'inline'>;

/**
 * What a new comment answers to, and which lines it is about: a reply is about those of the comment before.
 *
 * @throws RestError 400 for a parent that is not there and for lines that no file has
 */
export function readPlace(body: Readonly<Record<string, unknown>>, comments: readonly Comment[]): Reply {
  const { parent, inline } = body;
  if (parent !== undefined && parent !== null) {
    const id = isRecord(parent) ? parent['id'] : undefined;
    const before = comments.find((comment) => comment.id === id && !comment.deleted);
    if (before === undefined) throw badFields({ parent: ['There is no such comment'] });
    return { parent: before.id, inline: before.inline };
  }
  return {
    parent: undefined,
    inline: inline === undefined || inline === null ? undefined : readInline(inline),
  };
}

function readInline(inline: unknown): Inline {
  const fields = isRecord(inline) ? inline : {};
  const { path } = fields;
  if (typeof path !== 'string' || !repositoryPath(path)) throw badFields({ inline: ['path: no such file'] });
  const line = (name: string): number | null => {
    const value = fields[name] ?? null;
    if (value === null) return null;
    if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
    throw badFields({ inline: [`${name}: not a line number`] });
  };
  const lines = {
    from: line('from'),
    to: line('to'),
    start_from: line('start_from'),
    start_to: line('start_to'),
  };
  return { path, ...lines };
}
