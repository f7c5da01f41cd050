/**
 * People who were made to do what the law forbids: scam compounds, theft, growing, carrying. A lawyer comes first. What
 * was done is never asked and never written, because notes can be ordered by a court, and nobody should be punished for
 * what they were forced to do.
 */
import { basicNeeds, comeAndGo, ownPapers, payToLeave } from './bank/freedom.ts';
import {
  afraidOfBlame,
  courtDate,
  keptIn,
  lawSayNo,
  lawyerFirst,
  passedOn,
  punishedForTooLittle,
  takenElsewhere,
  yourNameUsed,
} from './bank/law.ts';
import { threatsOfAuthorities, threatsOfHarm, violence } from './bank/pressure.ts';
import { childInDanger, dangerToday, medicalNeed, othersHeld, personNear, safeContact, thoughtsOfDying } from './bank/safety.ts';
import { doesNotWant, wants } from './bank/wishes.ts';
import { asPromised, howFound, moneyOwed } from './bank/work.ts';
import { checklistOf, pausing, section } from './build.ts';

export const forcedCriminality = checklistOf({ id: 'forced-criminality', version: '1', meantFor: 'adult' }, [
  pausing('advice-first', [lawyerFirst, courtDate]),
  section('how-it-began', [howFound, asPromised, takenElsewhere, moneyOwed]),
  section('daily-life', [basicNeeds, comeAndGo, keptIn]),
  pausing('made-to-do', [lawSayNo, punishedForTooLittle, passedOn, yourNameUsed, ownPapers, payToLeave]),
  pausing('people-and-threats', [threatsOfHarm, threatsOfAuthorities, violence, afraidOfBlame]),
  pausing('safety-now', [dangerToday, personNear, othersHeld, childInDanger, medicalNeed, thoughtsOfDying, safeContact]),
  section('wishes', [wants, doesNotWant]),
]);
