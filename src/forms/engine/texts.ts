/** Which of an item's texts is which. */
import type { Item, Texts } from '../../domain/checklist.ts';

export const textKinds = ['label', 'hint', 'guidance', 'constraint', 'required'] as const;
export type TextKind = (typeof textKinds)[number];

export const textsOf = ({ labels, hints, guidance, constraintMessages, requiredMessages }: Item, kind: TextKind): Texts | undefined =>
  ({ label: labels, hint: hints, guidance, constraint: constraintMessages, required: requiredMessages })[kind];
