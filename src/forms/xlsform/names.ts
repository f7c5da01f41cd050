/** Names are one of a kind among siblings. A second of the same name is kept under another, and both rows are named. */
import { allDrafts, type Draft, placeIn } from './draft.ts';
import type { Findings } from './finding.ts';

interface Taken {
  readonly byName: Map<string, Draft>;
  /** Where to go on counting, so that ten thousand rows of one name are not counted from the start each time. */
  readonly next: Map<string, number>;
}

const free = (name: string, { byName, next }: Taken): string => {
  for (let number = next.get(name) ?? 2; ; number += 1) {
    const tail = `_${number}`;
    const called = `${name.slice(0, 300 - tail.length)}${tail}`;
    if (byName.has(called)) continue;
    next.set(name, number + 1);
    return called;
  }
};

const nameSiblings = (siblings: readonly Draft[], findings: Findings): void => {
  const taken: Taken = { byName: new Map(), next: new Map() };
  const later: Draft[] = [];
  for (const draft of siblings) {
    if (taken.byName.has(draft.name)) later.push(draft);
    else taken.byName.set(draft.name, draft);
  }
  for (const draft of later) {
    const text = draft.name;
    const other = taken.byName.get(text)?.row.number ?? 0;
    draft.name = free(text, taken);
    taken.byName.set(draft.name, draft);
    findings.add('name-twice', placeIn(draft, 'name'), { text, suggestion: draft.name, values: { name: draft.name, other } });
  }
};

export const giveOwnNames = (roots: readonly Draft[], findings: Findings): void => {
  nameSiblings(roots, findings);
  for (const { children } of allDrafts(roots)) if (children) nameSiblings(children, findings);
};
