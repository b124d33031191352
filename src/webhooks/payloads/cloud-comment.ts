/** Comments on commits, pull requests and issues of Bitbucket Cloud. */
import { type CloudAccount, type CloudLinks, cloudAccount, cloudLinks } from './cloud-common.ts';
import { maybe, maybeFlag, maybeNumber, maybeText, number, object, text } from './part.ts';

/** Text as it was typed (`raw`) and as it is shown (`html`). */
export interface CloudContent {
  raw?: string | null | undefined;
  /** `markdown`, `creole`, `plaintext`. */
  markup?: string | null | undefined;
  html?: string | null | undefined;
  [field: string]: unknown;
}

/** The place of a comment in a diff: `to` is a line of the new file, `from` of the old one. Both null: the whole file. */
export interface CloudInline {
  path: string;
  from?: number | null | undefined;
  to?: number | null | undefined;
  [field: string]: unknown;
}

export interface CloudComment {
  id: number;
  content?: CloudContent | null | undefined;
  /** Missing before 2016; null when the account is gone. */
  user?: CloudAccount | null | undefined;
  inline?: CloudInline | null | undefined;
  /** What it answers. */
  parent?: { id: number; [field: string]: unknown } | null | undefined;
  /** A deleted comment that was answered stays, with empty content. */
  deleted?: boolean | null | undefined;
  /** Who resolved its thread, and when. */
  resolution?: CloudCommentResolution | null | undefined;
  /** ISO 8601. */
  created_on?: string | null | undefined;
  /** ISO 8601; null where it was never changed. */
  updated_on?: string | null | undefined;
  links?: CloudLinks | null | undefined;
  [field: string]: unknown;
}

export interface CloudCommentResolution {
  user?: CloudAccount | null | undefined;
  /** ISO 8601. */
  created_on?: string | null | undefined;
  [field: string]: unknown;
}

export const cloudContent = () =>
  object<CloudContent>({ raw: maybeText, markup: maybeText, html: maybeText });

const inline = () => object<CloudInline>({ path: text, from: maybeNumber, to: maybeNumber });

export const cloudComment = () =>
  object<CloudComment>({
    id: number,
    content: maybe(cloudContent()),
    user: maybe(cloudAccount()),
    inline: maybe(inline()),
    parent: maybe(object<NonNullable<CloudComment['parent']>>({ id: number })),
    deleted: maybeFlag,
    resolution: maybe(object<CloudCommentResolution>({ user: maybe(cloudAccount()), created_on: maybeText })),
    created_on: maybeText,
    updated_on: maybeText,
    links: maybe(cloudLinks()),
  });
