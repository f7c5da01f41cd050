/** Of all styles only this is wanted: which of them show a number as a date or a time. */
import { failed, ok, type Result } from '../../domain/result.ts';
import { type Shown, shownAs } from './dateText.ts';
import type { WorkbookFailure } from './failure.ts';
import { readPart } from './readPart.ts';
import type { Budget } from './unpack.ts';
import type { XmlReader } from './xmlReader.ts';
import type { ZipEntry } from './zip.ts';

/** Excel allows 64,000. What is beyond shows numbers. */
const mostStyles = 65_536;

/** By the number a cell names. */
export type CellStyles = readonly Shown[];

export const readStyles = (entry: ZipEntry, budget: Budget): Result<CellStyles, WorkbookFailure> => {
  const codes = new Map<string, string>();
  const styles: Shown[] = [];
  let inCellStyles = false;
  /** Many styles share a format; each is understood once. */
  const known = new Map<string, Shown>();
  const shownFor = (id: string): Shown => {
    const shown = known.get(id) ?? shownAs(Number(id), codes.get(id));
    known.set(id, shown);
    return shown;
  };
  const opened = (xml: XmlReader): void => {
    if (xml.name === 'cellXfs') inCellStyles = true;
    if (xml.name === 'numFmt' && codes.size < mostStyles) codes.set(xml.attribute('numFmtId') ?? '', xml.attribute('formatCode') ?? '');
    if (xml.name !== 'xf' || !inCellStyles || styles.length >= mostStyles) return;
    styles.push(shownFor(xml.attribute('numFmtId') ?? '0'));
  };
  const closed = (name: string): void => {
    if (name === 'cellXfs') inCellStyles = false;
  };
  const failure = readPart(entry, budget, { opened, closed });
  return failure ? failed(failure) : ok(styles);
};
