/**
 * Words as they are shown: forms for other programs dress theirs up in HTML and Markdown, and nothing of that is ever rendered
 * here. A link is its words without the address, a picture what it is called; line breaks stay. The checklist itself keeps
 * what its author wrote, so that it goes back to other programs unharmed.
 */

/** Every pattern is bounded and takes no sign twice, so that no text makes it slow. */
const hidden = /<(script|style)\b[^<>]{0,2000}>[\s\S]{0,20000}?<\/\1\s*>|<!--[\s\S]{0,20000}?-->/gi;
const lineEnds = /<br\s*\/?>|<\/(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote)\s*>/gi;
const listItems = /<li\b[^<>]{0,2000}>/gi;
const tags = /<\/?[a-z][^<>]{0,2000}>/gi;
const picturesAndLinks = /!?\[([^[\]\n]{0,1000})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,1000}\)/g;
const headings = /(^|\n)[ \t]{0,3}#{1,6}[ \t]+/g;
const strong = /(\*\*|__)(?=\S)([^*_\n]{1,2000}?)\1/g;
const weak = /(^|[\s(])([*_])(?=\S)([^*_\n]{1,2000}?)\2(?=[\s).,;:!?]|$)/g;
const escapes = /\\([\\`*_{}[\]()#+\-.!<>&])/g;
const entities = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const character = (code: number): string =>
  code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : code === 10 ? '\n' : '';
const withoutEntities = (text: string): string =>
  text.replace(entities, (_, decimal: string | undefined, hex: string | undefined, name: string | undefined) =>
    decimal ? character(Number(decimal)) : hex ? character(Number.parseInt(hex, 16)) : (named[name?.toLowerCase() ?? ''] ?? ''),
  );

const withoutTags = (text: string): string =>
  text
    .replace(hidden, '')
    .replace(/\s*\n?\s*<li\b/gi, '\n<li')
    .replace(listItems, '- ')
    .replace(lineEnds, '\n')
    .replace(tags, '');
const withoutMarkdown = (text: string): string =>
  text.replace(picturesAndLinks, '$1').replace(headings, '$1').replace(strong, '$2').replace(weak, '$1$3').replace(escapes, '$1');

const tidy = (text: string): string =>
  text
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/[ \t]{0,8}\n[ \t]{0,8}/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const maybeDressed = /[<&*_#[\\]/;

/** `${name}` stays as it is: names have no spaces, and what is answered is filled in afterwards and shown as it was said. */
export const plainWords = (text: string): string =>
  maybeDressed.test(text) ? tidy(withoutEntities(withoutMarkdown(withoutTags(text)))) : text;
