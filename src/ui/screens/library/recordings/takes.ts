/** What was read and not yet published: one sealed draft for each line and language, on this device alone. */
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../../../domain/base64.ts';
import type { Take } from '../../../../domain/recordingEntries.ts';
import { RecordedPlace, type Recording, recordingsIn } from '../../../../domain/recordings.ts';
import { sumOf } from '../../../../domain/sum.ts';
import type { Notebook } from '../../../../store/notebook.ts';
import type { Recorded } from '../../../sound/microphone.ts';
import type { SoundBytes } from '../../../sound/player.ts';
import { openSound } from '../../listening/openSound.ts';
import type { SpokenLine } from './spokenLines.ts';

const KeptTake = v.object({
  of: RecordedPlace,
  language: v.string(),
  mime: v.string(),
  seconds: v.number(),
  sound: v.string(),
  source: v.string(),
  reader: v.optional(v.string()),
});

export const takeId = (language: string, { name }: Pick<SpokenLine, 'name'>): string => `recording:${language}:${name}`;

export interface Reading {
  readonly language: string;
  readonly reader: string;
  readonly line: SpokenLine;
  /** The original text at this moment. */
  readonly original: string;
}

export const takeFrom = ({ language, reader, line, original }: Reading, { bytes, mime, seconds }: Recorded): Take => ({
  of: line.place,
  language,
  mime,
  seconds,
  sound: toBase64(bytes),
  source: sumOf(original),
  ...(reader.trim() === '' ? {} : { reader: reader.trim() }),
});

export const keptTake = ({ drafts }: Pick<Notebook, 'drafts'>, id: string): Take | null => {
  const parsed = v.safeParse(KeptTake, drafts.find(id)?.value);
  return parsed.success ? parsed.output : null;
};

export const bytesIn = ({ sound }: Pick<Take, 'sound'>): number => Math.floor((sound.length * 3) / 4);

/** What there is of one line in one language: kept here, on phones, or of words that say something else by now. */
export interface LineStanding {
  readonly take: Take | null;
  readonly published: Recording | null;
  readonly state: 'none' | 'draft' | 'published' | 'changed';
  readonly seconds: number | null;
}

export const standingOf = (notebook: Notebook, language: string, line: SpokenLine, original: string): LineStanding => {
  const take = keptTake(notebook, takeId(language, line));
  const published = recordingsIn(notebook.recordsOf).get(language)?.get(line.name) ?? null;
  const newest = take ?? published;
  if (!newest) return { take, published, state: 'none', seconds: null };
  const state = newest.source !== sumOf(original) ? 'changed' : take ? 'draft' : 'published';
  return { take, published, state, seconds: newest.seconds };
};

/** The sound of a line: the kept one, or the published one from its parts. */
export const soundOf = async (notebook: Pick<Notebook, 'openPart'>, { take, published }: LineStanding): Promise<SoundBytes | null> =>
  take ? fromBase64(take.sound) : published && openSound(notebook, published);
