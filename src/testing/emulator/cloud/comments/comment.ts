/** A comment, on whatever it was made: what is known of it, and its JSON. */
import type { Origins } from '../../origins.ts';
import type { Account } from '../accounts.ts';
import { renderedShape } from '../rendered.ts';
import { type Json, link, microsDate } from '../shapes.ts';

/** The lines of a file that a comment is about. */
export interface Inline {
  readonly path: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly start_from: number | null;
  readonly start_to: number | null;
}

export interface Comment {
  readonly id: number;
  readonly account: Account;
  readonly createdOn: number;
  readonly parent: number | undefined;
  readonly inline: Inline | undefined;
  raw: string;
  updatedOn: number;
  deleted: boolean;
  resolution: { readonly account: Account; readonly on: number } | undefined;
}

/** Where comments hang. */
export interface CommentPlace {
  readonly type: 'pullrequest_comment' | 'commit_comment' | 'issue_comment';
  /** Of the list of comments. */
  readonly address: string;
  /** The web page on which they stand, without `#`. */
  readonly page: string;
  /** What the comment is on, by its name: `{ pullrequest: … }`. */
  readonly subject: Json;
  readonly origins: Origins;
}

/** What is left of a deleted comment has no text. */
export function commentShape(comment: Comment, place: CommentPlace): Json {
  const { id, account, inline, parent, deleted } = comment;
  const self = `${place.address}/${id}`;
  return {
    type: place.type,
    id,
    created_on: microsDate(comment.createdOn),
    updated_on: microsDate(comment.updatedOn),
    content: renderedShape(deleted ? '' : comment.raw),
    user: account.shape(place.origins),
    deleted,
    ...(place.type === 'pullrequest_comment' ? { pending: false } : {}),
    ...(inline === undefined ? {} : { inline }),
    ...(parent === undefined ? {} : { parent: parentShape(parent, place) }),
    ...(comment.resolution === undefined ? {} : { resolution: resolutionShape(comment, place) }),
    ...place.subject,
    links: { self: link(self), html: link(`${place.page}#comment-${id}`) },
  };
}

const parentShape = (id: number, { type, address, page }: CommentPlace): Json => ({
  type,
  id,
  links: { self: link(`${address}/${id}`), html: link(`${page}#comment-${id}`) },
});

/** Who settled the thread that begins with this comment. */
export const resolutionShape = (
  { resolution }: Pick<Comment, 'resolution'>,
  { origins }: Pick<CommentPlace, 'origins'>,
): Json | null =>
  resolution === undefined
    ? null
    : {
        type: 'comment_resolution',
        user: resolution.account.shape(origins),
        created_on: microsDate(resolution.on),
      };
