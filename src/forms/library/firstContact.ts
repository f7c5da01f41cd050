/** At most eight questions for a first talk, safe to ask where others might hear, and of use whatever the answers are. */
import { freeToLeaveJob } from './bank/freedom.ts';
import { payReceived, timeToRest } from './bank/pay.ts';
import { allRightToday, safeContact } from './bank/safety.ts';
import { rightsInformation, wants } from './bank/wishes.ts';
import { howIsWork } from './bank/work.ts';
import { checklistOf, section } from './build.ts';

export const firstContact = checklistOf({ id: 'first-contact', version: '1', meantFor: 'adult' }, [
  section('work-today', [howIsWork, payReceived, timeToRest, freeToLeaveJob]),
  section('before-we-part', [allRightToday, safeContact]),
  section('wishes', [rightsInformation, wants]),
]);
