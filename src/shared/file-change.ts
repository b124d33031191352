/** One file that a commit or a comparison changed, in the same words for Cloud, Server and a plain diff. */

/**
 * A change of one file: added, modified or deleted. A move is two of them: `D` of the source, then `A` of the target.
 * A copy is `A` of the target. A change of mode or of kind (a file that became a link) is `M`.
 */
export interface FileChange {
  /** From the root of the repository, with `/` between segments and no leading one. */
  path: string;
  type: 'A' | 'M' | 'D';
}
