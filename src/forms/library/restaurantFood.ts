/** Restaurants, kitchens, groceries and food plants: wages, hours and housing that hang on the job. */
import { afterLeaving, comeAndGo, freeToLeaveJob, ownPapers, refuseTask, toldWhatToSay } from './bank/freedom.ts';
import { paidForAllHours, payReceived, safeAtWork, timeToRest, tipsKept } from './bank/pay.ts';
import { housingTied, ownWayHome, sleepingPlace } from './bank/place.ts';
import { threatsOfAuthorities, threatsOfHarm, violence } from './bank/pressure.ts';
import { childInDanger, dangerToday, medicalNeed, personNear, safeContact } from './bank/safety.ts';
import { doesNotWant, wants } from './bank/wishes.ts';
import { asPromised, howFound, moneyOwed, movedAround } from './bank/work.ts';
import { answered, askedIf, checklistOf, pausing, section } from './build.ts';

export const restaurantFood = checklistOf({ id: 'restaurant-food', version: '1', meantFor: 'adult' }, [
  section('work-found', [howFound, asPromised, movedAround, moneyOwed]),
  section('work-and-pay', [payReceived, paidForAllHours, tipsKept, timeToRest, safeAtWork]),
  section('home-and-the-way-there', [sleepingPlace, ownWayHome, housingTied, comeAndGo]),
  pausing('freedom-and-control', [
    ownPapers,
    refuseTask,
    freeToLeaveJob,
    askedIf(answered(freeToLeaveJob, 'no', 'unsure'), afterLeaving),
    toldWhatToSay,
  ]),
  pausing('people-and-threats', [threatsOfAuthorities, threatsOfHarm, violence]),
  pausing('safety-now', [dangerToday, personNear, childInDanger, medicalNeed, safeContact]),
  section('wishes', [wants, doesNotWant]),
]);
