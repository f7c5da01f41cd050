/**
 * Nail, hair and beauty salons, spas and massage. It is about work and pay: nobody is guessed at by the place where they
 * work, and nothing about intimacy is asked. Who raises it is heard, and may be asked the adult checklist if they wish.
 */
import { afterLeaving, comeAndGo, freeToLeaveJob, ownPapers, payToLeave, refuseTask, toldWhatToSay } from './bank/freedom.ts';
import { moneyTakenOff, payReceived, safeAtWork, timeToRest, tipsKept, unpaidWaiting } from './bank/pay.ts';
import { housingTied } from './bank/place.ts';
import { threatsOfAuthorities, threatsOfHarm, threatsToShame, violence } from './bank/pressure.ts';
import { childInDanger, dangerToday, medicalNeed, personNear, safeContact } from './bank/safety.ts';
import { doesNotWant, wants } from './bank/wishes.ts';
import { asPromised, howFound, moneyOwed, trainingFee } from './bank/work.ts';
import { answered, askedIf, checklistOf, pausing, section } from './build.ts';

export const salonSpa = checklistOf({ id: 'salon-spa', version: '1', meantFor: 'adult' }, [
  section('work-found', [howFound, asPromised, trainingFee, moneyOwed]),
  section('work-and-pay', [payReceived, tipsKept, moneyTakenOff, unpaidWaiting, timeToRest, safeAtWork]),
  section('daily-life', [housingTied, comeAndGo]),
  pausing('freedom-and-control', [
    ownPapers,
    refuseTask,
    payToLeave,
    freeToLeaveJob,
    askedIf(answered(freeToLeaveJob, 'no', 'unsure'), afterLeaving),
    toldWhatToSay,
  ]),
  pausing('people-and-threats', [threatsOfAuthorities, threatsToShame, threatsOfHarm, violence]),
  pausing('safety-now', [dangerToday, personNear, childInDanger, medicalNeed, safeContact]),
  section('wishes', [wants, doesNotWant]),
]);
