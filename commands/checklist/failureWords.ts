/** Why a file cannot be read at all, for somebody at a terminal. */
import type { FormFailure } from './openForm.ts';

const plain: Readonly<
  Record<Exclude<FormFailure['type'], 'no-survey-sheet' | 'damaged' | 'unsafe' | 'too-large' | 'no-such-file' | 'no-such-folder'>, string>
> = {
  empty: 'The file is empty.',
  'old-binary': 'This is an old binary Excel file (.xls). Open it and save it anew as .xlsx.',
  encrypted: 'The workbook is protected with a password. Save it without one.',
  'binary-workbook': 'This is a binary workbook (.xlsb). Open it and save it anew as .xlsx.',
  'open-document': 'This is an OpenDocument spreadsheet (.ods). Open it and save it anew as .xlsx.',
  'xml-spreadsheet': 'This is an XML spreadsheet. Open it and save it anew as .xlsx.',
  'web-page': 'This is a web page and not a spreadsheet, whatever its name says.',
  'plain-text': 'This is plain text and not a spreadsheet. Open it in a spreadsheet program and save it as .xlsx.',
  'zip-archive': 'This is a zip archive and not a spreadsheet. Take the spreadsheet out of it first.',
  'not-a-workbook': 'This is not a spreadsheet.',
  'no-sheets': 'There is no sheet in this workbook.',
};

export const failureWords = (failure: FormFailure): string => {
  switch (failure.type) {
    case 'no-such-file':
      return `There is no file "${failure.path}" that can be read.`;
    case 'no-such-folder':
      return `There is no folder "${failure.path}" that can be read.`;
    case 'no-survey-sheet':
      return `There is no sheet called "survey" in this workbook, nor any that looks like one. There is: ${failure.sheets.join(', ')}.`;
    case 'damaged':
      return `The file is damaged (${failure.part}).`;
    case 'unsafe':
      return `The file is made to do harm and was not read (${failure.part}).`;
    case 'too-large':
      return `The file is too large: more than ${failure.limit} (${failure.what}).`;
    default:
      return plain[failure.type];
  }
};
