/**
 * Our own checklist for adults, in our own words from public law: 720 ILCS 5/10-9, 22 USC 7102, Palermo art. 3.
 * Calm questions first, sensitive ones after a pause, safety and wishes last. Four short parts open only when an
 * earlier answer opens them. Never here: immigration status, documents' contents, acts in detail, the whole story.
 * Not validated and not a score: it helps two people talk. Privacy, limits and the age gate come before it (src/ui).
 */
import { familyOwnChoice, familySayNo } from './bank/family.ts';
import {
  afterLeaving,
  basicNeeds,
  comeAndGo,
  contactWithOthers,
  freeToLeaveJob,
  ownPapers,
  ownVoice,
  refuseTask,
  toldWhatToSay,
} from './bank/freedom.ts';
import { homeAnyHour } from './bank/home.ts';
import { privateMoney, privateOwnChoice, privateSayNo } from './bank/intimate.ts';
import { lawSayNo } from './bank/law.ts';
import { ownMoney, payReceived, timeToRest } from './bank/pay.ts';
import { alcoholOrDrugs, pushedTo, threatsOfAuthorities, threatsOfHarm, threatsToShame, violence } from './bank/pressure.ts';
import { childInDanger, dangerToday, medicalNeed, personNear, safeContact, thoughtsOfDying } from './bank/safety.ts';
import { doesNotWant, trustedPeople, wants } from './bank/wishes.ts';
import { arrangedForYou, asPromised, howFound, moneyOwed, worksFor } from './bank/work.ts';
import { answered, askedIf, checklistOf, either, pausing, section, ticked } from './build.ts';

const worksInAHome = answered(worksFor, 'private-household', 'diplomat-household');
const worksInTheFamily = either(answered(worksFor, 'relatives-or-in-laws'), ticked(pushedTo, 'unpaid-family-work'));

export const adult = checklistOf({ id: 'adult', version: '2', meantFor: 'adult' }, [
  section('work-found', [worksFor, howFound, asPromised, arrangedForYou, moneyOwed]),
  section('work-and-pay', [payReceived, ownMoney, timeToRest, refuseTask]),
  section('daily-life', [basicNeeds, contactWithOthers, comeAndGo]),
  pausing('freedom-and-control', [
    ownPapers,
    ownVoice,
    toldWhatToSay,
    freeToLeaveJob,
    askedIf(answered(freeToLeaveJob, 'no', 'unsure'), afterLeaving),
  ]),
  pausing('people-and-threats', [threatsOfHarm, threatsOfAuthorities, threatsToShame, violence, alcoholOrDrugs, pushedTo]),
  section('work-in-a-home', [homeAnyHour], worksInAHome),
  pausing('work-in-the-family', [familyOwnChoice, familySayNo], worksInTheFamily),
  pausing('trouble-with-the-law', [lawSayNo], ticked(pushedTo, 'against-the-law')),
  pausing('private-matters', [privateOwnChoice, privateSayNo, privateMoney], ticked(pushedTo, 'intimate')),
  pausing('safety-now', [dangerToday, personNear, childInDanger, medicalNeed, thoughtsOfDying, safeContact]),
  section('wishes', [trustedPeople, wants, doesNotWant]),
]);
