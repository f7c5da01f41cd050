/** People from 18 to 24: school, first jobs, places to sleep, and people met online. They decide, as every adult does. */
import { comeAndGo, ownPapers, ownPhone, ownPlans, someoneDecides } from './bank/freedom.ts';
import { privateMoney, privateOwnChoice, privateSayNo } from './bank/intimate.ts';
import { lawSayNo } from './bank/law.ts';
import { payReceived } from './bank/pay.ts';
import { afraidToSayNo, alcoholOrDrugs, pushedTo, threatsOfAuthorities, threatsOfHarm, threatsToShame, violence } from './bank/pressure.ts';
import { childInDanger, dangerToday, medicalNeed, personNear, safeContact, thoughtsOfDying } from './bank/safety.ts';
import { doesNotWant, trustedPeople, wants } from './bank/wishes.ts';
import { asPromised, howFound } from './bank/work.ts';
import { bringMoney, daysSpent, giftsPaidBack, onlineOffer, placeToSleep } from './bank/young.ts';
import { askedIf, checklistOf, pausing, section, ticked } from './build.ts';

const works = ticked(daysSpent, 'work');

export const youngAdult = checklistOf({ id: 'young-adult', version: '1', meantFor: 'young-adult' }, [
  section('your-days', [daysSpent, placeToSleep, askedIf(works, howFound), askedIf(works, asPromised), askedIf(works, payReceived)]),
  section('people-and-offers', [onlineOffer, giftsPaidBack, bringMoney]),
  pausing('freedom-and-control', [ownPlans, ownPhone, comeAndGo, ownPapers, someoneDecides]),
  pausing('people-and-threats', [afraidToSayNo, threatsOfHarm, threatsOfAuthorities, threatsToShame, violence, alcoholOrDrugs, pushedTo]),
  pausing('trouble-with-the-law', [lawSayNo], ticked(pushedTo, 'against-the-law')),
  pausing('private-matters', [privateOwnChoice, privateSayNo, privateMoney], ticked(pushedTo, 'intimate')),
  pausing('safety-now', [dangerToday, personNear, childInDanger, medicalNeed, thoughtsOfDying, safeContact]),
  section('wishes', [trustedPeople, wants, doesNotWant]),
]);
