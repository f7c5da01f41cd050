/** Handing on a file: its name says no more than the day, and its type is one that every phone shares. */
import type { PackedFile } from '../../../store/courierOut.ts';
import { saveFile } from '../../saveFile.ts';

const textType = 'text/plain';

/** Several of one day are told apart by a number. */
export const nameOf = (day: string, at: number, of: number): string => (of > 1 ? `notes-${day}-${at + 1}.txt` : `notes-${day}.txt`);

export const asFiles = (
  packed: readonly PackedFile[],
  spell: (bytes: PackedFile['bytes']) => PackedFile['bytes'],
  day: string,
): readonly File[] => packed.map(({ bytes }, at) => new File([spell(bytes)], nameOf(day, at, packed.length), { type: textType }));

export const canShare = (files: readonly File[]): boolean =>
  typeof navigator.canShare === 'function' && navigator.canShare({ files: [...files] });

/** `false` when the phone did not share after all; closing the sheet is the person's own choice, and no failure. */
export const share = async (files: readonly File[]): Promise<boolean> => {
  try {
    await navigator.share({ files: [...files] });
    return true;
  } catch (problem) {
    return problem instanceof DOMException && problem.name === 'AbortError';
  }
};

export const saveAll = (files: readonly File[]): void => {
  for (const file of files) saveFile(file.name, file, textType);
};
