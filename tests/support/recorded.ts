/** Sound that nobody made: bytes of noise in the shape of a recording, and how a supervisor publishes it. */
import { randomBytes } from 'node:crypto';
import type { Headless } from '../../demo/headless.ts';
import { toBase64 } from '../../src/domain/base64.ts';
import { recordingEntries, type Take } from '../../src/domain/recordingEntries.ts';
import { type Recording, recordingsIn, soundFrom } from '../../src/domain/recordings.ts';
import type { Notebook } from '../../src/store/notebook.ts';

export const noise = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

export const aTake = (changes: Partial<Take> = {}): Take => ({
  of: { key: 'checklists:limits.purpose' },
  language: 'rhg',
  mime: 'audio/webm;codecs=opus',
  seconds: 6.5,
  sound: toBase64(noise(21_000)),
  source: '811c9dc5',
  ...changes,
});

export const publishesTake = async (device: Headless, take: Take): Promise<void> => {
  const notebook = device.notebook();
  const entries = recordingEntries(take, notebook.recordsOf, notebook.newId);
  if (!entries.ok) throw new Error(`not to be published: ${entries.failure.type}`);
  device.must(await notebook.writeTogether(entries.value));
  await device.exchange();
};

export const standing = ({ recordsOf }: Pick<Notebook, 'recordsOf'>, language: string): readonly Recording[] => [
  ...(recordingsIn(recordsOf).get(language)?.values() ?? []),
];

/** As a screen brings it: every part opened, then put together. */
export const heard = async ({ openPart }: Pick<Notebook, 'openPart'>, recording: Recording): Promise<string | null> => {
  const parts = await Promise.all(recording.parts.map(openPart));
  const bytes = soundFrom(
    recording,
    parts.map((part) => (part.ok ? part.value : null)),
  );
  return bytes && toBase64(bytes);
};
