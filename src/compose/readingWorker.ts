/** The worker that reads spreadsheets: a hostile or enormous file can only ever take this down, and nothing is kept here. */
/// <reference lib="webworker" />
import type { Result } from '../domain/result.ts';
import type { BroughtFile, ReadSpreadsheet } from '../forms/brought.ts';
import { readBrought } from '../forms/reading.ts';
import type { ReadingFailure } from '../ui/fieldbook.ts';

export type ReadingReply = { readonly type: 'here' } | { readonly type: 'read'; readonly read: Result<ReadSpreadsheet, ReadingFailure> };

self.addEventListener('message', ({ data }: MessageEvent<readonly BroughtFile[]>) => {
  self.postMessage({ type: 'read', read: readBrought(data) } satisfies ReadingReply);
});
self.postMessage({ type: 'here' } satisfies ReadingReply);
