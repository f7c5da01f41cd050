/**
 * Our own checklist for adults, in our own words from public law: 720 ILCS 5/10-9, 22 USC 7102, Palermo art. 3.
 * Calm questions first, sensitive ones after a pause, safety and wishes last. Four short parts open only when an
 * earlier answer opens them. Never here: immigration status, documents' contents, acts in detail, the whole story.
 * Not validated and not a score: it helps two people talk. Privacy, limits and the age gate come before it (src/ui).
 */
import type { AskedWhen, Checklist, Question, Section } from '../../domain/checklist.ts';

type Rest = Pick<Question, 'element' | 'notedWhen'> & Partial<Omit<Question, 'id' | 'type' | 'choices'>>;
const common = { form: 'any', usuallyKnown: 'said', asksTime: false } as const;

const yesNo = (id: string, rest: Rest): Question => ({ id, topic: id, type: 'yes-no', ...common, ...rest });
const one = (id: string, choices: string[], rest: Rest): Question => ({ id, topic: id, type: 'one', choices, ...common, ...rest });
const several = (id: string, choices: string[], rest: Rest): Question => ({ id, topic: id, type: 'several', choices, ...common, ...rest });

const when = (question: string, ...answers: string[]): AskedWhen => ({ match: 'any', of: [{ question, answers }] });

const workFound: Section = {
  id: 'work-found',
  opensWithPause: false,
  questions: [
    one(
      'works-for',
      [
        'company-or-shop',
        'agency-or-contractor',
        'private-household',
        'diplomat-household',
        'relatives-or-in-laws',
        'on-my-own',
        'changes-often',
        'not-working',
      ],
      { element: 'context', notedWhen: [] },
    ),
    one('how-found', ['friend-or-relative', 'advertisement', 'agent', 'employer', 'through-marriage', 'someone-decided', 'other'], {
      element: 'act',
      notedWhen: ['agent', 'through-marriage', 'someone-decided'],
    }),
    yesNo('as-promised', { element: 'means', notedWhen: ['no'] }),
    several('arranged-for-you', ['travel', 'place-to-stay', 'room-at-work', 'none'], {
      element: 'act',
      notedWhen: ['travel', 'place-to-stay', 'room-at-work'],
    }),
    one('money-owed', ['nothing-owed', 'paid-back', 'owed-and-shrinking', 'owed-and-growing', 'owed-and-unclear'], {
      element: 'means',
      force: ['financial-harm'],
      notedWhen: ['owed-and-growing', 'owed-and-unclear'],
    }),
  ],
};

const workAndPay: Section = {
  id: 'work-and-pay',
  opensWithPause: false,
  questions: [
    yesNo('pay-received', { element: 'purpose', form: 'labour', notedWhen: ['no'], asksTime: true }),
    yesNo('own-money', { element: 'means', force: ['financial-harm'], notedWhen: ['no'], asksTime: true }),
    yesNo('time-to-rest', { element: 'purpose', form: 'labour', notedWhen: ['no'], asksTime: true }),
  ],
};

const dailyLife: Section = {
  id: 'daily-life',
  opensWithPause: false,
  questions: [
    yesNo('basic-needs', { element: 'means', force: ['serious-harm'], notedWhen: ['no'], asksTime: true }),
    yesNo('contact-with-others', { element: 'means', notedWhen: ['no'], asksTime: true }),
    yesNo('come-and-go', { element: 'means', force: ['physical-restraint'], notedWhen: ['no'], asksTime: true }),
  ],
};

const freedomAndControl: Section = {
  id: 'freedom-and-control',
  opensWithPause: true,
  questions: [
    yesNo('own-papers', { element: 'means', force: ['documents-held'], notedWhen: ['no'], asksTime: true }),
    yesNo('own-voice', { element: 'means', notedWhen: ['yes'], usuallyKnown: 'seen' }),
    yesNo('free-to-leave-job', { element: 'purpose', form: 'labour', notedWhen: ['no'], asksTime: true }),
    several(
      'after-leaving',
      ['i-hurt', 'family-hurt', 'money-lost-or-owed', 'authorities-called', 'home-lost', 'shamed', 'something-else', 'none'],
      {
        element: 'means',
        force: ['serious-harm'],
        notedWhen: ['i-hurt', 'family-hurt', 'money-lost-or-owed', 'authorities-called', 'home-lost', 'shamed', 'something-else'],
        askedWhen: when('free-to-leave-job', 'no', 'unsure'),
      },
    ),
  ],
};

const peopleAndThreats: Section = {
  id: 'people-and-threats',
  opensWithPause: true,
  questions: [
    yesNo('threats-of-harm', { element: 'means', force: ['serious-harm'], notedWhen: ['yes'], asksTime: true }),
    yesNo('threats-of-authorities', { element: 'means', force: ['abuse-of-law'], notedWhen: ['yes'], asksTime: true }),
    yesNo('threats-to-shame', { element: 'means', force: ['blackmail'], notedWhen: ['yes'], asksTime: true }),
    yesNo('violence', { element: 'means', force: ['serious-harm', 'physical-restraint'], notedWhen: ['yes'], asksTime: true }),
    yesNo('alcohol-or-drugs', { element: 'means', notedWhen: ['yes'], asksTime: true }),
    several('pushed-to', ['work-not-agreed', 'unpaid-family-work', 'against-the-law', 'intimate', 'none'], {
      element: 'purpose',
      notedWhen: ['work-not-agreed', 'unpaid-family-work', 'against-the-law', 'intimate'],
      asksTime: true,
    }),
  ],
};

const workInAHome: Section = {
  id: 'work-in-a-home',
  opensWithPause: false,
  questions: [
    yesNo('home-any-hour', {
      element: 'purpose',
      form: 'domestic',
      notedWhen: ['yes'],
      askedWhen: when('works-for', 'private-household', 'diplomat-household'),
      asksTime: true,
    }),
  ],
};

const familyOpens: AskedWhen = {
  match: 'any',
  of: [
    { question: 'works-for', answers: ['relatives-or-in-laws'] },
    { question: 'pushed-to', answers: ['unpaid-family-work'] },
  ],
};

const workInTheFamily: Section = {
  id: 'work-in-the-family',
  opensWithPause: true,
  questions: [
    yesNo('family-own-choice', { element: 'act', form: 'family-servitude', notedWhen: ['no'], askedWhen: familyOpens }),
    yesNo('family-say-no', { element: 'purpose', form: 'family-servitude', notedWhen: ['no'], askedWhen: familyOpens, asksTime: true }),
  ],
};

const troubleWithTheLaw: Section = {
  id: 'trouble-with-the-law',
  opensWithPause: true,
  questions: [
    yesNo('law-say-no', {
      element: 'purpose',
      form: 'forced-criminality',
      notedWhen: ['no'],
      askedWhen: when('pushed-to', 'against-the-law'),
      asksTime: true,
    }),
  ],
};

const privateOpens = when('pushed-to', 'intimate');

const privateMatters: Section = {
  id: 'private-matters',
  opensWithPause: true,
  questions: [
    yesNo('private-say-no', { element: 'purpose', form: 'commercial-sex', notedWhen: ['no'], askedWhen: privateOpens, asksTime: true }),
    yesNo('private-money', {
      element: 'purpose',
      form: 'commercial-sex',
      force: ['financial-harm'],
      notedWhen: ['yes'],
      askedWhen: privateOpens,
      asksTime: true,
    }),
  ],
};

// "Not sure" is taken as yes where waiting could cost a life or a child: what to do is shown, and a person decides.
const safetyNow: Section = {
  id: 'safety-now',
  opensWithPause: true,
  questions: [
    yesNo('danger-today', { element: 'safety', notedWhen: ['yes'], urgentWhen: { answers: ['yes', 'unsure'], urgency: 'danger-now' } }),
    yesNo('person-near', { element: 'safety', notedWhen: ['yes'], urgentWhen: { answers: ['yes', 'unsure'], urgency: 'watched' } }),
    yesNo('child-in-danger', {
      element: 'safety',
      notedWhen: ['yes'],
      urgentWhen: { answers: ['yes', 'unsure'], urgency: 'child-at-risk' },
    }),
    yesNo('medical-need', { element: 'safety', notedWhen: ['yes'], urgentWhen: { answers: ['yes'], urgency: 'medical' } }),
    yesNo('thoughts-of-dying', { element: 'safety', notedWhen: ['yes'], urgentWhen: { answers: ['yes', 'unsure'], urgency: 'suicide' } }),
    one('safe-contact', ['i-get-in-touch', 'directly', 'through-someone-i-trust', 'no-safe-way', 'not-wanted'], {
      element: 'safety',
      notedWhen: ['no-safe-way'],
    }),
  ],
};

const wishes: Section = {
  id: 'wishes',
  opensWithPause: false,
  questions: [
    several(
      'wants',
      [
        'unpaid-wages',
        'legal-advice',
        'medical-care',
        'someone-to-talk-to',
        'place-to-stay',
        'other-work-or-classes',
        'reach-family',
        'plan-to-leave',
        'time-to-think',
        'something-else',
        'none',
      ],
      { element: 'context', notedWhen: [] },
    ),
    several('does-not-want', ['police', 'calls-or-messages', 'employer-told', 'family-told', 'community-told', 'something-else', 'none'], {
      element: 'context',
      notedWhen: [],
    }),
  ],
};

export const adult: Checklist = {
  id: 'adult',
  version: 1,
  sections: [
    workFound,
    workAndPay,
    dailyLife,
    freedomAndControl,
    peopleAndThreats,
    workInAHome,
    workInTheFamily,
    troubleWithTheLaw,
    privateMatters,
    safetyNow,
    wishes,
  ],
};
