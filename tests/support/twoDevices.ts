/** A desk and a phone before a fresh endpoint, each a browser with a profile of its own. */
import type { BrowserContext, Page } from 'playwright-core';
import { dropProfile, firstPage, launchProfile, newProfile, type Screen } from './browser.ts';
import { type ServerProcess, startServer } from './process.ts';

export interface TwoDevices {
  readonly server: ServerProcess;
  readonly desk: Page;
  readonly hand: Page;
  readonly putAway: () => Promise<void>;
}

export const twoDevices = async (screens: { readonly desk: Screen; readonly hand: Screen }): Promise<TwoDevices> => {
  const server = await startServer();
  const profiles: string[] = [];
  const contexts: BrowserContext[] = [];
  const open = async (screen: Screen): Promise<Page> => {
    const dir = newProfile();
    profiles.push(dir);
    const context = await launchProfile(dir, screen);
    contexts.push(context);
    return firstPage(context);
  };
  const [desk, hand] = [await open(screens.desk), await open(screens.hand)];
  return {
    server,
    desk,
    hand,
    putAway: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await server.dispose();
      profiles.forEach(dropProfile);
    },
  };
};
