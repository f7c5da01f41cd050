/** An invented checklist as an organisation brings one in, and how the road's people publish it. */
import type { Headless } from '../../demo/headless.ts';
import type { Checklist } from '../../src/domain/checklist.ts';
import { libraryIn, offered } from '../../src/domain/library.ts';
import { checklistEntries } from '../../src/domain/publishing.ts';

export const aChecklist = (more: Partial<Checklist> = {}): Checklist => ({
  id: 'harbour-kitchens',
  version: '2026-1',
  titles: { English: 'Harbour kitchens', 中文: '港口厨房' },
  wording: 'own',
  meantFor: 'adult',
  languages: [
    { name: 'English', code: 'en', direction: 'ltr', wording: 'source' },
    { name: '中文', code: 'zh-Hans', direction: 'ltr', wording: 'machine-draft' },
  ],
  defaultLanguage: 'English',
  items: [
    {
      name: 'hours',
      type: 'integer',
      supported: true,
      labels: { English: 'How many hours did you work yesterday?', 中文: '昨天您工作了几个小时？' },
      hints: {},
    },
  ],
  lists: {},
  tables: {},
  source: 'Harbour Kitchens Alliance (invented)',
  licence: 'CC BY 4.0',
  ...more,
});

/** Saves and sends it. Gives the record of the published checklist. */
export const publishes = async (device: Headless, checklist = aChecklist()): Promise<string> => {
  const book = device.notebook();
  const entries = device.must(checklistEntries(checklist, { newId: book.newId, library: libraryIn(book.recordsOf) }));
  device.must(await book.writeTogether(entries));
  await device.exchange();
  return entries[entries.length - 1]?.record ?? '';
};

export const offeredTo = (device: Headless, builtIn: readonly Checklist[] = []) =>
  offered(device.notebook().recordsOf, builtIn).map(({ id, version }) => `${id} ${version}`);
