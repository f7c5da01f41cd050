/** The characters of XML: five named entities and numbered ones. Others stay as they are written; nothing can declare any. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const numbered = (digits: string): string => {
  const code = digits.startsWith('x') ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  return code > 0x10ffff || isSurrogate(code) ? '' : String.fromCodePoint(code);
};

export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(x[0-9a-fA-F]{1,8}|[0-9]{1,9})|(amp|lt|gt|quot|apos));/g, (_, digits: string | undefined, name: string) =>
        digits ? numbered(digits) : (named[name] ?? ''),
      )
    : text;

/** The longest entity we know is `&#x0010FFFF;`. */
export const longestEntity = 12;

/** Where a text that ends here may be cut without cutting an entity in two. */
export const cutBeforeEntity = (text: string): number => {
  const start = text.lastIndexOf('&');
  return start >= 0 && text.length - start < longestEntity && !text.includes(';', start) ? start : text.length;
};

/** XML forbids these even as numbers. Excel writes them as _x0007_; in a label they are no use to anybody. */
const perhapsForbidden = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

export const withoutForbidden = (text: string): string => text.replace(perhapsForbidden, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''));

const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const encodeEntities = (text: string): string => withoutForbidden(text).replace(/[&<>"]/g, (sign) => special[sign] ?? sign);
