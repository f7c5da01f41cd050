/** The sound of a published recording, put together from its parts; `null` when one is missing, damaged or not what was named. */
import { type Recording, soundFrom } from '../../../domain/recordings.ts';
import type { Notebook } from '../../../store/notebook.ts';
import type { SoundBytes } from '../../sound/player.ts';

export const openSound = async ({ openPart }: Pick<Notebook, 'openPart'>, recording: Recording): Promise<SoundBytes | null> => {
  const parts = await Promise.all(recording.parts.map(openPart));
  return soundFrom(
    recording,
    parts.map((part) => (part.ok ? part.value : null)),
  );
};
