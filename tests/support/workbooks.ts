/** Spreadsheet files made part by part, so that a test can make any part wrong: what no spreadsheet program would write. */
import { deflateSync, strToU8 } from 'fflate';
import { checksumAfter } from '../../src/forms/workbook/checksum.ts';

export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  readonly method?: number;
  readonly encrypted?: boolean;
  readonly checksum?: number;
  /** What the zip says of its size, true or not. */
  readonly saidSize?: number;
  /** Points to the part before it. */
  readonly atTheSamePlace?: boolean;
  /** Sizes and place in 64 bits. */
  readonly long?: boolean;
}

const bytesOf = (numbers: readonly (readonly [value: number, width: 2 | 4 | 8])[]): Uint8Array => {
  const bytes = new Uint8Array(numbers.reduce((sum, [, width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, width] of numbers) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
};

export const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

interface Placed {
  readonly part: ZipPart;
  readonly name: Uint8Array;
  readonly packed: Uint8Array;
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
  readonly offset: number;
}

const place = (part: ZipPart, offset: number): Placed => {
  const data = typeof part.data === 'string' ? strToU8(part.data) : part.data;
  return {
    part,
    name: strToU8(part.name),
    packed: part.stored ? data : deflateSync(data),
    method: part.method ?? (part.stored ? 0 : 8),
    checksum: part.checksum ?? checksumAfter(0, data),
    size: part.saidSize ?? data.length,
    offset,
  };
};

const header = ({ part, name, packed, method, checksum, size }: Placed, extra: number): [number, 2 | 4 | 8][] => [
  [20, 2],
  [part.encrypted ? 1 : 0, 2],
  [method, 2],
  [0, 4],
  [checksum, 4],
  [packed.length, 4],
  [size, 4],
  [name.length, 2],
  [extra, 2],
];

const local = (placed: Placed): Uint8Array => joined([bytesOf([[0x04034b50, 4], ...header(placed, 0)]), placed.name, placed.packed]);

const none32 = 0xffffffff;

const listed = (placed: Placed): Uint8Array => {
  const long = placed.part.long ?? false;
  const numbers = bytesOf([placed.size, placed.packed.length, placed.offset].map((number) => [number, 8]));
  const extra = long
    ? joined([
        bytesOf([
          [1, 2],
          [24, 2],
        ]),
        numbers,
      ])
    : new Uint8Array(0);
  const fields = header(placed, extra.length).map(([value, width], at): [number, 2 | 4 | 8] => [
    long && (at === 5 || at === 6) ? none32 : value,
    width,
  ]);
  const rest = bytesOf([
    [0, 4],
    [0, 4],
    [0, 2],
    [long ? none32 : placed.offset, 4],
  ]);
  return joined([bytesOf([[0x02014b50, 4], [20, 2], ...fields]), rest, placed.name, extra]);
};

/** `saidParts` is how many parts the end of the zip claims to have. */
export const zipOf = (parts: readonly ZipPart[], saidParts = parts.length): Uint8Array => {
  const pieces: Uint8Array[] = [];
  const contents: Uint8Array[] = [];
  let [at, before] = [0, 0];
  for (const part of parts) {
    const placed = place(part, part.atTheSamePlace ? before : at);
    contents.push(listed(placed));
    if (part.atTheSamePlace) continue;
    before = at;
    pieces.push(local(placed));
    at += pieces.at(-1)?.length ?? 0;
  }
  const table = joined(contents);
  const end = bytesOf([
    [0x06054b50, 4],
    [0, 4],
    [saidParts, 2],
    [saidParts, 2],
    [table.length, 4],
    [at, 4],
    [0, 2],
  ]);
  return joined([...pieces, table, end]);
};

const vocabulary = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';
export const mainVocabulary = `${vocabulary}/spreadsheetml/2006/main`;

export interface MadeSheet {
  readonly name: string;
  /** Everything inside `<sheetData>`. */
  readonly data: string;
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
  readonly target?: string;
  readonly kind?: string;
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  /** Everything inside `<sst>`; none leaves the part out. */
  readonly strings?: string;
  readonly styles?: string;
  readonly from1904?: boolean;
  readonly macros?: boolean;
  readonly strict?: boolean;
  /** A part with the same name takes the place of the usual one; null leaves it out. */
  readonly instead?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly extra?: readonly ZipPart[];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const partOf = (sheet: MadeSheet, index: number): string => sheet.target ?? `worksheets/sheet${index + 1}.xml`;

const relations = (made: MadeWorkbook): string => {
  const office = `${made.strict ? strict : `${vocabulary}`}/officeDocument/${made.strict ? '' : '2006/'}relationships`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const sheets = made.sheets.map((sheet, index) => relation(`rId${index + 1}`, sheet.kind ?? 'worksheet', partOf(sheet, index)));
  const others = [relation('s', 'sharedStrings', 'sharedStrings.xml'), relation('t', 'styles', 'styles.xml')];
  const macros = made.macros ? relation('m', 'vbaProject', 'vbaProject.bin') : '';
  return `${declaration}<Relationships xmlns="${vocabulary}/package/2006/relationships">${[...sheets, ...others].join('')}${macros}</Relationships>`;
};

const workbookXml = (made: MadeWorkbook): string => {
  const sheets = made.sheets.map(
    ({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  );
  const days = made.from1904 ? '<workbookPr date1904="1"/>' : '';
  return `${declaration}<workbook xmlns="${mainVocabulary}" xmlns:r="${vocabulary}/r">${days}<sheets>${sheets.join('')}</sheets></workbook>`;
};

export const sheetXmlOf = ({ data, before, after }: Omit<MadeSheet, 'name'>): string =>
  `${declaration}<worksheet xmlns="${mainVocabulary}">${before ?? ''}<sheetData>${data}</sheetData>${after ?? ''}</worksheet>`;

export const partsOf = (made: MadeWorkbook): Map<string, string | Uint8Array> => {
  const parts = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', `${declaration}<Types/>`],
    [
      '_rels/.rels',
      `<Relationships><Relationship Id="r" Type="${vocabulary}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    ['xl/workbook.xml', workbookXml(made)],
    ['xl/_rels/workbook.xml.rels', relations(made)],
  ]);
  if (made.strings !== undefined) parts.set('xl/sharedStrings.xml', `${declaration}<sst xmlns="${mainVocabulary}">${made.strings}</sst>`);
  if (made.styles !== undefined)
    parts.set('xl/styles.xml', `${declaration}<styleSheet xmlns="${mainVocabulary}">${made.styles}</styleSheet>`);
  if (made.macros) parts.set('xl/vbaProject.bin', new Uint8Array([1, 2, 3]));
  for (const [index, sheet] of made.sheets.entries()) if (!sheet.target) parts.set(`xl/${partOf(sheet, index)}`, sheetXmlOf(sheet));
  for (const [name, part] of Object.entries(made.instead ?? {})) {
    if (part === null) parts.delete(name);
    else parts.set(name, part);
  }
  return parts;
};

export const workbookOf = (made: MadeWorkbook): Uint8Array =>
  zipOf([...[...partsOf(made)].map(([name, data]) => ({ name, data })), ...(made.extra ?? [])]);

/** The most common case: one sheet called survey. */
export const surveyOf = (data: string, rest: Partial<Omit<MadeSheet, 'data'>> & Omit<MadeWorkbook, 'sheets'> = {}): Uint8Array => {
  const { name, before, after, state, target, kind, ...workbook } = rest;
  const sheet = { name: name ?? 'survey', data, ...(before && { before }), ...(after && { after }), ...(state && { state }) };
  return workbookOf({ ...workbook, sheets: [{ ...sheet, ...(target && { target }), ...(kind && { kind }) }] });
};

export const inline = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** An old container file (OLE2) with the given streams named in its table of contents. */
export const oldContainerOf = (streams: readonly string[]): Uint8Array => {
  const bytes = new Uint8Array(512 + 128 * Math.max(4, streams.length));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, name] of streams.entries()) {
    for (const [at, letter] of [...name].entries()) bytes[512 + 128 * index + at * 2] = letter.charCodeAt(0);
  }
  return bytes;
};

/** Reproducible numbers from 0 to 1 for a seed (mulberry32). */
export const diceOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
