/** Text as it was written and as a page shows it; only paragraphs and line ends are rendered. */
import type { Json } from './shapes.ts';

export function renderedShape(raw: string): Json {
  const escaped = raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').trim();
  const paragraphs = escaped.split(/\n{2,}/).filter((text) => text !== '');
  const html = paragraphs.map((text) => `<p>${text.replaceAll('\n', '<br />\n')}</p>`).join('\n');
  return { type: 'rendered', raw, markup: 'markdown', html };
}
