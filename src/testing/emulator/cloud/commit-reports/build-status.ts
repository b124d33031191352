/** What a build says of a commit. */
export interface BuildStatus {
  readonly key: string;
  /** Full hash. */
  readonly commit: string;
  readonly createdOn: number;
  state: 'SUCCESSFUL' | 'FAILED' | 'INPROGRESS' | 'STOPPED';
  url: string;
  name: string;
  description: string;
  refname: string | null;
  updatedOn: number;
}
