import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok } from '../../../src/domain/result.ts';
import { XmlReader } from '../../../src/forms/workbook/xmlReader.ts';

const readerOf = (pieces: readonly string[]): XmlReader => {
  const waiting = [...pieces];
  return new XmlReader(() => ok(waiting.shift() ?? null), 'part');
};

/** What the reader tells, as one line: neighbouring texts together, since pieces may part them anywhere. */
const told = (pieces: readonly string[], attribute = 'a'): string => {
  const xml = readerOf(pieces);
  let line = '';
  for (;;) {
    const event = xml.next();
    if (event === 'text') line += xml.text;
    else if (event === 'open') line += `[${xml.name} ${xml.attribute(attribute) ?? '-'}]`;
    else if (event === 'close') line += `[/${xml.name}]`;
    else return `${line} ${event}`;
  }
};

describe('XML read forwards', () => {
  test('elements, texts, attributes in either quotes, prefixes left out', () => {
    expect(told(['<?xml version="1.0"?><!-- <z/> --><x:t b="a=\'1\'" a = \'> "2" &lt;\'>one<u/>two</x:t>\n'])).toBe(
      '[t > "2" <]one[u -][/u]two[/t]\n end',
    );
  });

  test('an attribute is found by its whole name only, and broken ones are none', () => {
    expect(told(['<t aa="1" ba="2" x:a="3"/>'])).toBe('[t 3][/t] end');
    expect(told(['<t a=3/>'])).toBe('[t -][/t] end');
    expect(told(['<t a/>'])).toBe('[t -][/t] end');
  });

  test('entities are the five and numbers', () => {
    expect(told(['<t>&amp;lt; &apos;&quot;&gt; &#65;&#x1F33B; &#x110000; &#xD800; &#0000000000065; &nbsp; & &;</t>'])).toBe(
      '[t -]&lt; \'"> A🌻   &#0000000000065; &nbsp; & &;[/t] end',
    );
  });

  test('what is not closed, or closed by another, fails', () => {
    for (const text of ['<t>', '<t', '<t></u>', '<t a="', '<t><!--', '<t><?', '<t><![CDATA[ ', '</t>', '< t/>'])
      expect(told([text])).toMatch(/ failed$/);
  });
});

const someText = fc.constantFrom(
  'a',
  ' ',
  '&amp;',
  '&#65;',
  '&#x1F33B;',
  '<![CDATA[<&]]>',
  '<![CDATA[]]]]>',
  '<!-- - -- x -->',
  '<?p?>',
  'ä🌻',
  '&',
  ';',
  ']]>',
);
const someXml = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom('t', 'x:u'),
      fc.constantFrom('', ' a="1"', " a='>'", ' b="/" a="&lt;/>"'),
      fc.option(tie('content'), { nil: '' }),
    )
    .map(([name, attributes, content]) => (content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name} >`)),
  content: fc.array(fc.oneof({ depthSize: 'small' }, someText, tie('element')), { maxLength: 6 }).map((parts) => parts.join('')),
}));

const cutAt = (text: string, places: readonly number[]): string[] => {
  const cuts = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
  return cuts.slice(1).map((cut, at) => text.slice(cuts[at], cut));
};

test('wherever the pieces are cut, the same is told', () => {
  const property = fc.property(someXml.element, fc.array(fc.nat(), { maxLength: 8 }), (xml, places) => {
    expect(told(cutAt(xml, places))).toBe(told([xml]));
    expect(told([...xml])).toBe(told([xml]));
    expect(told([xml])).toMatch(/ end$/);
  });
  fc.assert(property, { numRuns: 500, seed: 2026 });
});

test('no text at all makes it throw or run on', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '/',
    '!',
    '--',
    '<![CDATA[',
    ']]>',
    '?',
    'a',
    ' ',
    '"',
    "'",
    '=',
    '&',
    ';',
    '#',
    'x',
    ':',
    '<a>',
    '</a>',
    '<!',
  );
  const property = fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
    expect(told(parts)).toMatch(/ (end|failed)$/);
  });
  fc.assert(property, { numRuns: 2000, seed: 2026 });
});
