/** Asks the browser to wake the service worker when there is a network, where it can (Chromium). Elsewhere, and where it says no, nothing changes. */
interface SyncingRegistration {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
}

/** src/sw.ts knows it by this name. */
const tag = 'send';

export const askForBackground = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    const registration = (await navigator.serviceWorker.getRegistration()) as SyncingRegistration | undefined;
    await registration?.sync?.register(tag);
  } catch {
    // Not allowed by the person, or no worker is installed yet: the app sends when it is opened, as ever.
  }
};
