/**
 * One sheet, row by row. What it says of its own size is not believed; rows and cells that hold nothing leave no trace;
 * and behind twenty blank rows it only looks whether something is there.
 */
import { CellReader, type CellSource } from './cellReader.ts';
import type { WorkbookFailure } from './failure.ts';
import type { Findings, WorkbookFindingCode } from './finding.ts';
import type { PartListener } from './readPart.ts';
import type { Budget } from './unpack.ts';
import type { Cell, Row } from './workbook.ts';
import type { XmlReader } from './xmlReader.ts';

/** Counted over all sheets of a workbook. */
export interface CellCount {
  cells: number;
}

export interface SheetJob {
  readonly name: string;
  readonly source: CellSource;
  readonly findings: Findings;
  readonly budget: Budget;
  readonly count: CellCount;
}

export const lastRow = 1_048_576;
export const lastColumn = 16_383;
/** A sheet said to reach so far was formatted as a whole; nobody writes that many rows by hand. */
const formattedWhole = 1_000_000;

const isOn = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

/** From 'AB12' or 'AB' the column, from 0; more than the last when there is none such. */
const columnOf = (reference: string): number => {
  let column = 0;
  let at = 0;
  for (let code = reference.charCodeAt(0) & ~32; code >= 65 && code <= 90 && at < 4; code = reference.charCodeAt(at) & ~32) {
    column = column * 26 + code - 64;
    at += 1;
  }
  return at === 0 || at > 3 ? lastColumn + 1 : column - 1;
};

const rowOf = (reference: string): number => Number(/(\d{1,9})$/.exec(reference)?.[1] ?? 0);

export class SheetReader implements PartListener {
  readonly rows: Row[] = [];
  readonly #job: SheetJob;
  readonly #cell: CellReader;
  #inData = false;
  #number = 0;
  #hidden = false;
  /** null where the row is left out. */
  #cells: Map<number, Cell> | null = null;
  #column = -1;
  #inCell = false;
  #hasText = false;
  #lastWithText = 0;
  #reach = -1;
  /** Where hidden columns begin. Many authors hide all they do not use, which is no matter. */
  readonly #hiddenFrom: number[] = [];
  /** What was left when the blank rows were too many. */
  #tailFrom: number | null = null;

  constructor(job: SheetJob) {
    this.#job = job;
    this.#cell = new CellReader(job.source, job.budget.limits.textLength);
  }

  opened(xml: XmlReader): void {
    if (!this.#inData) this.#openedAround(xml);
    else if (xml.name === 'row') this.#beginRow(xml);
    else if (xml.name === 'c') this.#beginCell(xml);
    else if (this.#inCell) this.#cell.opened(xml);
  }

  closed(name: string): void {
    if (!this.#inData) return;
    if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
    else if (name === 'sheetData') this.#inData = false;
    else if (this.#inCell) this.#cell.closed(name);
  }

  text(text: string): void {
    if (this.#inCell) this.#cell.add(text);
  }

  verdict(): WorkbookFailure | 'enough' | null {
    const { budget, count } = this.#job;
    if (count.cells > budget.limits.cells) return { type: 'too-large', what: 'cells', limit: budget.limits.cells };
    if (this.#tailFrom === null || this.#tailFrom - budget.left <= budget.tailLeft) return null;
    this.#find('rest-not-looked-at', { row: this.#number });
    return 'enough';
  }

  forgives(): boolean {
    return this.#tailFrom !== null;
  }

  /** To be called when the sheet is read, however it ended. */
  finish(): void {
    for (const column of this.#hiddenFrom) if (column <= this.#reach) this.#find('hidden-columns', { column });
    this.#settle();
  }

  /** The tail is paid from its own budget. */
  #settle(): void {
    const { budget } = this.#job;
    if (this.#tailFrom === null) return;
    budget.tailLeft = Math.max(0, budget.tailLeft - (this.#tailFrom - budget.left));
    budget.left = this.#tailFrom;
  }

  #find(code: WorkbookFindingCode, place: { readonly row?: number; readonly column?: number } = {}): void {
    this.#job.findings.add(code, { sheet: this.#job.name, ...place });
  }

  #openedAround(xml: XmlReader): void {
    switch (xml.name) {
      case 'sheetData':
        this.#inData = true;
        break;
      case 'dimension':
        if (rowOf(xml.attribute('ref') ?? '') >= formattedWhole) this.#find('formatted-to-the-end');
        break;
      case 'col':
        if (isOn(xml.attribute('hidden')) && this.#hiddenFrom.length <= lastColumn)
          this.#hiddenFrom.push(Number(xml.attribute('min') ?? '1') - 1);
        break;
      case 'mergeCell':
        this.#merged(xml.attribute('ref')?.split(':')[0] ?? '');
        break;
    }
  }

  #merged(corner: string): void {
    const [row, column] = [rowOf(corner), columnOf(corner)];
    if (row > 0 && row <= lastRow && column <= lastColumn) this.#find('merged-cells', { row, column });
  }

  #beginRow(xml: XmlReader): void {
    this.#cells = null;
    this.#inCell = false;
    const number = Number(xml.attribute('r') ?? this.#number + 1);
    const inOrder = Number.isInteger(number) && number > this.#number;
    if (!inOrder) this.#find('row-out-of-order', { row: this.#number });
    else if (number > lastRow) this.#find('outside-the-sheet', { row: this.#number });
    else this.#beginRowAt(number, isOn(xml.attribute('hidden')));
  }

  #beginRowAt(number: number, hidden: boolean): void {
    this.#number = number;
    this.#hidden = hidden;
    this.#cells = new Map();
    this.#column = -1;
    this.#hasText = false;
    const { budget } = this.#job;
    if (number - this.#lastWithText > budget.limits.blankRows) this.#tailFrom ??= budget.left;
  }

  #beginCell(xml: XmlReader): void {
    if (!this.#cells) return;
    const reference = xml.attribute('r');
    this.#column = reference ? columnOf(reference) : this.#column + 1;
    this.#inCell = this.#column <= lastColumn;
    if (this.#inCell) this.#cell.begin(xml);
    else this.#find('outside-the-sheet', { row: this.#number });
  }

  #endCell(): void {
    if (!this.#inCell) return;
    this.#inCell = false;
    const read = this.#cell.read();
    if (read.type === 'nothing') return;
    const refused = this.#whyNotHere() ?? (read.type === 'string-missing' ? read.type : null);
    if (refused) this.#find(refused, { row: this.#number, column: this.#column });
    else if (read.type === 'cell') this.#keep(read.cell, read.cut);
  }

  #whyNotHere(): WorkbookFindingCode | null {
    if (this.#tailFrom !== null) return 'data-after-blank-rows';
    if (this.#column - this.#reach > this.#job.budget.limits.blankColumns) return 'data-after-blank-columns';
    return this.#cells?.has(this.#column) ? 'cell-twice' : null;
  }

  #keep(cell: Cell, cut: boolean): void {
    const place = { row: this.#number, column: this.#column };
    if (cut) this.#find('text-cut', place);
    if (cell.noCache) this.#find('formula-without-value', place);
    if (cell.kind === 'error') this.#find('error-cell', place);
    this.#cells?.set(this.#column, cell);
    this.#job.count.cells += 1;
    if (cell.text === '') return;
    this.#hasText = true;
    this.#reach = Math.max(this.#reach, this.#column);
  }

  #endRow(): void {
    const cells = this.#cells;
    this.#cells = null;
    if (!cells || cells.size === 0) return;
    this.rows.push({ number: this.#number, hidden: this.#hidden, cells });
    if (!this.#hasText) return;
    this.#lastWithText = this.#number;
    if (this.#hidden) this.#find('hidden-rows', { row: this.#number });
  }
}
