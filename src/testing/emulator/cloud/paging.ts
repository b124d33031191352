/** Pages: `{ values, page, size, pagelen, next?, previous? }`. */
import { type Call, json, sameAddress } from './call.ts';
import { RestError } from './errors.ts';

export interface PageRequest {
  readonly page: number;
  readonly pagelen: number;
  /** Items before this page. */
  readonly skip: number;
}

/** The page that is asked for. `pagelen` is 10 and at most 100 unless the list says otherwise. */
export function pageRequest(query: URLSearchParams, { byDefault = 10, most = 100 } = {}): PageRequest {
  const pagelen = positive(query.get('pagelen'), byDefault);
  if (pagelen === undefined || pagelen > most) throw new RestError(400, 'Invalid pagelen');
  const page = positive(query.get('page'), 1);
  if (page === undefined) throw new RestError(400, 'Invalid page');
  return { page, pagelen, skip: (page - 1) * pagelen };
}

function positive(text: string | null, byDefault: number): number | undefined {
  if (text === null || text === '') return byDefault;
  const value = Number(text);
  return /^\d{1,9}$/.test(text) && value > 0 ? value : undefined;
}

/** A page of which the items are at hand. `size` is how many there are in all. */
export function pageAnswer(
  call: Call,
  { page, pagelen, skip }: PageRequest,
  { values, size }: { values: readonly unknown[]; size: number },
): Response {
  if (page > 1 && skip >= size) throw new RestError(400, 'Invalid page');
  const at = (number: number): string => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(number));
    return sameAddress(call, query);
  };
  return json(call, {
    values,
    pagelen,
    size,
    page,
    ...(skip + pagelen < size ? { next: at(page + 1) } : {}),
    ...(page > 1 ? { previous: at(page - 1) } : {}),
  });
}

/** The page of a list that is in memory; only its items are given their shape. */
export async function pageOf<T>(
  call: Call,
  items: readonly T[],
  shape: (item: T) => unknown,
  lengths: { byDefault?: number; most?: number } = {},
): Promise<Response> {
  const request = pageRequest(call.query, lengths);
  const values = await Promise.all(items.slice(request.skip, request.skip + request.pagelen).map(shape));
  return pageAnswer(call, request, { values, size: items.length });
}
