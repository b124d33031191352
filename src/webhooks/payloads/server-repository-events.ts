/** The events of repositories, commits, mirrors and projects of Bitbucket Data Center. */
import { judged, maybeJudged, open } from './open-object.ts';
import { flag, list, maybe, maybeNumber, maybeText, moment, number, object, text } from './part.ts';
import { type ServerComment, serverComment } from './server-comment.ts';
import {
  type ServerCommit,
  type ServerPayload,
  type ServerProject,
  type ServerRefChange,
  type ServerRepository,
  serverCommit,
  serverProject,
  serverRefChange,
  serverRepository,
  serverUser,
} from './server-common.ts';

/**
 * `repo:refs_changed`: a push.
 *
 * @see https://confluence.atlassian.com/bitbucketserver/event-payload-938025882.html#Eventpayload-Push
 */
export interface ServerRefsChangedPayload extends ServerPayload {
  repository: ServerRepository;
  changes: ServerRefChange[];
  /** The newest, five unless the server is told otherwise. Since 9. */
  commits?: ServerCommit[] | null | undefined;
  /** The commit that the first change leads to. Since 9; missing on a deletion. */
  toCommit?: ServerCommit | null | undefined;
}

/** `repo:modified`: renamed or moved. */
export interface ServerRepositoryModifiedPayload extends ServerPayload {
  old: ServerRepository;
  new: ServerRepository;
}

/** `repo:forked`. */
export interface ServerForkedPayload extends ServerPayload {
  /** The new one; its `origin` is what it was forked from. */
  repository: ServerRepository;
}

/** `repo:comment:added`, `repo:comment:deleted`. */
export interface ServerCommitCommentPayload extends ServerPayload {
  repository: ServerRepository;
  comment: ServerComment;
  /** 40 hex digits. */
  commit: string;
  /** The id of the comment that it answers. */
  commentParentId?: number | null | undefined;
}

/** `repo:comment:edited`. */
export interface ServerCommitCommentEditedPayload extends ServerCommitCommentPayload {
  /** Its text before. */
  previousComment?: string | null | undefined;
}

/** Where a secret was pushed; never the secret itself. */
export interface ServerSecretLocation {
  /** 40 hex digits. */
  commitId?: string | null | undefined;
  path?: string | null | undefined;
  line?: number | null | undefined;
  /** Of the rule that found it. */
  ruleName?: string | null | undefined;
  repository?: ServerRepository | null | undefined;
  [field: string]: unknown;
}

/** `repo:secret_detected`. */
export interface ServerSecretDetectedPayload extends ServerPayload {
  /** Missing: each location names its own. */
  repository?: ServerRepository | null | undefined;
  secretLocations?: ServerSecretLocation[] | null | undefined;
}

export interface ServerMirror {
  id?: string | null | undefined;
  name?: string | null | undefined;
  [field: string]: unknown;
}

/** `mirror:repo_synchronized`. It has no actor. */
export interface ServerMirrorSynchronizedPayload extends ServerPayload {
  repository: ServerRepository;
  mirrorServer?: ServerMirror | null | undefined;
  /** `INCREMENTAL` or `SNAPSHOT`. */
  syncType?: string | null | undefined;
  /** There were more changes than fit: then `changes` is empty. */
  refLimitExceeded?: boolean | null | undefined;
  changes?: ServerRefChange[] | null | undefined;
}

/** `project:modified`. */
export interface ServerProjectModifiedPayload extends ServerPayload {
  old: ServerProject;
  new: ServerProject;
}

/** `diagnostics:ping`: the test of a hook. It is not signed, and so reaches no listener. */
export interface ServerPingPayload {
  test?: boolean | null | undefined;
  [field: string]: unknown;
}

/** The fields of every payload. */
export const serverFields = () => ({
  eventKey: maybeJudged(text),
  date: maybeJudged(moment),
  actor: maybeJudged(serverUser()),
});

const secretLocation = () =>
  object<ServerSecretLocation>({
    commitId: maybeText,
    path: maybeText,
    line: maybeNumber,
    ruleName: maybeText,
    repository: maybe(serverRepository()),
  });

const commitComment = () => ({
  ...serverFields(),
  repository: judged(serverRepository()),
  comment: judged(serverComment()),
  commit: judged(text),
  commentParentId: maybeJudged(number),
});

export const serverRefsChangedSchema = () =>
  open({
    ...serverFields(),
    repository: judged(serverRepository()),
    changes: judged(list(serverRefChange())),
    commits: maybeJudged(list(serverCommit())),
    toCommit: maybeJudged(serverCommit()),
  });
export const serverRepositoryModifiedSchema = () =>
  open({ ...serverFields(), old: judged(serverRepository()), new: judged(serverRepository()) });
export const serverForkedSchema = () => open({ ...serverFields(), repository: judged(serverRepository()) });
export const serverCommitCommentSchema = () => open(commitComment());
export const serverCommitCommentEditedSchema = () =>
  open({ ...commitComment(), previousComment: maybeJudged(text) });
export const serverSecretDetectedSchema = () =>
  open({
    ...serverFields(),
    repository: maybeJudged(serverRepository()),
    secretLocations: maybeJudged(list(secretLocation())),
  });
export const serverMirrorSynchronizedSchema = () =>
  open({
    ...serverFields(),
    repository: judged(serverRepository()),
    mirrorServer: maybeJudged(object<ServerMirror>({ id: maybeText, name: maybeText })),
    syncType: maybeJudged(text),
    refLimitExceeded: maybeJudged(flag),
    changes: maybeJudged(list(serverRefChange())),
  });
export const serverProjectModifiedSchema = () =>
  open({ ...serverFields(), old: judged(serverProject()), new: judged(serverProject()) });
export const serverPingSchema = () => open({ test: maybeJudged(flag) });
