/** Walks pages in constant memory, and neither off the API nor in circles. */
import { TransportError } from '../errors/transport-error.ts';
import { isRecord } from '../shared/types.ts';

/** A page as the engine sees it; each product has more beside `values`. */
export type Page = Readonly<Record<string, unknown>> & { readonly values: readonly unknown[] };

/** The address of the page after this one, or `undefined` after the last; this one's own address is refused. */
export type NextPage = (page: Page, url: string) => string | undefined;

/** Items one by one; `.pages()` for whole pages. Each iteration starts from the first page. */
export interface Paged<Item, WholePage> extends AsyncIterable<Item> {
  pages(): AsyncIterable<WholePage>;
}

export interface PagingInput {
  readonly first: string;
  /** The call as messages name it. */
  readonly name: string;
  readonly nextPage: NextPage;
  readonly maxItems: number | undefined;
  readonly fetchPage: (url: string) => Promise<unknown>;
}

export function paged(input: PagingInput): Paged<unknown, unknown> {
  return {
    pages: () => pages(input),
    async *[Symbol.asyncIterator]() {
      let left = input.maxItems ?? Number.POSITIVE_INFINITY;
      if (left <= 0) return;
      for await (const page of pages(input)) {
        for (const item of page.values) {
          yield item;
          left -= 1;
          if (left <= 0) return;
        }
      }
    },
  };
}

/**
 * A circle is found by Brent's way: an address is kept, for twice as many pages each time, and met again only in a
 * circle. So the memory does not grow with the pages.
 */
async function* pages({ first, name, nextPage, fetchPage }: PagingInput): AsyncGenerator<Page> {
  const { origin } = new URL(first);
  let kept = first;
  let steps = 0;
  let keepFor = 1;
  for (let url: string | undefined = first; url !== undefined; ) {
    const page = asPage(name, await fetchPage(url));
    yield page;
    const here: string = url;
    url = nextPage(page, here);
    if (url === undefined) return;
    if (URL.parse(url)?.origin !== origin) throw refused(name, 'leads to another origin');
    if (url === here || url === kept) throw refused(name, 'was there before');
    steps += 1;
    if (steps === keepFor) {
      kept = url;
      steps = 0;
      keepFor *= 2;
    }
  }
}

function asPage(name: string, page: unknown): Page {
  if (isRecord(page) && Array.isArray(page['values'])) return page as Page;
  throw new TransportError('bad_answer', `${name} was answered with something that is not a page`);
}

function refused(name: string, why: string): TransportError {
  return new TransportError('paging_refused', `${name}: the address of the next page ${why}`);
}
