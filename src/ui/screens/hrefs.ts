/** Addresses of the phone screens. Random ids only: an address says nothing of anybody (R19). */
import type { Id } from '../../domain/id.ts';

export const newContactHref = (person?: Id): string => (person ? `/new?person=${person}` : '/new');
export const personHref = (person: Id): string => `/p/${person}`;
export const consentHref = (person: Id): string => `/p/${person}?consent=yes`;
export const correctHref = (person: Id, record: Id): string => `/p/${person}?correct=${record}`;
/** A screening that came back with a comment. */
export const answerHref = (person: Id, record: Id): string => `/p/${person}?answer=${record}`;
/** A paused screening, taken up again. */
export const goOnHref = (screening: Id): string => `/q/${screening}?go=on`;
/** What was said in several talks with one person, beside each other. */
export const compareHref = (person: Id): string => `/p/${person}?compare=yes`;
export const runHref = (screening: Id, person: Id): string => `/q/${screening}?person=${person}`;

/**
 * Where a draft goes on, by its id: `contact:<record>`, `screening:<record>`, `consent:<person>`,
 * `correction:<record>`, `answer:<screening>`.
 */
export const draftHref = (draft: string, person: Id | undefined): string | undefined => {
  const [kind, id] = draft.split(':');
  if (!id) return undefined;
  switch (kind) {
    case 'contact':
      return `/new?draft=${id}`;
    case 'screening':
      return `/q/${id}`;
    case 'consent':
      return consentHref(id);
    case 'correction':
      return person && correctHref(person, id);
    case 'answer':
      return person && answerHref(person, id);
    default:
      return undefined;
  }
};
