/** What the library that judges the calls cannot judge by the files alone, and why: the faults of the files themselves. */
import type { Product } from '../operations/facts.ts';
import type { Mending } from './document.ts';

export interface Fault {
  readonly what: Mending['what'];
  readonly names: string;
  /** In how many places. */
  readonly count: number;
  readonly why: string;
}

/** A fault that is no longer found, or a new one, fails the contract test: the list is what there is. */
export const faults: Readonly<Record<Product, readonly Fault[]>> = {
  cloud: [
    {
      what: 'query',
      names: 'fields',
      count: 246,
      why: 'The introduction says that every JSON answer takes it; no parameter does',
    },
    { what: 'query', names: 'page', count: 83, why: 'Every paged list takes it; the file says so on a few' },
    { what: 'query', names: 'pagelen', count: 82, why: 'As page' },
    {
      what: 'query',
      names: 'q',
      count: 6,
      why: 'Lists whose text refers to filtering take it, declared or not',
    },
    { what: 'query', names: 'sort', count: 8, why: 'As q' },
    {
      what: 'query',
      names: 'exclude include path',
      count: 6,
      why: 'The text of the lists of commits has them, no parameter does',
    },
    {
      what: 'dropped query',
      names: 'message author parents files branch',
      count: 5,
      why: 'Fields of the upload form, declared where they are not read',
    },
    {
      what: 'body',
      names: 'json',
      count: 29,
      why: 'The text says what is sent, and the file declares no body: nothing judges it',
    },
    {
      what: 'body',
      names: 'form',
      count: 8,
      why: 'As json; the forms of snippets are declared as JSON only, and driven as JSON',
    },
    {
      what: 'answer',
      names: 'json',
      count: 18,
      why: 'The file has no shape for it: the answer is an empty record, or a page of one',
    },
    {
      what: 'route',
      names: '',
      count: 2,
      why: 'Newer than the file (mergeability), or left out of it (HEAD of a file)',
    },
  ],
  server: [
    {
      what: 'query',
      names: 'start',
      count: 12,
      why: 'Every paged list takes it, and so does the content of a file; some do not say so',
    },
    { what: 'query', names: 'limit', count: 11, why: 'As start' },
    {
      what: 'query',
      names: 'permission.',
      count: 1,
      why: 'Stands for permission.1 and so on; declared as permission.N',
    },
    { what: 'dropped query', names: 'permission.N', count: 1, why: 'As permission.' },
    {
      what: 'path',
      names: 'projectKey repositorySlug',
      count: 8,
      why: 'Placeholders that no parameter declares',
    },
    {
      what: 'schema',
      names: 'commitId user',
      count: 2,
      why: 'A media type where the schema of a plain value is due',
    },
    {
      what: 'template',
      names: 'path',
      count: 2,
      why: 'compare/diff{path}: the slash is part of the value, for which OpenAPI has no template',
    },
    {
      what: 'body',
      names: 'json',
      count: 38,
      why: 'Actions, or bodies that no text describes: nothing judges them',
    },
    {
      what: 'answer',
      names: 'json',
      count: 28,
      why: 'The file has no shape for it: the answer is an empty record, or a page of one',
    },
    { what: 'route', names: '', count: 2, why: 'HEAD of a file, which the file leaves out' },
  ],
};
