/** Which sheets a workbook has and in which parts of the zip its pieces lie; or what the zip is instead of a workbook. */
import { failed, ok, type Result } from '../../domain/result.ts';
import type { WorkbookFailure } from './failure.ts';
import { readPart } from './readPart.ts';
import { type Relation, readRelations } from './relations.ts';
import type { Budget } from './unpack.ts';
import type { XmlReader } from './xmlReader.ts';
import type { ZipEntries } from './zip.ts';

export interface OutlinedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface Outline {
  readonly sheets: readonly OutlinedSheet[];
  /** Names of sheets that are no table. */
  readonly charts: readonly string[];
  readonly strings: string;
  readonly styles: string;
  readonly from1904: boolean;
  readonly macros: boolean;
}

interface ListedSheet {
  readonly name: string;
  readonly state: string;
  readonly relation: string;
}

const longestName = 300;
const usualWorkbook = 'xl/workbook.xml';

const otherKind = (entries: ZipEntries): WorkbookFailure => {
  const names = [...entries.keys()];
  if (entries.has('xl/workbook.bin')) return { type: 'binary-workbook' };
  if (entries.has('content.xml') && entries.has('mimetype')) return { type: 'open-document' };
  if (names.some((name) => name.startsWith('xl/'))) return { type: 'damaged', part: usualWorkbook };
  return names.some((name) => name === '[content_types].xml') ? { type: 'not-a-workbook' } : { type: 'zip-archive' };
};

const findWorkbook = (entries: ZipEntries, relations: readonly Relation[]): string | null => {
  const named = relations.find(({ kind }) => kind === 'officeDocument')?.target;
  if (named?.startsWith('xl/') && named.endsWith('.xml') && entries.has(named)) return named;
  return entries.has(usualWorkbook) ? usualWorkbook : null;
};

interface Listing {
  readonly sheets: readonly ListedSheet[];
  readonly from1904: boolean;
}

const isOn = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

const readListing = (entries: ZipEntries, part: string, budget: Budget): Result<Listing, WorkbookFailure> => {
  const entry = entries.get(part);
  if (!entry) return failed({ type: 'damaged', part });
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  const opened = (xml: XmlReader): void => {
    if (xml.name === 'workbookPr') from1904 = isOn(xml.attribute('date1904'));
    if (xml.name !== 'sheet') return;
    const name = (xml.attribute('name') ?? '').slice(0, longestName);
    sheets.push({ name, state: xml.attribute('state') ?? 'visible', relation: xml.attribute('id') ?? '' });
  };
  const limit = budget.limits.sheets;
  const verdict = () => (sheets.length > limit ? ({ type: 'too-large', what: 'sheets', limit } as const) : null);
  const failure = readPart(entry, budget, { opened, verdict });
  return failure ? failed(failure) : ok({ sheets, from1904 });
};

const outlineOf = ({ sheets, from1904 }: Listing, relations: readonly Relation[]): Outline => {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const isTable = ({ relation }: ListedSheet): boolean => (byId.get(relation)?.kind ?? 'worksheet') === 'worksheet';
  const targetOf = (kind: string): string => relations.find((relation) => relation.kind === kind)?.target ?? '';
  return {
    sheets: sheets
      .filter(isTable)
      .map(({ name, state, relation }) => ({ name, hidden: state !== 'visible', part: byId.get(relation)?.target ?? '' })),
    charts: sheets.filter((sheet) => !isTable(sheet)).map(({ name }) => name),
    strings: targetOf('sharedStrings'),
    styles: targetOf('styles'),
    macros: targetOf('vbaProject') !== '',
    from1904,
  };
};

export const readOutline = (entries: ZipEntries, budget: Budget): Result<Outline, WorkbookFailure> => {
  const root = readRelations(entries, '', budget);
  if (!root.ok) return root;
  const part = findWorkbook(entries, root.value);
  if (!part) return failed(otherKind(entries));
  const listing = readListing(entries, part, budget);
  if (!listing.ok) return listing;
  const relations = readRelations(entries, part, budget);
  return relations.ok ? ok(outlineOf(listing.value, relations.value)) : relations;
};
