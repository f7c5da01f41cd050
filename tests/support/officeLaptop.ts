/** The office as a device without a screen, for stories in which only what arrives there counts. */

import type { Page } from 'playwright-core';
import { createHeadless, quickKdf, settled } from '../../demo/headless.ts';
import { localNow } from '../../src/compose/clock.ts';
import { isOpen, join } from './gate.ts';
import { pause } from './killedPhone.ts';
import type { ServerProcess } from './process.ts';

export const officeLaptop = async (server: ServerProcess) => {
  const laptop = createHeadless({ fetch, origin: server.origin, kdf: quickKdf, now: () => localNow() });
  await laptop.found('Lantern House (invented)', 'Mina', 'office words for stories');
  return laptop;
};
export type OfficeLaptop = Awaited<ReturnType<typeof officeLaptop>>;

/** The phone joins over `origin`, which may be another way to the same endpoint, and is let in. */
export const joinsOffice = async (page: Page, laptop: OfficeLaptop, origin: string): Promise<void> => {
  const { link } = await laptop.invite('worker');
  await join(page, origin + link.slice(new URL(link).origin.length), 'Joon');
  await laptop.letIn((await laptop.asking())[0]?.invitation ?? '');
  await isOpen(page);
};

export const notesAt = (laptop: OfficeLaptop): string[] =>
  laptop
    .notebook()
    .recordsOf('contact')
    .map(({ fields }) => String(fields.get('note')?.value));

/** Waits until these are there, or long enough. Then says what never came, what came twice and what is missing in between. */
export const missingAt = async (laptop: OfficeLaptop, wanted: readonly string[]): Promise<string[]> => {
  for (let tries = 0; tries < 40; tries += 1) {
    await laptop.exchange();
    await settled(100);
    const there = new Set(notesAt(laptop));
    if (wanted.every((note) => there.has(note)) && laptop.notebook().missing() === 0) break;
    await pause(500);
  }
  const there = notesAt(laptop);
  const doubled = there.filter((note, at) => there.indexOf(note) !== at).map((note) => `${note} twice`);
  const gaps = laptop.notebook().missing();
  return [...wanted.filter((note) => !there.includes(note)), ...doubled, ...(gaps > 0 ? [`${gaps} never came`] : [])];
};
