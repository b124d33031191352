/** A comment on a pull request: what is known of it, and its JSON. */
import { isAtLeast, type ServerPrincipal } from '../principal.ts';
import type { Json, ShapeScope, TimeShape } from '../shapes.ts';
import type { ServerRepository } from '../world.ts';
import type { Person } from './person.ts';

export interface Comment {
  readonly id: number;
  readonly author: Person;
  readonly createdDate: number;
  readonly parent: Comment | undefined;
  /** Where in the diff it stands; as it was sent, and completed. */
  readonly anchor: Json | undefined;
  /** Answers, oldest first. */
  readonly replies: Comment[];
  version: number;
  text: string;
  severity: 'NORMAL' | 'BLOCKER';
  state: 'OPEN' | 'RESOLVED';
  resolution: { readonly person: Person; readonly on: number } | undefined;
  updatedDate: number;
}

/** May the caller change its text, or take it away? */
export const isOwn = ({ author }: Comment, { key }: Pick<Person, 'key'>): boolean => author.key === key;

interface Scene {
  /** Where the pull request goes. */
  readonly found: ServerRepository;
  readonly scope: ShapeScope;
  readonly time: TimeShape;
  /** Who asks; nobody in payloads, which say nothing of what may be done. */
  readonly viewer?: { readonly key: string; readonly principal: ServerPrincipal } | undefined;
}

/** With its answers, and theirs. */
export function commentShape(comment: Comment, scene: Scene): Json {
  const { id, version, text, severity, state, resolution, anchor } = comment;
  const { scope, time, found, viewer } = scene;
  return {
    properties: { repositoryId: found.id },
    ...{ id, version, text },
    author: comment.author.shape(scope),
    createdDate: time(comment.createdDate),
    updatedDate: time(comment.updatedDate),
    comments: comment.replies.map((reply) => commentShape(reply, scene)),
    ...(anchor === undefined ? {} : { anchor }),
    threadResolved: false,
    ...{ severity, state },
    ...(resolution === undefined
      ? {}
      : { resolvedDate: time(resolution.on), resolver: resolution.person.shape(scope) }),
    ...(viewer === undefined ? {} : { permittedOperations: operations(comment, found, viewer) }),
  };
}

function operations(
  comment: Comment,
  found: ServerRepository,
  { key, principal }: NonNullable<Scene['viewer']>,
): Json {
  const own = isOwn(comment, { key });
  const admin = isAtLeast(principal.roleIn(found), 'admin');
  return { editable: own, transitionable: true, deletable: (own || admin) && comment.replies.length === 0 };
}
