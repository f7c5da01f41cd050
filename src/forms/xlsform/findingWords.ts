/**
 * Every kind of finding that reading a spreadsheet can have, how grave it is, and its sentence in English: for the command
 * line, and where a language has none of its own. The app's sentences lie in locales/<lang>/library.json under
 * `import.findings.<code>`, with the same placeholders. The nearest right spelling is said beside it, not in it.
 * Long because it is one list.
 */

export type Severity = 'error' | 'warning' | 'repair' | 'note';

interface Kind {
  readonly severity: Severity;
  readonly words: string;
}

export const findingKinds = {
  // The workbook and its sheets
  'sheet-similar-used': { severity: 'repair', words: 'There is no sheet called "{{wanted}}"; "{{found}}" was read instead.' },
  'sheet-found-by-content': {
    severity: 'repair',
    words: 'There is no sheet called "{{wanted}}"; "{{found}}" was read because of its columns.',
  },
  'sheet-twice': {
    severity: 'warning',
    words: 'There is more than one sheet called "{{wanted}}". "{{found}}" was read, "{{other}}" was not.',
  },
  'sheet-not-used': { severity: 'note', words: 'This sheet means something to other programs. Fieldbook does not use it.' },
  'rows-cut': { severity: 'warning', words: 'This sheet has more than {{limit}} rows. What comes after them was not read.' },
  'hidden-sheet': { severity: 'note', words: 'This sheet is hidden in the workbook. It was read all the same.' },
  'hidden-rows': { severity: 'note', words: 'Hidden rows: {{number}}. They were read all the same.' },
  'hidden-columns': { severity: 'note', words: 'Hidden columns: {{number}}. They were read all the same.' },
  'merged-cells': { severity: 'note', words: 'Merged cells: {{number}}. Only the first cell of each holds text.' },
  'error-cell': {
    severity: 'warning',
    words: 'Cells in which the spreadsheet shows an error, such as {{text}}: {{number}}. They were read as empty.',
  },
  'formula-without-value': {
    severity: 'warning',
    words: 'Formulas without a saved result: {{number}}. They were read as empty; open the file, save it, and bring it in again.',
  },
  'data-after-blank-rows': { severity: 'warning', words: 'There is text after many blank rows. It was not read.' },
  'data-after-blank-columns': { severity: 'warning', words: 'There is text after many blank columns. It was not read.' },
  'formatted-to-the-end': { severity: 'note', words: 'This sheet has formatting down to its last row. Only the rows with text were read.' },
  'rest-not-looked-at': { severity: 'note', words: 'This sheet is very long. What follows many blank rows was not looked at.' },
  'row-out-of-order': {
    severity: 'warning',
    words: 'Rows in this sheet are not in order in the file: {{number}}. They were put in order.',
  },
  'outside-the-sheet': { severity: 'warning', words: 'Cells outside the sheet: {{number}}. They were left out.' },
  'cell-twice': { severity: 'warning', words: 'Cells that the file holds twice: {{number}}. The last one counts.' },
  'string-missing': { severity: 'warning', words: 'Cells whose text is missing from the file: {{number}}. They were read as empty.' },
  'sheet-missing': { severity: 'warning', words: 'The file names a sheet that is not in it.' },
  'sheet-names-alike': { severity: 'warning', words: 'More than one sheet has this name.' },
  'chart-sheet': { severity: 'note', words: 'A sheet with a chart was passed over.' },
  'macros-ignored': { severity: 'note', words: 'The workbook has macros. They were not run and not kept.' },
  'date-system-1904': { severity: 'note', words: 'The workbook counts its dates from 1904. They were read accordingly.' },
  'control-characters': { severity: 'repair', words: 'Characters that cannot be seen were taken out of texts: {{number}}.' },

  // Columns
  'column-missing': { severity: 'error', words: 'There is no column "{{text}}" in this sheet.' },
  'column-misspelt': { severity: 'warning', words: 'No column is called "{{text}}", so nothing in it was used.' },
  'column-not-used': { severity: 'note', words: 'Fieldbook does not use the column "{{text}}".' },
  'column-twice': {
    severity: 'warning',
    words: 'The columns "{{other}}" and "{{text}}" mean the same. Where both are filled in, "{{other}}" counts.',
  },
  'column-one-colon': { severity: 'repair', words: '"{{text}}" was read as "{{meant}}": a language comes after two colons.' },
  'column-without-heading': { severity: 'warning', words: 'There is text under a column without a heading. It was not used.' },
  'column-media': {
    severity: 'note',
    words: 'Pictures and sound in questions are not shown. "{{text}}" was left out; the words beside it stay.',
  },
  'setting-not-used': { severity: 'note', words: 'Fieldbook does not need the setting "{{text}}".' },

  // Languages
  'language-merged': { severity: 'repair', words: '"{{text}}" and "{{language}}" are one language; its texts were put together.' },
  'language-unknown': {
    severity: 'warning',
    words: 'It is not known which language "{{text}}" is. Say which, so that it is read in the right direction.',
  },
  'language-without-labels': {
    severity: 'warning',
    words: 'No question has a label in "{{text}}"; there are only hints, messages or choices in it.',
  },
  'language-empty': { severity: 'note', words: 'There is a column for "{{text}}" and no text in it. The language was left out.' },
  'language-beside-plain': { severity: 'note', words: 'Some texts name no language. They are kept as "{{language}}".' },
  'default-language-matched': { severity: 'repair', words: 'The default language "{{text}}" was taken to be "{{language}}".' },
  'default-language-unknown': {
    severity: 'warning',
    words: 'No text is in the default language "{{text}}". "{{language}}" stands in where a translation is missing.',
  },
  'translations-missing': {
    severity: 'warning',
    words: 'Texts without a translation into "{{language}}": {{number}}. The words in "{{other}}" are shown there.',
  },

  // Rows of the survey
  'type-missing': { severity: 'warning', words: 'This row has no type. Its words are kept as a note.' },
  'type-unknown': { severity: 'error', words: 'No question type is called "{{text}}". The row is kept as a note and nothing is asked.' },
  'type-read-as': { severity: 'repair', words: 'The type "{{text}}" was read as "{{meant}}".' },
  'list-name-missing': {
    severity: 'error',
    words: '"{{text}}" needs the name of a list of choices behind it. The question is kept and cannot be answered.',
  },
  'list-missing': {
    severity: 'error',
    words: 'There is no list of choices called "{{text}}". The question is kept and cannot be answered.',
  },
  'list-from-answers': {
    severity: 'error',
    words: 'Choices taken from the answers to "{{text}}" are not done. The question is kept and cannot be answered.',
  },
  'name-missing': { severity: 'warning', words: 'This row has no name. It was called "{{name}}".' },
  'name-changed': {
    severity: 'repair',
    words: 'The name "{{text}}" has characters that a name cannot have. It was changed to "{{name}}".',
  },
  'name-twice': { severity: 'warning', words: 'Row {{other}} is called "{{text}}" too. This one was renamed "{{name}}".' },
  'label-missing': { severity: 'warning', words: 'This row has no label. Its name "{{name}}" is shown instead.' },
  'begin-not-closed': { severity: 'error', words: '"{{name}}" begins here and has no end. It was closed after row {{other}}.' },
  'end-without-begin': { severity: 'error', words: 'Nothing is open that "{{text}}" could end. The row was left out.' },
  'end-of-other-kind': {
    severity: 'warning',
    words: '"{{text}}" ends "{{name}}" from row {{other}}, which is of the other kind. It was closed here.',
  },
  'nested-too-deep': { severity: 'error', words: 'Groups lie more than {{limit}} deep. What is in "{{name}}" was moved one level up.' },
  'loop-as-group': { severity: 'warning', words: 'A loop over a list is not done. Its questions are asked once, as a group.' },
  'row-disabled': { severity: 'note', words: 'This row is switched off in the column "disabled". It was left out.' },
  'calculation-missing': { severity: 'warning', words: '"{{name}}" calculates nothing: there is no calculation in its row.' },
  'range-not-numbers': { severity: 'warning', words: 'Start, end and step of a range must be numbers. 1 to 10 in steps of 1 is used.' },
  'parameters-not-used': { severity: 'note', words: 'The parameter "{{text}}" is not used.' },
  'search-not-done': {
    severity: 'warning',
    words: 'Choices by search() in the appearance are not looked up. The list as it stands in the sheet is shown.',
  },
  'other-in-english': {
    severity: 'warning',
    words: 'The words "Other" and "Specify other" are in English in these languages: {{languages}}.',
  },
  'other-with-filter': {
    severity: 'warning',
    words: 'With a choice filter, "or_other" needs a choice "other" that the filter lets through.',
  },

  // What is not collected
  'picture-or-sound': {
    severity: 'note',
    words: 'Pictures, sound and files are not collected: they could show who somebody is. The row is kept and nothing is asked.',
  },
  'place-on-a-map': {
    severity: 'note',
    words: 'Places on a map are not collected: they could lead somebody to the person. The row is kept and nothing is asked.',
  },
  'about-the-device': {
    severity: 'note',
    words:
      'Facts about the phone, its user and the time are not collected: they could give somebody away. The row is kept and stays empty.',
  },
  'kept-from-another-person': {
    severity: 'error',
    words: 'This takes over what the person before answered. Fieldbook never shows one person the answers of another, so it was left out.',
  },
  'refers-to-left-out': { severity: 'warning', words: 'This refers to "{{name}}" in row {{other}}, which is not asked and stays empty.' },

  // Text
  'text-cut': { severity: 'repair', words: 'This text has more than {{limit}} characters. It was cut.' },
  'text-markup': { severity: 'note', words: 'Rows with formatting (HTML or Markdown): {{number}}. Their words are shown plain.' },
  'text-outside-link': {
    severity: 'note',
    words: 'A picture or link to another address is never opened: somebody could see that this form is in use.',
  },
  'quotes-straightened': { severity: 'repair', words: 'Curly quotation marks were read as straight ones.' },
  'yes-no-unclear': { severity: 'warning', words: '"{{text}}" is neither yes, nor no, nor a condition. It was read as no.' },

  // Expressions
  'expression-not-understood': {
    severity: 'error',
    words: 'At character {{at}}, "{{piece}}" is not understood. The expression counts as if it were not there.',
  },
  'expression-value-missing': {
    severity: 'error',
    words: 'A value is missing at character {{at}}, by "{{piece}}". The expression counts as if it were not there.',
  },
  'expression-operator': {
    severity: 'error',
    words: '"{{piece}}" at character {{at}} is not an operator here. The expression counts as if it were not there.',
  },
  'expression-operator-missing': {
    severity: 'error',
    words: 'There is nothing between "{{piece}}" at character {{at}} and what is before it. The expression counts as if it were not there.',
  },
  'expression-bracket': {
    severity: 'error',
    words: 'A bracket is not closed or was never opened, at character {{at}}. The expression counts as if it were not there.',
  },
  'expression-quote': {
    severity: 'error',
    words: 'The quotation mark at character {{at}} is not closed. The expression counts as if it were not there.',
  },
  'expression-reference': {
    severity: 'error',
    words: 'The reference "{{piece}}" at character {{at}} is not closed. The expression counts as if it were not there.',
  },
  'expression-too-long': {
    severity: 'error',
    words: 'This expression is too long or too deep to be worked out. It counts as if it were not there.',
  },
  'function-unknown': {
    severity: 'error',
    words: 'There is no function "{{piece}}", at character {{at}}. The expression counts as if it were not there.',
  },
  'function-not-supported': {
    severity: 'error',
    words: 'The function "{{piece}}" at character {{at}} is not worked out here. The expression counts as if it were not there.',
  },
  'function-arguments': {
    severity: 'error',
    words: '"{{piece}}" at character {{at}} has too few or too many values in its brackets. The expression counts as if it were not there.',
  },
  'pattern-not-supported': {
    severity: 'error',
    words: 'The pattern "{{piece}}" is not one that regex() can follow. The expression counts as if it were not there.',
  },
  'reference-unknown': { severity: 'error', words: 'No question is called "{{name}}". The expression counts as if it were not there.' },
  'reference-in-text-unknown': { severity: 'warning', words: 'No question is called "{{name}}". Nothing is shown in its place.' },
  'reference-respelt': { severity: 'warning', words: '"{{text}}" was read as "{{meant}}".' },
  'reference-of-many': {
    severity: 'warning',
    words: 'More than one question is called "{{name}}" (rows {{rows}}). The nearest one is meant.',
  },
  'reference-later': { severity: 'note', words: 'This depends on "{{name}}" in row {{other}}, which is asked later.' },
  'reference-alone': {
    severity: 'warning',
    words: '"{{text}}" alone is true as soon as the question exists, answered or not. Compare it with something.',
  },
  'text-alone': { severity: 'warning', words: 'The text "{{text}}" alone is always true. Compare it with something.' },
  'path-unknown': { severity: 'warning', words: '"{{text}}" leads to no question, so it is always blank.' },
  'duration-not-measured': { severity: 'note', words: 'Nobody is timed, so duration() is always blank.' },
  'refers-to-itself': { severity: 'warning', words: 'Whether "{{name}}" is asked depends on its own answer.' },
  circle: { severity: 'error', words: 'These depend on each other in a circle: {{names}}. The expression counts as if it were not there.' },
  'slash-for-division': { severity: 'warning', words: '"/" is a path here and does not divide.' },
  'choice-not-in-list': {
    severity: 'warning',
    words: '"{{text}}" is not a choice of "{{name}}" (list "{{list}}"), so this is never true.',
  },
  'choice-not-quoted': {
    severity: 'warning',
    words: '"{{text}}" without quotation marks is a column or a question, not the choice of "{{name}}".',
  },
  'equals-on-several': {
    severity: 'warning',
    words: 'Several choices of "{{name}}" can be ticked; "=" is true only when this one alone is.',
  },
  'constraint-without-value': {
    severity: 'warning',
    words: 'This constraint never looks at the answer itself, which is written as a full stop.',
  },
  'filter-column-unknown': {
    severity: 'warning',
    words: 'The list "{{list}}" has no column "{{name}}", so the filter lets nothing through.',
  },
  'default-not-in-list': { severity: 'warning', words: 'The default "{{text}}" is not a choice of the list "{{list}}".' },
  'default-not-fitting': {
    severity: 'warning',
    words: 'The default "{{text}}" is no answer that this question can have. It begins empty.',
  },
  'count-in-words': {
    severity: 'warning',
    words: '"{{name}}" is not answered with a number, so it cannot say how many rounds there are.',
  },
  'count-not-a-number': { severity: 'warning', words: '"{{text}}" is not a number. Rounds are added by hand.' },

  // Choices
  'choice-without-list': { severity: 'warning', words: 'This choice does not say to which list it belongs. It was left out.' },
  'choice-without-name': { severity: 'warning', words: 'This choice of "{{list}}" has no name. It was left out.' },
  'choice-without-label': { severity: 'warning', words: 'The choice "{{name}}" of "{{list}}" has no label. Its name is shown instead.' },
  'choice-twice': {
    severity: 'warning',
    words: '"{{name}}" is in the list "{{list}}" twice (row {{other}}), and no filter tells the two apart.',
  },
  'choice-with-spaces': {
    severity: 'repair',
    words: 'Several can be chosen from "{{list}}", so a name cannot have spaces. "{{text}}" was changed to "{{name}}".',
  },

  // Files beside the form
  'file-missing': { severity: 'warning', words: 'The file "{{text}}" did not come with the form. What is looked up in it stays empty.' },
  'file-unreadable': { severity: 'error', words: 'The file "{{text}}" could not be read as a table.' },
  'file-rows-left-out': {
    severity: 'warning',
    words: 'Rows in the file "{{file}}" with more values than it has columns: {{number}}, the first in line {{line}}. They were left out.',
  },
  'file-not-used': { severity: 'note', words: 'Nothing in the form uses the file "{{text}}".' },
  'file-column-unknown': { severity: 'warning', words: 'The file "{{file}}" has no column "{{name}}".' },

  // Marks that Fieldbook itself wrote
  'mark-not-understood': { severity: 'warning', words: '"{{text}}" is not one of the words for "{{column}}". It was left out.' },

  'findings-cut': { severity: 'note', words: 'More of the same kind were found and are not listed: {{number}}.' },
} as const satisfies Readonly<Record<string, Kind>>;

export type FindingCode = keyof typeof findingKinds;
export const findingCodes = Object.keys(findingKinds).filter((code): code is FindingCode => code in findingKinds);
