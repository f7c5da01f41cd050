/** What is wrong with a checklist, for whoever wrote it: the reader of spreadsheets turns each into a sentence. The phone has no need of it. */
import type { ExpressionFailure } from '../expression/failures.ts';
import { parseExpression } from '../expression/parse.ts';
import { problemsInCalls } from '../expression/problems.ts';
import { asksWithin, type Written } from './arrange.ts';
import { type Loaded, mostReads, readsFrom, textsToRun } from './load.ts';
import type { Aspect, Row } from './rows.ts';
import { type TextKind, textKinds, textsOf } from './texts.ts';

export type Where = Aspect | 'default' | 'trigger' | 'list' | 'label' | 'hint' | 'guidance' | 'constraintMessage' | 'requiredMessage';

/** `path` is the row's, without positions; `where` says which of its columns. */
export type LoadProblem =
  | { readonly type: 'expression'; readonly path: string; readonly where: Where; readonly failure: ExpressionFailure }
  | { readonly type: 'unknown-question'; readonly path: string; readonly where: Where; readonly name: string }
  /** They wait for each other; each path once, in document order. The expressions between them count as not written. */
  | { readonly type: 'circle'; readonly path: string; readonly where: Where; readonly paths: readonly string[] }
  | { readonly type: 'unknown-list'; readonly path: string; readonly where: 'list'; readonly name: string }
  /** The expressions together look at more than can be followed. */
  | { readonly type: 'looks-at-too-much'; readonly path: string; readonly where: Where };

const unknown = ({ path }: Row, where: Where, names: readonly string[]): readonly LoadProblem[] =>
  names.map((name) => ({ type: 'unknown-question', path, where, name }));

/** The names in the `${...}` of a text. */
const namesInText = (text: string): readonly string[] =>
  text.includes('${') ? [...text.matchAll(/\$\{\s*([^{}]*?)\s*\}/gu)].map(([, name]) => name ?? '') : [];

const whereOf = (kind: TextKind): Where => (kind === 'constraint' || kind === 'required' ? `${kind}Message` : kind);

class Telling {
  readonly #loaded: Loaded;
  #reads = 0;

  constructor(loaded: Loaded) {
    this.#loaded = loaded;
  }

  ofRow(row: Row): readonly LoadProblem[] {
    const expressions = textsToRun(row).flatMap(([where, text]) => this.#ofExpression(row, where, text));
    const triggers = unknown(row, 'trigger', this.#notThere(row, row.item.trigger ?? []));
    const texts = textKinds.flatMap((kind) => {
      const named = new Set(Object.values(textsOf(row.item, kind) ?? {}).flatMap(namesInText));
      return unknown(row, whereOf(kind), this.#notThere(row, [...named]));
    });
    return [...this.#ofList(row), ...expressions, ...triggers, ...texts];
  }

  #notThere(row: Row, names: readonly string[]): readonly string[] {
    return names.filter((name) => !this.#loaded.findRow(row, name));
  }

  #ofList({ item, path, isChoosing }: Row): readonly LoadProblem[] {
    const { list: name } = item;
    const isMissing = name !== undefined && isChoosing && !this.#loaded.lists.named(name);
    return isMissing ? [{ type: 'unknown-list', path, where: 'list', name }] : [];
  }

  #ofExpression(row: Row, where: Written['where'], text: string): readonly LoadProblem[] {
    const { path } = row;
    const parsed = parseExpression(text);
    const wrong = parsed.ok ? problemsInCalls(parsed.value) : [parsed.failure];
    if (!parsed.ok || wrong.length > 0) return wrong.map((failure) => ({ type: 'expression', path, where, failure }));
    const { rows, findRow } = this.#loaded;
    const found = readsFrom(row, where, parsed.value, rows, findRow);
    this.#reads += found.reads.length;
    const tooMuch: readonly LoadProblem[] = this.#reads > mostReads ? [{ type: 'looks-at-too-much', path, where }] : [];
    return [...tooMuch, ...unknown(row, where, found.unknown)];
  }
}

const circleOf = (circle: readonly Written[]): readonly LoadProblem[] => {
  const [first] = circle;
  const paths = [...new Set(circle.map(({ row }) => row))].sort((a, b) => a.index - b.index).map(({ path }) => path);
  return first ? [{ type: 'circle', path: first.row.path, where: first.where, paths }] : [];
};

/** A group that asks whether to show by what is in it works, by blanks; its author hardly meant that. */
const byBlanks = ({ written, circles }: Loaded): readonly (readonly Written[])[] => {
  const dropped = new Set(circles.flat());
  return written.filter((one) => !dropped.has(one) && one.reads.some((read) => asksWithin(one, read))).map((one) => [one]);
};

export const problemsIn = (loaded: Loaded): readonly LoadProblem[] => {
  const telling = new Telling(loaded);
  const inRows = loaded.rows.flatMap((row) => telling.ofRow(row));
  return [...inRows, ...[...loaded.circles, ...byBlanks(loaded)].flatMap(circleOf)];
};
