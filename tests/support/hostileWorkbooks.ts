/** Workbooks that mean harm, or that a bad connection spoilt, each reproducible from its number. */
import { diceOf, inline, type MadeSheet, type MadeWorkbook, partsOf, sheetXmlOf, type ZipPart, zipOf } from './workbooks.ts';

interface Dice {
  readonly upTo: (most: number) => number;
  readonly oneOf: <T>(things: readonly [T, ...T[]]) => T;
}

const diceFor = (seed: number): Dice => {
  const roll = diceOf(seed);
  const upTo = (most: number): number => Math.floor(roll() * (most + 1));
  return { upTo, oneOf: (things) => things[upTo(things.length - 1)] ?? things[0] };
};

const names = [
  '__proto__',
  'constructor',
  'meta',
  '',
  'n'.repeat(300),
  '\u202Ename',
  '🌻',
  'a b',
  '${',
  '../x',
  '&lt;script&gt;',
  '=1+1',
] as const;
const types = ['text', 'select_one yesno', 'begin_group', 'end_group', 'note', 'calculate', 'begin_repeat'] as const;

const form = ({ upTo, oneOf }: Dice): string =>
  `<row r="1">${inline('A1', 'type')}${inline('B1', 'name')}${inline('C1', 'label')}</row>${Array.from(
    { length: 3 + upTo(20) },
    (_, at) => {
      const row = at + 2;
      return `<row r="${row}">${inline(`A${row}`, oneOf(types))}${inline(`B${row}`, oneOf(names))}<c r="C${row}" t="s"><v>${upTo(5)}</v></c></row>`;
    },
  ).join('')}`;

const sound = (dice: Dice, data = form(dice)): MadeWorkbook => ({
  sheets: [
    { name: 'survey', data },
    { name: dice.oneOf(['choices', 'Survey', '__proto__', 'settings']), data: form(dice), state: dice.oneOf(['visible', 'hidden']) },
  ],
  strings: '<si><t>yes</t></si><si><r><t>a</t></r><r><t>b</t></r></si><si/><si><t>c</t></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
});

const zipped = (made: MadeWorkbook): ZipPart[] => [...partsOf(made)].map(([name, data]) => ({ name, data }));
const sheetPart = 'xl/worksheets/sheet1.xml';
const partNames = [
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  sheetPart,
] as const;

const withPart = (dice: Dice, name: string, change: (text: string) => string): Uint8Array =>
  zipOf(zipped(sound(dice)).map((part) => (part.name === name ? { ...part, data: change(String(part.data)) } : part)));

const withData = (dice: Dice, data: string, rest: Partial<MadeSheet> = {}): Uint8Array => {
  const made = sound(dice);
  const [first, ...others] = made.sheets;
  return zipOf(zipped({ ...made, sheets: first ? [{ ...first, ...rest, data }, ...others] : others }));
};

const repeated = (text: (at: number) => string, times: number): string => Array.from({ length: times }, (_, at) => text(at)).join('');
const garbage = ({ upTo }: Dice, length: number): Uint8Array => Uint8Array.from({ length }, () => upTo(255));

type Attack = (dice: Dice) => Uint8Array;

const onTheWay: Readonly<Record<string, Attack>> = {
  'cut off': (dice) => {
    const bytes = zipOf(zipped(sound(dice)));
    return bytes.subarray(0, dice.upTo(bytes.length));
  },
  'flipped bytes': (dice) => {
    const bytes = zipOf(zipped(sound(dice)));
    for (let turn = dice.upTo(10); turn >= 0; turn -= 1) bytes[dice.upTo(bytes.length - 1)] = dice.upTo(255);
    return bytes;
  },
  'flipped bytes in unpacked parts whose checksums were made to fit': (dice) =>
    withPart(dice, dice.oneOf(partNames), (text) => {
      const at = dice.upTo(text.length - 1);
      return text.slice(0, at) + dice.oneOf(['<', '>', '&', '"', '\0', '\uFFFF', '/', ']]>', 'x']) + text.slice(at + 1);
    }),
  'something behind and in front': (dice) => {
    const bytes = zipOf(zipped(sound(dice)));
    const more = garbage(dice, dice.upTo(200));
    return dice.upTo(1) ? new Uint8Array([...bytes, ...more]) : new Uint8Array([...bytes.subarray(0, 4), ...more, ...bytes.subarray(4)]);
  },
  'nothing but noise behind the beginning of a zip': (dice) =>
    new Uint8Array([0x50, 0x4b, 3, 4, ...garbage(dice, 500), 0x50, 0x4b, 5, 6, ...garbage(dice, 18)]),
  'noise packed as a part': (dice) =>
    zipOf(
      zipped(sound(dice)).map((part) => (part.name === sheetPart ? { ...part, data: garbage(dice, 3000), stored: true, method: 8 } : part)),
    ),
  'a part cut off inside': (dice) => withPart(dice, dice.oneOf(partNames), (text) => text.slice(0, dice.upTo(text.length))),
  'a part gone': (dice) => {
    const gone = dice.oneOf(partNames);
    return zipOf(zipped(sound(dice)).filter(({ name }) => name !== gone));
  },
};

const againstTheZip: Readonly<Record<string, Attack>> = {
  'a bomb': (dice) =>
    withPart(dice, dice.oneOf([sheetPart, 'xl/sharedStrings.xml', 'xl/styles.xml']), (text) =>
      text.replace('>', `><x>${'0'.repeat(1_000_000 + dice.upTo(1_000_000))}</x>`),
    ),
  'a size that is not true': (dice) =>
    zipOf(zipped(sound(dice)).map((part) => ({ ...part, saidSize: dice.oneOf([0, 1, 0x7fffffff, 0xfffffffe]) }))),
  'a checksum that is not true': (dice) => zipOf(zipped(sound(dice)).map((part) => ({ ...part, checksum: dice.upTo(9) }))),
  'a method nobody knows': (dice) => zipOf(zipped(sound(dice)).map((part) => ({ ...part, method: dice.oneOf([0, 1, 9, 12, 99]) }))),
  'parts over each other': (dice) => zipOf([...zipped(sound(dice)), { name: 'x', data: '', atTheSamePlace: true }]),
  'a part twice': (dice) => zipOf([...zipped(sound(dice)), { name: dice.oneOf(partNames).toUpperCase(), data: '<a/>' }]),
  'names that climb': (dice) =>
    zipOf([
      ...zipped(sound(dice)),
      {
        name: dice.oneOf(['../../x', '/etc/passwd', 'C:\\windows\\x', '__proto__', 'xl/../xl/workbook.xml', 'x'.repeat(60_000)]),
        data: 'root:x:0:0',
      },
    ]),
  'more parts than it says, or fewer': (dice) => zipOf(zipped(sound(dice)), dice.oneOf([0, 1, 5, 99, 5000, 65_535])),
  'ten thousand parts': (dice) =>
    zipOf([...zipped(sound(dice)), ...Array.from({ length: 120 }, (_, at) => ({ name: `xl/media/${at}`, data: 'x' }))]),
  'a locked part': (dice) => zipOf(zipped(sound(dice)).map((part) => ({ ...part, encrypted: true }))),
  'long sizes': (dice) => zipOf(zipped(sound(dice)).map((part) => ({ ...part, long: dice.upTo(1) === 1 }))),
};

const againstXml: Readonly<Record<string, Attack>> = {
  'a document type': (dice) =>
    withPart(dice, dice.oneOf(partNames), (text) => {
      const entities = `<!ENTITY a0 "lol">${repeated((at) => `<!ENTITY a${at + 1} "&a${at};&a${at};&a${at};">`, 30)}`;
      return `<!DOCTYPE x [${dice.oneOf(['<!ENTITY x SYSTEM "file:///etc/passwd">', entities])}]>${text.replace(/<t>/g, '<t>&x;&a30;')}`;
    }),
  'elements inside each other': (dice) => withData(dice, '<row><c><is>'.repeat(50 + dice.upTo(20_000))),
  'a tag without end': (dice) => withData(dice, `<row r="${'9'.repeat(100_000 + dice.upTo(100_000))}`),
  'attributes without end': (dice) => withData(dice, `<row ${repeated((at) => `a${at}="" `, dice.upTo(10_000))}/>`),
  'comments without end': (dice) => withData(dice, `${'<!---->'.repeat(dice.upTo(50_000))}${dice.oneOf(['', '<!--'])}`),
  'another encoding': (dice) => {
    const xml = sheetXmlOf({ data: form(dice) });
    const bytes = new Uint8Array(xml.length * 2 + dice.upTo(1));
    for (const [at, sign] of [...xml].entries()) bytes[at * 2 + dice.upTo(20 % 2)] = sign.charCodeAt(0) & 0xff;
    return zipOf(zipped({ ...sound(dice), instead: { [sheetPart]: bytes } }));
  },
  'numbers of characters that are none': (dice) =>
    withPart(dice, sheetPart, (text) =>
      text.replace(/<t>/g, `<t>&#${dice.oneOf(['0', 'xD800', 'x110000', '999999999', 'xFFFFFFFF', '7', 'x'])};_xD800__x0000_`),
    ),
};

const againstTheSheet: Readonly<Record<string, Attack>> = {
  'a size as large as Excel': (dice) =>
    withData(dice, form(dice), {
      before: '<dimension ref="A1:XFD1048576"/>',
      after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    }),
  'cells far away': (dice) =>
    withData(
      dice,
      repeated(
        (at) => `<row r="${at * (1 + dice.upTo(60_000)) + 1}">${inline(`${dice.oneOf(['A', 'XFD', 'ZZZ', 'AAAA', ''])}1`, 'x')}</row>`,
        40,
      ),
    ),
  'rows nobody wrote': (dice) =>
    withData(
      dice,
      form(dice) + repeated((at) => `<row r="${at + 100}" ht="15"><c r="A${at + 100}" s="1"/></row>`, 1000 + dice.upTo(10_000)),
    ),
  'rows that go back': (dice) =>
    withData(
      dice,
      repeated(() => `<row r="${dice.oneOf(['-1', '0', '1', '2', '1.5', 'NaN', '1e400', '0x10', ''])}">${inline('A1', 'x')}</row>`, 50),
    ),
  'more cells than memory': (dice) => withData(dice, `<row>${'<c><v>1</v></c>'.repeat(15_000)}</row>`.repeat(2)),
  'texts that are not there': (dice) =>
    withPart(dice, sheetPart, (text) =>
      text.replace(/<v>\d<\/v>/g, () => `<v>${dice.oneOf(['-1', '4', '99999999999', '1e3', '', '0x1', 'x'])}</v>`),
    ),
  'more texts than memory': (dice) =>
    withPart(dice, 'xl/sharedStrings.xml', (text) => text.replace('<si>', `${'<si/>'.repeat(2000 + dice.upTo(8000))}<si>`)),
  'kinds of cells nobody knows': (dice) =>
    withPart(dice, sheetPart, (text) =>
      text.replace(
        /t="s"/g,
        () =>
          `t="${dice.oneOf(['e', 'b', 'd', 'str', 'x', 'inlineStr', '__proto__', ''])}" s="${dice.oneOf(['0', '1', '-1', '99999', 'x'])}"`,
      ),
    ),
  'a text as long as a book': (dice) =>
    withData(
      dice,
      `<row>${inline(
        'A1',
        repeated((at) => `${at} `, 1000 + dice.upTo(30_000)),
      )}</row>`,
    ),
  'cells in cells': (dice) =>
    withData(dice, '<row><c t="s"><v>1<c><v>2</v></c></v><is><t>x<t>y</t></t></is></c><row><c/></row></row>'.repeat(1 + dice.upTo(50))),
  'two beginnings': (dice) =>
    withPart(dice, sheetPart, (text) => text.replace('</sheetData>', `</sheetData><sheetData>${form(dice)}</sheetData>`)),
};

const againstTheWorkbook: Readonly<Record<string, Attack>> = {
  'relations in a circle': (dice) =>
    withPart(dice, 'xl/_rels/workbook.xml.rels', (text) =>
      text.replaceAll(
        'worksheets/sheet1.xml',
        dice.oneOf(['workbook.xml', '_rels/workbook.xml.rels', '../_rels/.rels', '.', '', '../../..', '/']),
      ),
    ),
  'a workbook that is another part': (dice) =>
    withPart(dice, '_rels/.rels', (text) =>
      text.replace(
        'xl/workbook.xml',
        dice.oneOf([sheetPart, 'xl/sharedStrings.xml', '_rels/.rels', '../../x', 'http://elsewhere.example/x']),
      ),
    ),
  'ids twice, or none': (dice) =>
    withPart(dice, 'xl/_rels/workbook.xml.rels', (text) =>
      text.replace(/Id="[^"]*"/g, () => `Id="${dice.oneOf(['rId1', '', '__proto__'])}"`),
    ),
  'a thousand sheets': (dice) =>
    withPart(dice, 'xl/workbook.xml', (text) =>
      text.replace('<sheets>', `<sheets>${repeated((at) => `<sheet name="s${at}" r:id="rId1"/>`, dice.upTo(40))}`),
    ),
  'formats of nothing but brackets': (dice) =>
    withPart(dice, 'xl/styles.xml', (text) =>
      text.replace(
        '<cellXfs>',
        `<numFmts><numFmt numFmtId="14" formatCode="${dice.oneOf(['[', '&quot;', '\\', '_', 'y']).repeat(9000)}"/></numFmts><cellXfs>${'<xf numFmtId="14"/>'.repeat(dice.upTo(20_000))}`,
      ),
    ),
  'macros and 1904': (dice) => zipOf(zipped({ ...sound(dice), macros: true, from1904: true })),
};

const attacks = Object.entries({ ...onTheWay, ...againstTheZip, ...againstXml, ...againstTheSheet, ...againstTheWorkbook });

export interface HostileWorkbook {
  readonly story: string;
  readonly bytes: Uint8Array;
}

/** Every kind of attack in turn, each time with other dice. */
export const hostileWorkbook = (seed: number): HostileWorkbook => {
  const [story, attack] = attacks[seed % attacks.length] ?? ['', () => new Uint8Array(0)];
  return { story: `${seed}: ${story}`, bytes: attack(diceFor(seed)) };
};
