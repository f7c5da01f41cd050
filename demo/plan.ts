/**
 * What happens in the demo's three months, day by day: who writes what and when their devices reach the office. Worked out
 * from the stories and seeded chance, so it is the same for everybody; only the dates move along with today.
 */
import type { Says } from '../src/domain/entry.ts';
import type { Day } from '../src/domain/id.ts';
import { daysAfter } from '../src/domain/period.ts';
import { meets, notes, places, speaks, type Who, type Worker, workers } from './invented.ts';
import { type Chance, createChance } from './seeded.ts';
import type { Planning, Step, Write } from './steps.ts';
import { stories } from './stories.ts';
import { storyWrites } from './storyWrites.ts';

const morning = 8 * 60 + 30;
const firstWrite = 10 * 60;
const evening = 18 * 60;
const lastAtOffice = 19 * 60;

/** Talks that led to no screening; many in the last week, because a phone forgets what is older and at the office. */
const plainDays = [86, 79, 72, 66, 61, 55, 47, 41, 35, 28, 20, 14, 7, 7, 6, 5, 5, 4, 3, 2];
const plainWishes: Readonly<Record<number, string>> = { 14: 'later', 6: 'yes', 4: 'yes', 3: 'yes', 2: 'later' };
const tallies: readonly (readonly [number, Worker])[] = [
  [50, 'thuy'],
  [36, 'joon'],
  [6, 'arif'],
  [3, 'thuy'],
];
/** What Thuy wrote yesterday out of reach; her phone has not met the office since. */
export const undelivered = { who: 'thuy', ago: 1, contacts: 3 } as const;
/** Who wants to hear from us after the talk of this day: the phone and the office wrote different things. */
const unclearWish = { ago: 20, at: 4 };

const selfDescribed: Readonly<Record<string, string>> = {
  ko: 'korean',
  cmn: 'chinese',
  mn: 'mongolian',
  vi: 'vietnamese',
  km: 'cambodian',
  fil: 'filipino',
  ur: 'pakistani',
  hi: 'asian-indian',
  bn: 'bangladeshi',
  ne: 'nepali',
};
/** Some say how they see themselves, some are not asked; nothing follows from the language, so now and then it is another. */
const groupsOf = (chance: Chance, language: string): Says => {
  const told = chance.number(10);
  const code = told === 9 ? 'other-asian' : selfDescribed[language];
  return told < 4 || code === undefined ? { how: 'not-asked', codes: [] } : { how: 'self', codes: [code] };
};

const plainContact = (planning: Planning, who: Worker, ago: number, wish: string | undefined): readonly Write[] => {
  const { chance, dayOf, minuteOf } = planning;
  const [person, record, minute] = [chance.id(), chance.id(), minuteOf(who, ago)];
  const language = chance.oneOf(meets[who]);
  const says = {
    person,
    day: dayOf(ago),
    channel: chance.oneOf(['met', 'met', 'met', 'came-to-us', 'called']),
    language,
    placeType: chance.oneOf(places[who]),
    area: chance.oneOf(['elsewhere', 'elsewhere', 'suburban-cook']),
    interpreter: speaks[who].includes(language) ? 'worker' : 'phone',
    privacy: chance.oneOf(['alone', 'alone', 'others-near']),
    ageGroup: 'adult',
    people: 1 + chance.number(3),
    items: [{ item: chance.oneOf(['rights-card', 'our-card', 'hotline-card']), language, count: 1 + chance.number(3) }],
    followUp: wish ?? 'no',
    ...(chance.number(3) > 0 ? { note: chance.oneOf(notes[who]) } : {}),
  };
  return [
    {
      who,
      ago,
      minute,
      kind: 'person',
      record: person,
      says: {
        cue: chance.oneOf(['apple', 'bridge', 'kite', 'lamp', 'moon', 'river', 'shell', 'tree']),
        groups: groupsOf(chance, language),
      },
    },
    { who, ago, minute: minute + 4, kind: 'contact', record, says },
  ];
};

const tally = ({ chance, dayOf, minuteOf }: Planning, who: Worker, ago: number): Write => ({
  who,
  ago,
  minute: minuteOf(who, ago),
  kind: 'contact',
  record: chance.id(),
  says: { person: chance.id(), day: dayOf(ago), informationOnly: true },
});

/** The phone says yes, the office says no, neither having seen the other. */
const unclear = ({ who, record }: Write): readonly Write[] => {
  const about = { ago: unclearWish.at, kind: 'amendment', record };
  return [
    { ...about, who, minute: firstWrite, says: { fields: { followUp: 'yes' } } },
    { ...about, who: 'mina', minute: firstWrite + 20, says: { fields: { followUp: 'no' } } },
  ];
};

/** A supervisor opens what came in two days later; what is newer than that is still new to the office. */
const looks = (writes: readonly Write[]): readonly Write[] =>
  writes
    .filter(({ kind, who, ago }) => who !== 'mina' && ago >= 5 && (kind === 'contact' || kind === 'screening'))
    .map(({ ago, record }, at) => ({ who: 'mina', ago: ago - 2, minute: morning + 5 + (at % 20), kind: 'seen', record, says: {} }));

/** On a day somebody writes, their device meets the office in the morning and again at the end. */
const exchanges = (writes: readonly Write[]): readonly Step[] => {
  const days = new Set(
    writes.filter(({ who, ago }) => !(who === undelivered.who && ago === undelivered.ago)).map(({ who, ago }) => `${who} ${ago}`),
  );
  return [...days].flatMap((day): readonly Step[] => {
    const [who, ago] = [day.split(' ')[0] as Who, Number(day.split(' ')[1])];
    return [morning, who === 'mina' ? lastAtOffice : evening].map((minute) => ({ who, ago, minute, kind: 'exchange' }));
  });
};

/** Minutes of one day follow one another, so that nobody writes two things at once. */
const clockOf = (): Planning['minuteOf'] => {
  const used = new Map<string, number>();
  return (who, ago) => {
    const minute = (used.get(`${who} ${ago}`) ?? firstWrite - 25) + 25;
    used.set(`${who} ${ago}`, minute);
    return minute;
  };
};

export const planOf = (today: Day): readonly Step[] => {
  const planning: Planning = { chance: createChance(2013), dayOf: (ago) => daysAfter(today, -ago), minuteOf: clockOf() };
  const told = stories.flatMap((story) => storyWrites(planning, story));
  const plain = plainDays.flatMap((ago, at) => plainContact(planning, workers[at % workers.length] as Worker, ago, plainWishes[ago]));
  const unsent = Array.from({ length: undelivered.contacts }, () =>
    plainContact(planning, undelivered.who, undelivered.ago, undefined),
  ).flat();
  const given = tallies.map(([ago, who]) => tally(planning, who, ago));
  const wish = plain.find(({ kind, ago }) => kind === 'contact' && ago === unclearWish.ago);
  const writes = [...told, ...plain, ...given, ...unsent, ...(wish ? unclear(wish) : [])];
  const steps: readonly Step[] = [...writes, ...looks(writes), ...exchanges([...writes, ...looks(writes)])];
  return [...steps].sort((a, b) => b.ago - a.ago || a.minute - b.minute);
};
