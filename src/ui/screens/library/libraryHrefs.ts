/**
 * Addresses of the library. A checklist's own id may say what it is about, so an address holds a random record id, or, for one
 * of our own, only its place in the list (R19).
 */
import type { Id } from '../../../domain/id.ts';
import { library } from '../../../forms/library/library.ts';

export const libraryHref = '/library';
export const languagesHref = '/library/languages';
export const draftHref = (draft: Id): string => `/library/d/${draft}`;
export const publishedHref = (record: Id): string => `/library/c/${record}`;
/** Of one of ours, where an address has room for a record's id. */
export const placeInLibrary = (id: string): string => String(library.findIndex((checklist) => checklist.id === id) + 1);
export const builtInHref = (id: string): string => `/library/c/${placeInLibrary(id)}`;

/** Of the same address as a checklist's own page has. */
export const checklistHref = (which: string): string => `/library/c/${which}`;
export const recordingsHref = (which: string): string => `/library/v/${which}`;

/** A record's id has 32 letters; a place in the list has a few digits. */
export const builtInAt = (which: string): string | undefined => (which.length < 4 ? library[Number(which) - 1]?.id : undefined);
