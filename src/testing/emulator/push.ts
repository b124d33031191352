/** Branches and tags that have changed, and by whom. */
import type { Origins } from './origins.ts';
import type { Principal } from './principal.ts';
import type { ChangedRef } from './push-event.ts';
import type { Repository } from './world.ts';

export interface Push {
  readonly repository: Repository;
  readonly changes: readonly ChangedRef[];
  readonly principal: Principal;
  /** Where whoever pushed sees the emulator. */
  readonly origins: Origins;
}
