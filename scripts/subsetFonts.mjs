/**
 * Makes src/i18n/fonts/<tag>.woff2 from the packages' whole fonts: the letters of that one language and no others, because each
 * phone that speaks it fetches the font. Run by hand after a new version of a font (docs/decisions/0021-language-packs.md);
 * what it makes is committed, because shaping Nastaliq down takes longer than everything else a build does.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { inProject } from './project.mjs';

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));

/** Joiners, direction marks, the circle under a lone mark. No spaces: Nastaliq's are narrow, and would squeeze Latin words on the same screen. */
const around = '\u200b\u200c\u200d\u200e\u200f\u25cc';

/** Urdu, and the Arabic letters that get typed for Urdu ones by keyboards that have no others. */
const urdu = [
  'ءآأؤئابةتثجحخدذرزسشصضطظعغفقكلمنهويىپٹچڈڑژکگںھہۂۃیۓے،؛؟٪۔ـٰٓٔ',
  range(0x64b, 0x652),
  range(0x660, 0x669),
  range(0x6f0, 0x6f9),
].join('');

const medium = { wght: { min: 400, max: 700 } };
const fonts = [
  // One weight only: a bold Nastaliq weighs as much again.
  { tag: 'ur', from: '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2', letters: urdu },
  {
    tag: 'my',
    from: '@fontsource-variable/noto-sans-myanmar/files/noto-sans-myanmar-myanmar-wght-normal.woff2',
    letters: range(0x1000, 0x104f),
    variationAxes: medium,
  },
  {
    tag: 'km',
    from: '@fontsource-variable/noto-sans-khmer/files/noto-sans-khmer-khmer-wght-normal.woff2',
    letters: range(0x1780, 0x17dd) + range(0x17e0, 0x17e9),
    variationAxes: medium,
  },
  {
    tag: 'lo',
    from: '@fontsource-variable/noto-sans-lao/files/noto-sans-lao-lao-wght-normal.woff2',
    letters: range(0xe80, 0xedf),
    variationAxes: medium,
  },
];
/** Whose it is and under which licence stays in the file, as the licence asks. */
const preserveNameIds = [0, 13, 14];

for (const { tag, from, letters, variationAxes } of fonts) {
  const whole = readFileSync(inProject('node_modules', ...from.split('/')));
  const options = { targetFormat: 'woff2', preserveNameIds, ...(variationAxes ? { variationAxes } : {}) };
  const subset = await subsetFont(whole, letters + around, options);
  writeFileSync(inProject('src', 'i18n', 'fonts', `${tag}.woff2`), subset);
  console.log(`${tag}: ${whole.length} bytes → ${subset.length}`);
}
