/** Which heading means which column: all that the reference converter knows, whatever its capitals and spaces. */

/** What a column of the survey holds, by our own name for it. */
export const surveyColumns: Readonly<Record<string, readonly string[]>> = {
  type: ['type', 'command'],
  name: ['name', 'tag', 'value'],
  label: ['label', 'caption'],
  hint: ['hint'],
  guidance: ['guidance_hint', 'guidance'],
  required: ['required', 'bind::required'],
  requiredMessage: ['required_message', 'requiredmsg', 'bind::jr:requiredmsg', 'jr:requiredmsg'],
  readonly: ['read_only', 'readonly', 'bind::readonly'],
  relevant: ['relevant', 'relevance', 'bind::relevant', 'skip_logic'],
  constraint: ['constraint', 'bind::constraint'],
  constraintMessage: ['constraint_message', 'constraining_message', 'jr:constraintmsg', 'bind::jr:constraintmsg', 'constraintmsg'],
  calculation: ['calculation', 'calculate', 'bind::calculate'],
  appearance: ['appearance', 'control::appearance', 'body::appearance'],
  default: ['default'],
  choiceFilter: ['choice_filter'],
  repeatCount: ['repeat_count', 'count', 'jr:count', 'control::jr:count', 'body::jr:count'],
  trigger: ['trigger'],
  parameters: ['parameters'],
  disabled: ['disabled'],
  list: ['list_name'],
  /** Ours: written out so that a form that comes back still knows what each question speaks to. */
  fieldbookElement: ['fieldbook_element'],
  fieldbookForm: ['fieldbook_form'],
  fieldbookTopic: ['fieldbook_topic'],
  fieldbookForce: ['fieldbook_force'],
  fieldbookNotedWhen: ['fieldbook_noted_when'],
  fieldbookUrgentWhen: ['fieldbook_urgent_when'],
  fieldbookUrgency: ['fieldbook_urgency'],
  fieldbookUsuallyKnown: ['fieldbook_usually_known'],
  fieldbookAsksTime: ['fieldbook_asks_time'],
  fieldbookAlone: ['fieldbook_alone'],
  fieldbookPause: ['fieldbook_pause'],
  fieldbookHidden: ['fieldbook_hidden'],
};

export const choiceColumns: Readonly<Record<string, readonly string[]>> = {
  list: ['list_name', 'listname', 'list'],
  name: ['name', 'value'],
  label: ['label', 'caption'],
};

export const settingColumns: Readonly<Record<string, readonly string[]>> = {
  title: ['form_title', 'title', 'set_form_title'],
  id: ['form_id', 'id_string', 'set_form_id'],
  version: ['version'],
  defaultLanguage: ['default_language'],
  allowDuplicates: ['allow_choice_duplicates'],
  cleanText: ['clean_text_values'],
};

/** Pictures, sound and video beside words. */
export const mediaColumns = new Set(
  ['image', 'big-image', 'audio', 'video', 'big_image'].flatMap((kind) => [kind, `media::${kind}`, `media:${kind}`]),
);

/** Columns and settings of other programs: known, and of no use here. */
export const idleColumns = new Set([
  'autoplay',
  'rows',
  'body',
  'no_app_error_string',
  'noapperrorstring',
  'save_to',
  'compact_tag',
  'sms_field',
  'sms_option',
  'sms_response',
  'sms_separator',
  'note',
  'notes',
  'comment',
  'comments',
  'intent',
  'hxl',
  'accuracythreshold',
  'media',
  'list_name',
  'query',
  'response_note',
  'publishable',
  'minimum_seconds',
]);

/** Those that may stand in several languages: `label::English (en)`. */
export const translatable = new Set(['label', 'hint', 'guidance', 'requiredMessage', 'constraintMessage']);
