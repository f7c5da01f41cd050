/** Whether the browser promises to keep this origin's data. Asked after the first save, never awaited at start: Firefox waits for the person. */
import { signal } from '@preact/signals';

export const storageKept = signal<'kept' | 'not-promised' | 'unknown'>('unknown');

const tell = (kept: boolean) => {
  storageKept.value = kept ? 'kept' : 'not-promised';
};

export const lookAtStorage = async (): Promise<void> => {
  if (navigator.storage?.persisted) tell(await navigator.storage.persisted());
};

export const askToKeepStorage = async (): Promise<void> => {
  if (navigator.storage?.persist) tell(await navigator.storage.persist());
};
