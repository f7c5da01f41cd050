/**
 * Writes sheets as an .xlsx file. A text stays the text it is, also when it begins like a formula: it is written as text
 * and marked as text, so that it does not run when somebody edits the cell. The same sheets give the same bytes.
 */
import { strToU8, zipSync } from 'fflate';
import { sheetNames } from './sheetNames.ts';
import { type Formatted, sheetXml } from './sheetXml.ts';
import type { WrittenSheet } from './writtenSheet.ts';
import { encodeEntities } from './xmlText.ts';

const vocabulary = 'http://schemas.openxmlformats.org/';
const main = `${vocabulary}spreadsheetml/2006/main`;
const relations = `${vocabulary}package/2006/relationships`;
const office = `${vocabulary}officeDocument/2006/relationships`;
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const formats: Readonly<Record<Formatted, number>> = { plain: 0, text: 1, heading: 2, wrapped: 3 };

/** Format 49 is @, text. The four cell formats stand in the order of `formats`. */
const styles = `<styleSheet xmlns="${main}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

const numbered = (names: readonly string[], write: (name: string, number: number) => string): string =>
  names.map((name, index) => write(name, index + 1)).join('');

const sheetPart = (number: number): string => `worksheets/sheet${number}.xml`;

const typeOf = (path: string, type: string): string => `<Override PartName="/xl/${path}" ContentType="${contentType}.${type}+xml"/>`;

const contentTypes = (names: readonly string[]): string =>
  [
    `<Types xmlns="${vocabulary}package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    typeOf('workbook.xml', 'sheet.main'),
    typeOf('styles.xml', 'styles'),
    numbered(names, (_, number) => typeOf(sheetPart(number), 'worksheet')),
    '</Types>',
  ].join('');

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;

const relationsXml = (written: string): string => `<Relationships xmlns="${relations}">${written}</Relationships>`;

const workbookRelations = (names: readonly string[]): string =>
  relationsXml(
    relation('styles', 'styles', 'styles.xml') + numbered(names, (_, number) => relation(`sheet${number}`, 'worksheet', sheetPart(number))),
  );

const sheetEntry = (name: string, number: number): string =>
  `<sheet name="${encodeEntities(name)}" sheetId="${number}" r:id="sheet${number}"/>`;

const workbook = (names: readonly string[]): string =>
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbered(names, sheetEntry)}</sheets></workbook>`;

/** The earliest day a zip knows, whatever the clock and the time zone. */
const noDay = new Date(1980, 0, 1);

const part = (xml: string): Uint8Array => strToU8(declaration + xml);

export const writeWorkbook = (sheets: readonly WrittenSheet[]): Uint8Array => {
  const written = sheets.length > 0 ? sheets : [{ name: '', rows: [] }];
  const names = sheetNames(written.map(({ name }) => name));
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': part(contentTypes(names)),
    '_rels/.rels': part(relationsXml(relation('workbook', 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': part(workbook(names)),
    'xl/_rels/workbook.xml.rels': part(workbookRelations(names)),
    'xl/styles.xml': part(styles),
  };
  for (const [index, sheet] of written.entries()) parts[`xl/${sheetPart(index + 1)}`] = part(sheetXml(sheet, main, formats));
  return zipSync(parts, { mtime: noDay, level: 6 });
};
