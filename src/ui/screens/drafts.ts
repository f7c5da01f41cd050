/** Unfinished things as a list: what each is, about whom, and where it goes on. Drafts of other screens are left out. */
import * as v from 'valibot';
import type { RecordState } from '../../domain/fold.ts';
import type { Id } from '../../domain/id.ts';
import { personOf } from '../../domain/records.ts';
import type { Draft } from '../../store/notebook.ts';
import { draftHref } from './hrefs.ts';

export const draftKinds = ['contact', 'screening', 'consent', 'correction', 'answer'] as const;
export type DraftKind = (typeof draftKinds)[number];

export interface DraftRow {
  readonly id: string;
  readonly kind: DraftKind;
  readonly person: Id | undefined;
  readonly href: string;
  readonly keptAt: string;
  readonly value: unknown;
  /** Of a checklist: how far it has come. */
  readonly at: 'before' | 'questions' | 'result' | 'minor' | undefined;
}

const Kind = v.picklist(draftKinds);
/** A draft may come from an older version of the app: only what this list needs is read. */
const Person = v.looseObject({ person: v.string() });
const Staged = v.looseObject({ stage: v.string() });

const atIn = (kind: DraftKind, value: unknown): DraftRow['at'] => {
  const parsed = v.safeParse(Staged, value);
  if (kind !== 'screening' || !parsed.success) return undefined;
  return (['questions', 'result', 'minor'] as const).find((stage) => stage === parsed.output.stage) ?? 'before';
};

export const draftRows = (drafts: readonly Draft[], record: (id: Id) => RecordState | undefined): readonly DraftRow[] =>
  drafts.flatMap(({ id, value, keptAt }) => {
    const [said, about] = id.split(':');
    const kind = v.safeParse(Kind, said);
    if (!kind.success || !about) return [];
    const person = personIn(kind.output, about, value, record);
    const href = draftHref(id, person);
    return href ? [{ id, kind: kind.output, person, href, keptAt, value, at: atIn(kind.output, value) }] : [];
  });

const personIn = (kind: DraftKind, about: Id, value: unknown, record: (id: Id) => RecordState | undefined): Id | undefined => {
  if (kind === 'consent') return about;
  if (kind === 'correction' || kind === 'answer') {
    const state = record(about);
    return (state && personOf(state)) ?? undefined;
  }
  const parsed = v.safeParse(Person, value);
  return parsed.success ? parsed.output.person : undefined;
};
