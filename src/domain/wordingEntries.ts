/** Writing about wording: a proposal to the office, what a supervisor accepts for everybody, and taking either back. */
import { type Audience, everybody, office, type ToWrite } from './entry.ts';
import type { Id, NewId } from './id.ts';
import type { RecordsOf } from './library.ts';
import { type AcceptedText, standingWording } from './wording.ts';
import type { WordingProposal } from './wordingProposals.ts';

/** UTF-16 units of JSON: at three bytes each at worst, with room to spare in an entry (src/protocol/numbers.ts). */
const unitsPerEntry = 48_000;

export const proposalEntry = (proposal: WordingProposal, newId: NewId): ToWrite => ({
  kind: 'wording-proposal',
  record: newId(),
  says: { ...proposal },
  audience: office,
});

type Texts = readonly (readonly [string, AcceptedText])[];

const inEntries = (texts: Texts): readonly Texts[] => {
  const parts: (readonly [string, AcceptedText])[][] = [];
  let left = 0;
  for (const pair of texts) {
    const units = JSON.stringify(pair).length;
    if (units > left) {
      parts.push([]);
      left = unitsPerEntry;
    }
    parts.at(-1)?.push(pair);
    left -= units;
  }
  return parts;
};

export interface Accepting {
  readonly language: string;
  readonly texts: ReadonlyMap<string, AcceptedText>;
}

/** For `notebook.writeTogether`. What the supervisor saw standing of these texts is what the new ones stand above. */
export const wordingEntries = ({ language, texts }: Accepting, records: RecordsOf, newId: NewId): readonly ToWrite[] => {
  const now = standingWording(records).get(language);
  return inEntries([...texts]).map((part) => {
    const seen = part.flatMap(([key]) => {
      const standing = now?.get(key);
      return standing ? [standing.taken.record, ...standing.others.map(({ record }) => record)] : [];
    });
    const says = { language, texts: Object.fromEntries(part), replaces: [...new Set(seen)] };
    return { kind: 'wording', record: newId(), says, audience: everybody };
  });
};

const saying = (record: Id, fields: Readonly<Record<string, unknown>>, audience: Audience): ToWrite => ({
  kind: 'amendment',
  record,
  says: { fields },
  audience,
});

/** It stands no longer, and what it stood above stands again. */
export const wordingTakenBack = (record: Id): ToWrite => saying(record, { offered: false }, everybody);

/** `audience`: whoever wrote it and the office. */
export const declining = (record: Id, why: string, audience: Audience): ToWrite => saying(record, { declined: why }, audience);
export const decliningTakenBack = (record: Id, audience: Audience): ToWrite => saying(record, { declined: null }, audience);
