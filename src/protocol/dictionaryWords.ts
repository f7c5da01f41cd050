/**
 * Dictionary 1: our own field names and codes, and what records look like when they are put together, rarer first, because
 * deflate reaches near bytes more cheaply. Written out and not taken from src/domain: lists there grow, and this one is
 * frozen with the first release (tests/protocol/dictionary.test.ts). It holds nothing that anybody said.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const rareCodes = words(`
  asian-indian native-hawaiian samoan chamorro tongan fijian marshallese other-pacific rohingya mongolian indonesian sri-lankan
  hmong lao cambodian thai burmese nepali bangladeshi pakistani japanese other-asian korean vietnamese filipino chinese
  american-indian black hispanic middle-eastern white self worker-guess
  court-or-prosecution other-government police other-ngo our-organisation
  apple bell bridge button candle clock cloud cup drum feather garden kite lamp leaf lemon map moon pencil pepper pocket river rope
  scarf shell spoon stone ticket tree umbrella window
  morning afternoon evening day-off any through-us at-place text call spoken read
  warm-hand-off hotline-together safety-plan wage-help legal-advice medical-care counselling place-to-stay child-report
  nothing-by-choice information-card colleague not-yet
  company-or-shop agency-or-contractor private-household diplomat-household relatives-or-in-laws on-my-own changes-often
  advertisement agent employer through-marriage someone-decided room-at-work owed-and-shrinking owed-and-growing owed-and-unclear
  paid-back i-hurt family-hurt money-lost-or-owed authorities-called home-lost shamed something-else
  work-not-agreed unpaid-family-work against-the-law intimate i-get-in-touch through-someone-i-trust no-safe-way not-wanted
  unpaid-wages someone-to-talk-to other-work-or-classes reach-family plan-to-leave time-to-think
  calls-or-messages employer-told family-told community-told
  urgent-safety minor-report keep-in-touch minor-path declined not-now stopped draft reviewed
  informationOnly interpreterReason minorReport oralReportAt reportedBy writtenConfirmationAt reference withinDays
  supervisor invitation organisation secret role member decidedBy returned actual
  festival online-group transit library clinic language-school event-hospitality farm-landscape care-home community-centre
  place-of-worship factory-warehouse construction trucking cleaning laundry office other
`);

/** Code lists with the field they follow: one reach back then brings both. */
const pairs: readonly (readonly [string, string])[] = [
  ['placeType', 'private-home hotel massage-spa nail-salon grocery restaurant'],
  ['interpreter', 'other sign-language none in-person phone worker'],
  ['channel', 'referred-other referred-member online called came-to-us met'],
  ['privacy', 'unsure watched others-near alone'],
  ['ageGroup', 'under-18-when-it-began under-18 unsure adult'],
  ['followUp', 'yes later no'],
  ['language', 'es ar ps fa si ml te ta ja lo mn id km rhg my bn ne th pa gu hi ur fil nan yue cmn zh-Hant zh-Hans en ko vi'],
  ['item', 'other translated-leaflet hygiene-kit food our-card hotline-card rights-card'],
];

const none = new Uint8Array(16);
const day = '2026-01-01';
const entry = (kind: string, says: object) => ({
  kind,
  record: none,
  writtenAt: `${day}T20:00:00-06:00`,
  by: { person: none, name: '' },
  after: [],
  says,
});

/** `question:answer`, with `*` after what is asked with a time and `+` before a choice of several. */
const usualAnswers = words(`
  works-for:not-working how-found:friend-or-relative as-promised:yes arranged-for-you:+travel money-owed:nothing-owed pay-received:yes*
  own-money:yes* time-to-rest:yes* basic-needs:yes* contact-with-others:yes* come-and-go:yes* own-papers:yes* own-voice:no
  free-to-leave-job:yes* after-leaving:+none threats-of-harm:no* threats-of-authorities:no* threats-to-shame:no* violence:no*
  alcohol-or-drugs:no* pushed-to:+none* home-any-hour:no* family-own-choice:yes family-say-no:yes* law-say-no:yes*
  private-say-no:yes* private-money:no* danger-today:no person-near:no child-in-danger:no medical-need:no thoughts-of-dying:no
  safe-contact:directly wants:+none does-not-want:+none
`);
const answer = (said: string): object => {
  const code = said.replace(/[*+]/g, '');
  return { ...(said.startsWith('+') ? { several: [code] } : { is: code }), how: 'said', ...(said.endsWith('*') ? { time: ['now'] } : {}) };
};
const answers = Object.fromEntries(usualAnswers.map((one) => [one.slice(0, one.indexOf(':')), answer(one.slice(one.indexOf(':') + 1))]));

const otherAnswers: readonly object[] = [
  ...['not-safe-to-ask', 'preferred-not-to-say', 'not-asked'].map((is) => ({ is })),
  ...['document', 'third-party', 'seen', 'said'].flatMap((how) => ['unsure', 'yes', 'no'].map((is) => ({ is, how, note: '' }))),
  ...['past', 'fears'].flatMap((time) => ['unsure', 'yes', 'no'].map((is) => ({ is, how: 'said', time: [time] }))),
];

const shapes: readonly object[] = [
  entry('member', { name: '', role: 'worker' }),
  entry('consent', {
    person: none,
    day,
    items: { 'take-part': 'yes', 'keep-record': 'yes', 'contact-me': 'later', research: 'no' },
    safeContact: { way: 'text', time: 'any' },
    language: 'ko',
    mode: 'spoken',
    interpreter: 'worker',
  }),
  entry('seen', {}),
  entry('amendment', { fields: { note: '', followUp: 'no' } }),
  entry('review', { conclusion: 'possible', comment: '' }),
  entry('review', { conclusion: 'not', comment: '' }),
  ...otherAnswers,
  entry('screening', {
    person: none,
    day,
    outcome: 'completed',
    ageGroup: 'adult',
    privacy: 'alone',
    interpreter: 'worker',
    checklist: { id: 'adult', version: 1 },
    languages: { worker: 'en', person: 'ko', wording: 'draft' },
    answers,
    decision: { step: 'review-soon', reason: '', withinDays: 7, offered: ['information-card'] },
  }),
  entry('person', { cue: 'apple', groups: { how: 'self', codes: ['chinese'] } }),
  entry('contact', {
    person: none,
    day,
    channel: 'met',
    people: 1,
    placeType: 'restaurant',
    area: 'ca-30',
    language: 'vi',
    interpreter: 'worker',
    privacy: 'alone',
    ageGroup: 'adult',
    items: [
      { item: 'rights-card', language: 'ko', count: 1 },
      { item: 'hotline-card', language: 'vi', count: 2 },
    ],
    followUp: 'later',
    note: '',
  }),
];

/** Each is spelled in CBOR, as it stands in a body, and set one after another. */
export const dictionaryWords: readonly unknown[] = [
  ...rareCodes,
  ...pairs.flatMap(([field, codes]) => words(codes).flatMap((code) => [field, code])),
  ...shapes,
];
