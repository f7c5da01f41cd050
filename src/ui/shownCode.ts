import type { Id } from '../domain/id.ts';
import { personCode } from '../domain/person.ts';
import { holdTogether } from '../i18n/isolated.ts';
import { currentLanguage } from '../i18n/language.ts';

/**
 * A person's code where it stands by itself or beside other words. On a page that is written from the right, one that begins with
 * digits (222-XGG) would be drawn the other way round, and read aloud it would be somebody else's.
 */
export const shownCode = (person: Id): string => holdTogether(personCode(person), currentLanguage.value);
