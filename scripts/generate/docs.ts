/** Writes the table of a product's routes, by tag, for the documentation. */
import type { Api, Operation, Product } from './api.ts';
import { byCodePoint } from './openapi.ts';
import { answerText, inOrder } from './operations-file.ts';
import { createWriter, type Writer } from './types.ts';

const titles: Readonly<Record<Product, string>> = {
  cloud: 'Routes of Bitbucket Cloud',
  server: 'Routes of Bitbucket Data Center',
};

const intros: Readonly<Record<Product, string>> = {
  cloud: '`client.request(route, …)` takes each of these, with `/2.0` put before it.',
  server: '`client.request(route, …)` takes each of these, with the base address and `/rest` put before it.',
};

export function routesPage(api: Api): string {
  const writer = createWriter(api);
  const tags = [...new Set(api.operations.map(({ tag }) => tag))].sort(byCodePoint);
  const sections = tags.map((tag) => {
    const operations = inOrder(api.operations.filter((operation) => operation.tag === tag));
    const rows = operations.map((operation) => rowText(writer, operation));
    return [`## ${tag}`, '', '| Method | Path | Answer |', '| --- | --- | --- |', ...rows].join('\n');
  });
  const count = `${api.operations.length} routes. Those struck through are removed or deprecated; the type says since when.`;
  return `${[`# ${titles[api.product]}`, intros[api.product], count, ...sections].join('\n\n')}\n`;
}

function rowText(writer: Writer, operation: Operation): string {
  const path = `\`${operation.path}\``;
  const cells = [
    operation.method,
    operation.deprecated === undefined ? path : `~~${path}~~`,
    `\`${answerText(writer, operation).replaceAll('|', '\\|')}\``,
  ];
  return `| ${cells.join(' | ')} |`;
}
