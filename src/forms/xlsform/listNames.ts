/** The names of choices, made fit for answers that keep several of them with spaces between; and names that stand twice. */
import type { Lists, PlacedChoice } from './choices.ts';
import { type Draft, expressionFields } from './draft.ts';
import type { Findings } from './finding.ts';

const severalOf = (drafts: readonly Draft[]): ReadonlySet<string> =>
  new Set(drafts.filter(({ type }) => type === 'select_multiple' || type === 'rank').map(({ list }) => list ?? ''));

/** A quoted name is the same name wherever it stands in quotes; nothing else is touched. */
const renameIn = (drafts: readonly Draft[], from: string, to: string): void => {
  for (const { expressions } of drafts)
    for (const field of expressionFields) {
      const text = expressions[field];
      if (text?.includes(from)) expressions[field] = text.replaceAll(`'${from}'`, `'${to}'`).replaceAll(`"${from}"`, `"${to}"`);
    }
};

const renameSpaced = (list: string, choices: PlacedChoice[], drafts: readonly Draft[], findings: Findings): void => {
  const taken = new Set(choices.map(({ choice }) => choice.name));
  const names = new Map<string, string>();
  for (const placed of choices) {
    const text = placed.choice.name;
    if (!/\s/.test(text)) continue;
    const plain = text.replace(/\s+/g, '_');
    let name = names.get(text) ?? plain;
    for (let number = 2; !names.has(text) && taken.has(name); number += 1) name = `${plain}_${number}`;
    taken.add(name);
    if (!names.has(text)) renameIn(drafts, text, name);
    names.set(text, name);
    placed.choice = { ...placed.choice, name };
    findings.add('choice-with-spaces', placed.place, { text, suggestion: name, values: { list, name } });
  }
};

const sayOfTwice = (list: string, choices: readonly PlacedChoice[], findings: Findings): void => {
  const seen = new Map<string, PlacedChoice>();
  for (const placed of choices) {
    const { name } = placed.choice;
    const other = seen.get(name);
    if (other) findings.add('choice-twice', placed.place, { text: name, values: { name, list, other: other.place.row ?? 0 } });
    else seen.set(name, placed);
  }
};

export const mendLists = (drafts: readonly Draft[], lists: Lists, allowDuplicates: boolean, findings: Findings): void => {
  const several = severalOf(drafts);
  const filtered = new Set(drafts.filter(({ expressions }) => expressions.choiceFilter !== undefined).map(({ list }) => list ?? ''));
  const used = new Set(drafts.map(({ list }) => list ?? ''));
  for (const [name, choices] of lists) {
    if (several.has(name)) renameSpaced(name, choices, drafts, findings);
    if (!allowDuplicates && used.has(name) && !filtered.has(name)) sayOfTwice(name, choices, findings);
  }
};
