/** Publishing a recording: its sound in parts and the head that names them, written together; and taking it back. */
import { fromBase64 } from './base64.ts';
import { everybody, type ToWrite } from './entry.ts';
import type { NewId } from './id.ts';
import type { RecordsOf } from './library.ts';
import { longestRecording, type RecordedPlace, recordingsOf } from './recordings.ts';
import { failed, ok, type Result } from './result.ts';
import { sumOf } from './sum.ts';

/** Letters of base64, a multiple of four; with the seal around them well below an entry's limit (src/protocol/numbers.ts). */
const lettersPerPart = 120_000;

/** What was recorded, before it is published. */
export interface Take {
  readonly of: RecordedPlace;
  /** BCP 47, as it is spoken. */
  readonly language: string;
  readonly mime: string;
  readonly seconds: number;
  /** Base64. */
  readonly sound: string;
  /** Of the original text that was read, or said in this language (sum.ts). */
  readonly source: string;
  readonly reader?: string | undefined;
}

export type TakeFailure = { readonly type: 'empty' | 'too-long' | 'too-large' };

const inParts = (sound: string): readonly string[] =>
  Array.from({ length: Math.ceil(sound.length / lettersPerPart) }, (_, at) => sound.slice(at * lettersPerPart, (at + 1) * lettersPerPart));

const whyNot = ({ seconds }: Take, bytes: number): TakeFailure | null => {
  if (bytes === 0) return { type: 'empty' };
  if (seconds > longestRecording.seconds) return { type: 'too-long' };
  return bytes > longestRecording.bytes ? { type: 'too-large' } : null;
};

/** For `notebook.writeTogether`. What its writer saw standing of this place is what it stands above. */
export const recordingEntries = (take: Take, records: RecordsOf, newId: NewId): Result<readonly ToWrite[], TakeFailure> => {
  const bytes = fromBase64(take.sound)?.length ?? 0;
  const failure = whyNot(take, bytes);
  if (failure) return failed(failure);
  const { sound, reader, ...said } = take;
  const record = newId();
  const parts = inParts(sound).map(
    (letters): ToWrite => ({ kind: 'recording-part', record: newId(), says: { of: record, sound: letters }, audience: everybody }),
  );
  const says = {
    ...said,
    ...(reader ? { reader } : {}),
    bytes,
    parts: parts.map((part) => part.record),
    sum: sumOf(sound),
    replaces: recordingsOf(records, take.of, take.language).map((one) => one.record),
  };
  return ok([...parts, { kind: 'recording', record, says, audience: everybody }]);
};

/** Nothing of this place is played any more, nor what stood there before. */
export const recordingTakenBack = (records: RecordsOf, place: RecordedPlace, language: string): readonly ToWrite[] =>
  recordingsOf(records, place, language).map(({ record }) => ({
    kind: 'amendment',
    record,
    says: { fields: { offered: false } },
    audience: everybody,
  }));
