/**
 * A checklist under way: sealed like every draft, so closing the laptop loses nothing. It is kept as JSON text, because a large
 * one has more single values than sealed bytes may hold, and text is one value.
 */
import { useMemo, useRef } from 'preact/hooks';
import * as v from 'valibot';
import { Checklist, ownLicence } from '../../../domain/checklist.ts';
import type { Id } from '../../../domain/id.ts';
import type { Result } from '../../../domain/result.ts';
import type { BroughtFile, ReadSpreadsheet } from '../../../forms/brought.ts';
import type { Finding } from '../../../forms/xlsform/finding.ts';
import type { Draft, Notebook, SaveFailure } from '../../../store/notebook.ts';
import { type DraftOf, useDraft } from '../../useDraft.ts';

export const draftOrigins = ['brought-in', 'new', 'copied'] as const;
export type DraftOrigin = (typeof draftOrigins)[number];

/** May we use it? Asked plainly, because a licensed tool shown without leave harms the one who shared it. */
export const permissions = ['ours', 'given', 'open', 'unclear'] as const;
export type Permission = (typeof permissions)[number];

export interface KeptLibraryDraft {
  readonly origin: DraftOrigin;
  /** So that the list of drafts need not read the checklists in them. */
  readonly title: string;
  readonly checklist: string;
  readonly findings: string;
  readonly permission: Permission | null;
}
const blank: KeptLibraryDraft = { origin: 'new', title: '', checklist: '', findings: '[]', permission: null };

const prefix = 'library:';
const draftId = (id: Id): string => `${prefix}${id}`;
/** The files as they came stand beside the draft: read again when a csv file comes later, and not sealed anew with every mark. */
const filesId = (id: Id): string => `library-files:${id}`;
const mostKeptBytes = 8_000_000;

export const titleIn = ({ titles, defaultLanguage, id }: Checklist): string =>
  titles[defaultLanguage] || Object.values(titles).find((title) => title !== '') || id;

const keptFrom = (origin: DraftOrigin, checklist: Checklist, findings: readonly Finding[]): KeptLibraryDraft => ({
  ...blank,
  origin,
  title: titleIn(checklist),
  checklist: JSON.stringify(checklist),
  findings: JSON.stringify(findings),
  // A copy of one whose terms somebody wrote down need not be asked about again.
  permission: origin !== 'copied' || !checklist.licence ? null : checklist.licence === ownLicence ? 'ours' : 'given',
});

type Notes = Pick<Notebook, 'newId' | 'drafts'>;

export const beginDraft = async (notebook: Notes, origin: DraftOrigin, checklist: Checklist): Promise<Result<Id, SaveFailure>> => {
  const id = notebook.newId();
  const kept = await notebook.drafts.keep(draftId(id), keptFrom(origin, checklist, []));
  return kept.ok ? { ok: true, value: id } : kept;
};

export const keepFiles = async ({ drafts }: Pick<Notebook, 'drafts'>, id: Id, files: readonly BroughtFile[]): Promise<void> => {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  // Too much to carry along: then the spreadsheet is asked for again when a csv file comes later.
  if (size <= mostKeptBytes) await drafts.keep(filesId(id), { files });
};

export const beginBroughtIn = async (
  notebook: Notes,
  { checklist, findings }: ReadSpreadsheet,
  files: readonly BroughtFile[],
): Promise<Result<Id, SaveFailure>> => {
  const id = notebook.newId();
  const kept = await notebook.drafts.keep(draftId(id), keptFrom('brought-in', checklist, findings));
  if (!kept.ok) return kept;
  await keepFiles(notebook, id, files);
  return { ok: true, value: id };
};

const Files = v.object({ files: v.array(v.object({ name: v.string(), bytes: v.instance(Uint8Array) })) });
export const filesOf = ({ drafts }: Pick<Notebook, 'drafts'>, id: Id): readonly BroughtFile[] => {
  const parsed = v.safeParse(Files, drafts.find(filesId(id))?.value);
  return parsed.success ? parsed.output.files : [];
};

export interface DraftRow {
  readonly id: Id;
  readonly title: string;
  readonly origin: DraftOrigin;
  readonly keptAt: string;
}
const Row = v.looseObject({ title: v.string(), origin: v.picklist(draftOrigins) });

export const draftRows = (drafts: readonly Draft[]): readonly DraftRow[] =>
  drafts.flatMap(({ id, value, keptAt }) => {
    const parsed = id.startsWith(prefix) ? v.safeParse(Row, value) : null;
    return parsed?.success ? [{ id: id.slice(prefix.length), keptAt, title: parsed.output.title, origin: parsed.output.origin }] : [];
  });

export const dropDraft = async ({ drafts }: Pick<Notebook, 'drafts'>, id: Id): Promise<void> => {
  await drafts.drop(draftId(id));
  await drafts.drop(filesId(id));
};

const readChecklist = (text: string): Checklist | null => {
  try {
    const parsed = v.safeParse(Checklist, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    // No draft of that name, or one that a newer version wrote otherwise: the page says so.
    return null;
  }
};

export interface LibraryDraft {
  readonly id: Id;
  readonly origin: DraftOrigin;
  readonly checklist: Checklist;
  readonly findings: readonly Finding[];
  readonly permission: Permission | null;
  readonly change: (next: Checklist) => void;
  readonly setPermission: (permission: Permission | null) => void;
  /** The same spreadsheet read again, with more files. */
  readonly readAgain: (read: ReadSpreadsheet) => void;
  readonly kept: DraftOf<KeptLibraryDraft>;
  /** The name under which it goes with the entries it becomes. */
  readonly draft: string;
}

export const useLibraryDraft = (id: Id): LibraryDraft | null => {
  const kept = useDraft<KeptLibraryDraft>(draftId(id), blank);
  const said = kept.value.value;
  const held = useRef<{ readonly text: string; readonly checklist: Checklist | null } | null>(null);
  if (held.current?.text !== said.checklist) held.current = { text: said.checklist, checklist: readChecklist(said.checklist) };
  const { checklist } = held.current;
  const findings = useMemo(() => JSON.parse(said.findings) as readonly Finding[], [said.findings]);
  if (!checklist) return null;
  const change = (next: Checklist, more: Partial<KeptLibraryDraft> = {}) => {
    const text = JSON.stringify(next);
    held.current = { text, checklist: next };
    kept.set({ checklist: text, title: titleIn(next), ...more });
  };
  return {
    id,
    origin: said.origin,
    checklist,
    findings,
    permission: said.permission,
    change: (next) => change(next),
    setPermission: (permission) => kept.set({ permission }),
    readAgain: (read) => change(read.checklist, { findings: JSON.stringify(read.findings) }),
    kept,
    draft: draftId(id),
  };
};
