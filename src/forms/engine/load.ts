/**
 * Makes a checklist ready to run: expressions parsed, names found, who reads whom, in which order to work things out, and what
 * is wrong. Never fails: an expression that cannot be used counts as not written, and the question works without it.
 */
import type { Checklist } from '../../domain/checklist.ts';
import { problemsInCalls } from '../expression/problems.ts';
import { readExpression } from '../expression/read.ts';
import { arrange, type Written } from './arrange.ts';
import { choosesFromList } from './choosing.ts';
import { type Lists, listsOf } from './lists.ts';
import { type FindRow, nameFinder } from './names.ts';
import type { LoadProblem, Where } from './problems.ts';
import { namesInText, readsOf } from './reads.ts';
import { layOutRows, type Row } from './rows.ts';
import { type TextKind, textKinds, textsOf } from './texts.ts';

export interface Loaded {
  readonly checklist: Checklist;
  readonly problems: readonly LoadProblem[];
  /** The form itself first. */
  readonly rows: readonly [Row, ...Row[]];
  readonly lists: Lists;
  readonly findRow: FindRow;
  /** The expressions that can be run, with whom they look at. */
  readonly written: readonly Written[];
}

const mostReads = 300_000;
const aspects = ['relevant', 'required', 'readonly', 'constraint', 'calculation', 'choiceFilter', 'repeatCount', 'default'] as const;

class Loading {
  readonly problems: LoadProblem[] = [];
  readonly written: Written[] = [];
  readonly #rows: readonly Row[];
  readonly #find: FindRow;
  readonly #parsed = new Map<string, ReturnType<typeof readExpression>>();
  #reads = 0;

  constructor(rows: readonly Row[], find: FindRow) {
    this.#rows = rows;
    this.#find = find;
  }

  #parse(text: string): ReturnType<typeof readExpression> {
    const known = this.#parsed.get(text) ?? readExpression(text);
    this.#parsed.set(text, known);
    return known;
  }

  /** What cannot be used is left out; why is then noted. */
  #write(row: Row, where: Written['where'], text: string): void {
    const place = { path: row.path, where };
    const parsed = this.#parse(text);
    const wrong = parsed.ok ? problemsInCalls(parsed.value) : [parsed.failure];
    for (const failure of wrong) this.problems.push({ type: 'expression', ...place, failure });
    if (!parsed.ok || wrong.length > 0) return;
    const expr = parsed.value;
    const context = where === 'choiceFilter' ? null : row;
    const { reads, unknown, namesItself } = readsOf(expr, { here: row, context, all: this.#rows, find: this.#find });
    this.#reads += reads.length;
    if (this.#reads > mostReads) this.problems.push({ type: 'looks-at-too-much', ...place });
    for (const { name, at } of unknown) this.#sayUnknown(row, where, name, at);
    if (unknown.length === 0 && this.#reads <= mostReads) this.written.push({ row, where, expr, reads, namesItself });
  }

  /** A default is run where it calls something or names a question; words with a bracket in them are words. */
  #isRun(text: string): boolean {
    return text.includes('${') || (/[\w.:-]\(/u.test(text) && this.#parse(text).ok);
  }

  takeExpressions(row: Row): void {
    for (const where of aspects) {
      const text = row.item[where] ?? '';
      if (where === 'default' ? this.#isRun(text) : text.trim() !== '') this.#write(row, where, text);
    }
  }

  takeTriggers(row: Row): void {
    const found: Row[] = [];
    for (const name of row.item.trigger ?? []) {
      const trigger = this.#find(row, name);
      if (trigger) found.push(trigger);
      else this.#sayUnknown(row, 'trigger', name);
    }
    row.triggers = found;
  }

  takeTexts(row: Row): void {
    for (const kind of textKinds) {
      const named = new Set(Object.values(textsOf(row.item, kind) ?? {}).flatMap(namesInText));
      const unknown = [...named].filter((name) => !this.#find(row, name));
      for (const name of unknown) this.#sayUnknown(row, whereOf(kind), name);
    }
  }

  #sayUnknown({ path }: Row, where: Where, name: string, at = 0): void {
    this.problems.push({ type: 'unknown-question', path, where, name, at });
  }
}

const whereOf = (kind: TextKind): Where => (kind === 'constraint' || kind === 'required' ? `${kind}Message` : kind);

export const loadChecklist = (checklist: Checklist): Loaded => {
  const rows = layOutRows(checklist);
  const lists = listsOf(checklist);
  const findRow = nameFinder(rows);
  const loading = new Loading(rows, findRow);
  for (const row of rows.slice(1)) {
    const { list } = row.item;
    if (list !== undefined && choosesFromList(row.item) && !lists.named(list)) {
      loading.problems.push({ type: 'unknown-list', path: row.path, where: 'list', name: list });
    }
    loading.takeExpressions(row);
    loading.takeTriggers(row);
    loading.takeTexts(row);
  }
  const circles = arrange(rows, loading.written);
  return {
    checklist,
    problems: [...loading.problems, ...circles],
    rows,
    lists,
    findRow,
    written: loading.written,
  };
};
