/** Domestic and care work in somebody's home: pay and rest first, then what a worker there can decide alone. */
import { afterLeaving, basicNeeds, comeAndGo, contactWithOthers, freeToLeaveJob, ownPapers } from './bank/freedom.ts';
import { careAlone, homeAnyHour, homeDayOff, homeOwnSpace, homeTasks, homeTooClose } from './bank/home.ts';
import { ownMoney, payReceived } from './bank/pay.ts';
import { threatsOfAuthorities, threatsOfHarm, toldNoRights, violence } from './bank/pressure.ts';
import { childInDanger, dangerToday, medicalNeed, personNear, safeContact, thoughtsOfDying } from './bank/safety.ts';
import { doesNotWant, wants } from './bank/wishes.ts';
import { asPromised, moneyOwed, worksFor } from './bank/work.ts';
import { answered, askedIf, checklistOf, pausing, section, ticked } from './build.ts';

export const householdCare = checklistOf({ id: 'household-care', version: '1', meantFor: 'adult' }, [
  section('work-found', [worksFor, homeTasks, asPromised, moneyOwed]),
  section('work-and-pay', [payReceived, ownMoney]),
  section('rest-and-room', [
    homeAnyHour,
    homeDayOff,
    askedIf(ticked(homeTasks, 'children', 'elders-or-ill'), careAlone),
    homeOwnSpace,
    basicNeeds,
  ]),
  pausing('freedom-and-control', [
    contactWithOthers,
    comeAndGo,
    ownPapers,
    freeToLeaveJob,
    askedIf(answered(freeToLeaveJob, 'no', 'unsure'), afterLeaving),
  ]),
  pausing('people-and-threats', [toldNoRights, threatsOfAuthorities, threatsOfHarm, violence, homeTooClose]),
  pausing('safety-now', [dangerToday, personNear, childInDanger, medicalNeed, thoughtsOfDying, safeContact]),
  section('wishes', [wants, doesNotWant]),
]);
