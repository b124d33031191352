/** Lists read whole, page by page up to a bound: what both products' `getRepos` and its like stand on. */
import type { Paged } from './paging.ts';

export interface CallSignal {
  readonly signal?: AbortSignal | undefined;
}

export interface ListOptions extends CallSignal {
  /** Most pages to read, of the product's largest size; at least one is read. Default 50. */
  readonly maxPages?: number | undefined;
}

/** The items of the first pages, in one list. */
export async function listPages<Item>(
  listed: Paged<Item, { readonly values?: readonly Item[] }>,
  maxPages = 50,
): Promise<Item[]> {
  const items: Item[] = [];
  let pages = 0;
  for await (const { values = [] } of listed.pages()) {
    items.push(...values);
    pages += 1;
    if (pages >= maxPages) break;
  }
  return items;
}
