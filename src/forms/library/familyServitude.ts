/** Marriage and family: work without a choice in one's own home or that of a husband's or wife's family. Nobody is judged. */
import {
  afterLeavingHome,
  childrenKept,
  familyBusinessUnpaid,
  familyOwnChoice,
  familySayNo,
  freeToLeaveHome,
  lifeAsPromised,
  livesWith,
  marriageChoice,
  moneyForNeeds,
  sentAway,
} from './bank/family.ts';
import { basicNeeds, comeAndGo, contactWithOthers, ownPapers, ownPlans } from './bank/freedom.ts';
import { timeToRest } from './bank/pay.ts';
import { threatsOfHarm, threatsToShame, violence } from './bank/pressure.ts';
import { childInDanger, dangerToday, medicalNeed, personNear, safeContact, thoughtsOfDying } from './bank/safety.ts';
import { doesNotWant, trustedPeople, wants } from './bank/wishes.ts';
import { answered, askedIf, checklistOf, pausing, section } from './build.ts';

export const familyServitude = checklistOf({ id: 'family-servitude', version: '1', meantFor: 'adult' }, [
  section('life-at-home', [livesWith, lifeAsPromised, timeToRest, basicNeeds, ownPlans]),
  section('money-and-papers', [familyBusinessUnpaid, moneyForNeeds, ownPapers]),
  pausing('family-choices', [
    familyOwnChoice,
    marriageChoice,
    familySayNo,
    contactWithOthers,
    comeAndGo,
    freeToLeaveHome,
    askedIf(answered(freeToLeaveHome, 'no', 'unsure'), afterLeavingHome),
  ]),
  pausing('people-and-threats', [threatsToShame, threatsOfHarm, childrenKept, sentAway, violence]),
  pausing('safety-now', [dangerToday, personNear, childInDanger, medicalNeed, thoughtsOfDying, safeContact]),
  section('wishes', [trustedPeople, wants, doesNotWant]),
]);
