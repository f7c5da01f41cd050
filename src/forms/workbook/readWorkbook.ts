/** Opens a spreadsheet: the bytes of a file in, its sheets out, whatever the file is called and whoever made it. */
import { failed, ok, type Result } from '../../domain/result.ts';
import type { CellSource } from './cellReader.ts';
import type { WorkbookFailure } from './failure.ts';
import { collectFindings, type Findings } from './finding.ts';
import { usualLimits, type WorkbookLimits } from './limits.ts';
import { type Outline, type OutlinedSheet, readOutline } from './outline.ts';
import { readPart } from './readPart.ts';
import { readSharedStrings } from './sharedStrings.ts';
import { type CellCount, SheetReader } from './sheetReader.ts';
import { whyNotZip } from './sniff.ts';
import { readStyles } from './styles.ts';
import { type Budget, budgetOf } from './unpack.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { readZip, type ZipEntries } from './zip.ts';

interface Job {
  readonly entries: ZipEntries;
  readonly budget: Budget;
  readonly findings: Findings;
  readonly count: CellCount;
}

const readSource = ({ entries, budget, findings }: Job, outline: Outline): Result<CellSource, WorkbookFailure> => {
  const stringsEntry = entries.get(outline.strings);
  const stylesEntry = entries.get(outline.styles);
  const strings = stringsEntry ? readSharedStrings(stringsEntry, budget, findings) : ok([]);
  if (!strings.ok) return strings;
  const styles = stylesEntry ? readStyles(stylesEntry, budget) : ok([]);
  if (!styles.ok) return styles;
  return ok({ strings: strings.value, styles: styles.value, from1904: outline.from1904 });
};

const readSheet = (job: Job, source: CellSource, { name, part, hidden }: OutlinedSheet): Result<Sheet | null, WorkbookFailure> => {
  const entry = job.entries.get(part);
  if (!entry) {
    job.findings.add('sheet-missing', { sheet: name });
    return ok(null);
  }
  const reader = new SheetReader({ ...job, name, source });
  const failure = readPart(entry, job.budget, reader);
  reader.finish();
  return failure ? failed(failure) : ok({ name, hidden, rows: reader.rows });
};

const readSheets = (job: Job, outline: Outline): Result<readonly Sheet[], WorkbookFailure> => {
  const source = readSource(job, outline);
  if (!source.ok) return source;
  const sheets: Sheet[] = [];
  for (const outlined of outline.sheets) {
    const sheet = readSheet(job, source.value, outlined);
    if (!sheet.ok) return sheet;
    if (sheet.value) sheets.push(sheet.value);
  }
  return sheets.length > 0 ? ok(sheets) : failed({ type: 'no-sheets' });
};

const noteSheets = ({ findings }: Job, outline: Outline): void => {
  const seen = new Set<string>();
  for (const { name, hidden } of outline.sheets) {
    if (hidden) findings.add('hidden-sheet', { sheet: name });
    if (seen.has(name.trim().toLowerCase())) findings.add('sheet-names-alike', { sheet: name });
    seen.add(name.trim().toLowerCase());
  }
  if (outline.from1904) findings.add('date-system-1904', {});
  if (outline.macros) findings.add('macros-ignored', {});
  for (const sheet of outline.charts) findings.add('chart-sheet', { sheet });
};

export const readWorkbook = (bytes: Uint8Array, limits: WorkbookLimits = usualLimits): Result<Workbook, WorkbookFailure> => {
  if (bytes.length > limits.fileBytes) return failed({ type: 'too-large', what: 'file', limit: limits.fileBytes });
  const other = whyNotZip(bytes);
  if (other) return failed(other);
  const entries = readZip(bytes, limits);
  if (!entries.ok) return entries;
  const job: Job = { entries: entries.value, budget: budgetOf(limits), findings: collectFindings(), count: { cells: 0 } };
  const outline = readOutline(job.entries, job.budget);
  if (!outline.ok) return outline;
  noteSheets(job, outline.value);
  const sheets = readSheets(job, outline.value);
  return sheets.ok ? ok({ sheets: sheets.value, findings: job.findings.all() }) : sheets;
};
