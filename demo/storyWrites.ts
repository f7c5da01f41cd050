/** From one story to everything that is written of it: the person, the talk, what was agreed, the screening, what the office said. */

import type { Id } from '../src/domain/id.ts';
import type { Answers } from '../src/domain/screening.ts';
import { adult } from '../src/forms/library/adult.ts';
import { openToRead } from '../src/forms/walk/openAnswers.ts';
import { relevantAnswers } from '../src/forms/walk/questions.ts';
import { answerSets } from './answers.ts';
import { speaks } from './invented.ts';
import type { Planning, Write } from './steps.ts';
import type { Story } from './stories.ts';

interface Told {
  readonly planning: Planning;
  readonly story: Story;
  readonly person: Id;
  readonly screening: Id;
  readonly consent: Id;
  readonly minute: number;
}

const wordings = ['en', 'ko', 'vi'];
const officeHour = 11 * 60;

/** Left out where nothing was said: a missing answer is never an answer. */
const present = (says: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(says).filter(([, value]) => value !== undefined));

const ageOf = ({ outcome, ago }: Story) => (outcome === 'minor-path' ? (ago > 7 ? 'under-18' : 'unsure') : 'adult');
const interpreterOf = ({ who, language }: Story) => (speaks[who].includes(language) ? 'worker' : 'phone');

const contactSays = ({ planning, story, person }: Told, ago: number) => ({
  person,
  day: planning.dayOf(ago),
  channel: story.channel ?? 'met',
  language: story.language,
  placeType: story.place,
  area: 'elsewhere',
  interpreter: interpreterOf(story),
  privacy: story.outcome === 'not-now' ? 'others-near' : 'alone',
  ageGroup: ageOf(story),
  people: 1,
  items: [{ item: 'rights-card', language: story.language, count: 1 }],
});

/** What was asked in the end: an answer that closed a question leaves that one's out. */
const openOnly = (answers: Answers, day: string): Answers => relevantAnswers(openToRead(adult, { answers, day }), answers);

const screeningSays = ({ planning, story, person }: Told) => {
  const day = planning.dayOf(story.ago);
  // Asked at a bad moment it is a tally only, and belongs to nobody.
  if (story.outcome === 'not-now') return { person: planning.chance.id(), day, outcome: story.outcome };
  const common = { person, day, outcome: story.outcome, ageGroup: ageOf(story), privacy: 'alone', interpreter: interpreterOf(story) };
  if (story.outcome === 'minor-path') return { ...common, minorReport: reportSays(planning, story) };
  const tag = wordings.includes(story.language) ? story.language : 'en';
  const languages = { worker: speaks[story.who][0] ?? 'en', person: tag, wording: tag === 'en' ? 'source' : 'machine-draft' };
  return present({
    ...common,
    checklist: { id: adult.id, version: adult.version },
    languages: wordings.includes(languages.worker) ? languages : { ...languages, worker: 'en' },
    answers: story.answers && openOnly(answerSets[story.answers], day),
    decision: story.decision,
  });
};

/** Somebody who called did so on the same day, and sent the written word the day after. */
const reportSays = ({ dayOf }: Planning, { ago, minorReport }: Story) =>
  minorReport?.reportedBy === 'me'
    ? { ...minorReport, oralReportAt: `${dayOf(ago)}T15:20:00-06:00`, writtenConfirmationAt: `${dayOf(ago - 1)}T09:10:00-06:00` }
    : minorReport;

const consentWrites = ({ planning, story, person, consent, minute }: Told): readonly Write[] => {
  if (!story.consent) return [];
  const { yes, withdrawn } = story.consent;
  const items = Object.fromEntries(
    (['take-part', 'keep-record', 'contact-me', 'research'] as const).map((item) => [item, yes.includes(item) ? 'yes' : 'no']),
  );
  const safeContact = yes.includes('contact-me') ? { safeContact: { way: 'through-us', time: 'evening' } } : {};
  const language = wordings.includes(story.language) ? story.language : 'en';
  const says = { person, day: planning.dayOf(story.ago), items, ...safeContact, language, mode: 'spoken' };
  const given: Write = { who: story.who, ago: story.ago, minute: minute + 8, kind: 'consent', record: consent, says };
  if (!withdrawn) return [given];
  const fields = {
    [`items.${withdrawn.item}`]: 'no',
    day: planning.dayOf(withdrawn.ago),
    ...(withdrawn.item === 'contact-me' ? { safeContact: null } : {}),
  };
  return [
    given,
    { ...given, ago: withdrawn.ago, minute: planning.minuteOf(story.who, withdrawn.ago), kind: 'amendment', says: { fields } },
  ];
};

const againWrites = (told: Told): readonly Write[] => {
  const { planning, story } = told;
  if (!story.again) return [];
  const { ago, followUp, note } = story.again;
  const says = present({
    ...contactSays(told, ago),
    channel: story.channel ?? 'came-to-us',
    placeType: 'office',
    items: undefined,
    followUp,
    note,
  });
  return [{ who: story.who, ago, minute: planning.minuteOf(story.who, ago), kind: 'contact', record: planning.chance.id(), says }];
};

const reviewWrites = ({ story, screening }: Told): readonly Write[] =>
  (story.reviews ?? []).map(({ ago, says }) => ({ who: 'mina', ago, minute: officeHour, kind: 'review', record: screening, says }));

const replyWrites = ({ planning, story, screening }: Told): readonly Write[] =>
  story.reply
    ? [
        {
          who: story.who,
          ago: story.reply.ago,
          minute: planning.minuteOf(story.who, story.reply.ago),
          kind: 'amendment',
          record: screening,
          says: { fields: { decision: story.reply.decision } },
        },
      ]
    : [];

/** The phone and the office write on the same day, between two exchanges: neither has seen the other's word. */
const disagreementWrites = ({ story, screening, consent }: Told): readonly Write[] => {
  if (!story.disagreement) return [];
  const { ago, about } = story.disagreement;
  const [record, phone, office] =
    about === 'consent'
      ? ([consent, { 'items.contact-me': 'no' }, { 'items.contact-me': 'later' }] as const)
      : ([
          screening,
          { 'answers.own-papers': { is: 'unsure', how: 'said' } },
          { 'answers.own-papers': { is: 'yes', how: 'third-party' } },
        ] as const);
  return [
    { who: story.who, ago, minute: officeHour, kind: 'amendment', record, says: { fields: phone } },
    { who: 'mina', ago, minute: officeHour + 15, kind: 'amendment', record, says: { fields: office } },
  ];
};

export const storyWrites = (planning: Planning, story: Story): readonly Write[] => {
  const { chance } = planning;
  const [person, contact, screening, consent] = [chance.id(), chance.id(), chance.id(), chance.id()];
  const told: Told = { planning, story, person, screening, consent, minute: planning.minuteOf(story.who, story.ago) };
  const { who, ago } = story;
  const at = { who, ago, minute: told.minute };
  const groups = story.groups ? { how: 'self', codes: story.groups } : { how: 'not-asked', codes: [] };
  return [
    {
      ...at,
      kind: 'person',
      record: person,
      says: {
        cue: chance.oneOf(['bell', 'button', 'cup', 'drum', 'garden', 'leaf', 'map', 'pencil', 'rope', 'stone', 'ticket', 'window']),
        groups,
      },
    },
    { ...at, minute: at.minute + 4, kind: 'contact', record: contact, says: contactSays(told, ago) },
    ...consentWrites(told),
    { ...at, minute: at.minute + 20, kind: 'screening', record: screening, says: screeningSays(told) },
    ...reviewWrites(told),
    ...againWrites(told),
    ...replyWrites(told),
    ...disagreementWrites(told),
  ];
};
