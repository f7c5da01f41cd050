/**
 * The closed lists a contact is written in. Codes are stored, words come from locales (`codes.<list>.<code>`).
 * Lists and not free text: no names, no addresses, countable later (domain R23, R24, 4.1).
 */
export const placeTypes = [
  'restaurant',
  'grocery',
  'nail-salon',
  'massage-spa',
  'hotel',
  'laundry',
  'cleaning',
  'construction',
  'factory-warehouse',
  'trucking',
  'private-home',
  'care-home',
  'farm-landscape',
  'event-hospitality',
  'place-of-worship',
  'language-school',
  'clinic',
  'library',
  'community-centre',
  'festival',
  'online-group',
  'transit',
  'office',
  'other',
] as const;

/** How the conversation came about. `referred-member` is counted apart: another member already counts that person. */
export const channels = ['met', 'came-to-us', 'called', 'online', 'referred-member', 'referred-other'] as const;

/** R9: relatives, employers and co-workers are not interpreters. `other` asks for a reason. */
export const interpreterModes = ['worker', 'in-person', 'phone', 'sign-language', 'none', 'other'] as const;

export const itemsGiven = ['rights-card', 'hotline-card', 'our-card', 'food', 'hygiene-kit', 'translated-leaflet', 'other'] as const;

export const followUps = ['yes', 'later', 'no'] as const;

/** Languages met in Chicago outreach, BCP 47; own names are shown, never flags. */
export const spokenLanguages = [
  'en',
  'zh-Hans',
  'zh-Hant',
  'cmn',
  'yue',
  'nan',
  'ko',
  'vi',
  'fil',
  'ur',
  'hi',
  'gu',
  'pa',
  'th',
  'ne',
  'bn',
  'my',
  'rhg',
  'km',
  'id',
  'mn',
  'lo',
  'ja',
  'ta',
  'te',
  'ml',
  'si',
  'fa',
  'ps',
  'ar',
  'es',
  'other',
] as const;

/** A memory cue for the worker: things, not traits, so that it tells a stranger nothing (R24). */
export const cues = [
  'apple',
  'bell',
  'bridge',
  'button',
  'candle',
  'clock',
  'cloud',
  'cup',
  'drum',
  'feather',
  'garden',
  'kite',
  'lamp',
  'leaf',
  'lemon',
  'map',
  'moon',
  'pencil',
  'pepper',
  'pocket',
  'river',
  'rope',
  'scarf',
  'shell',
  'spoon',
  'stone',
  'ticket',
  'tree',
  'umbrella',
  'window',
] as const;

/** OMB SPD 15 (2024) Asian and NHPI groups, and local detail. */
export const apiGroups = [
  'chinese',
  'asian-indian',
  'filipino',
  'vietnamese',
  'korean',
  'japanese',
  'pakistani',
  'bangladeshi',
  'nepali',
  'burmese',
  'rohingya',
  'thai',
  'cambodian',
  'lao',
  'hmong',
  'mongolian',
  'indonesian',
  'sri-lankan',
  'other-asian',
  'native-hawaiian',
  'samoan',
  'chamorro',
  'tongan',
  'fijian',
  'marshallese',
  'other-pacific',
] as const;
/** The other minimum groups of the same question: one question, select all that apply. */
export const otherGroups = ['american-indian', 'black', 'hispanic', 'middle-eastern', 'white'] as const;

/** HTCDS 2.0 `vic_TraffickingStatusDecisionMakingOrg`, in our codes. */
export const decidingBodies = ['our-organisation', 'other-ngo', 'police', 'court-or-prosecution', 'other-government', 'other'] as const;

/** What a worker can offer next; `nothing-by-choice` when the person wants nothing now. */
export const offers = [
  'information-card',
  'safety-plan',
  'hotline-together',
  'warm-hand-off',
  'wage-help',
  'legal-advice',
  'medical-care',
  'counselling',
  'place-to-stay',
  'child-report',
  'nothing-by-choice',
] as const;
