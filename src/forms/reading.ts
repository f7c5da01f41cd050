/** From the files that a person chose to a checklist. Never throws for what is in a file. */
import { failed, ok, type Result } from '../domain/result.ts';
import { type BroughtFailure, type BroughtFile, isBeside, isSpreadsheet, type ReadSpreadsheet } from './brought.ts';
import { readWorkbook } from './workbook/readWorkbook.ts';
import { whyNotZip } from './workbook/sniff.ts';
import { readXlsform } from './xlsform/readXlsform.ts';

/** Why there is nothing to read among these: one text alone is most likely meant as the form itself. */
const withoutForm = (files: readonly BroughtFile[]): BroughtFailure => {
  const [first, ...others] = files;
  return (first && others.length === 0 && whyNotZip(first.bytes)) || { type: 'no-spreadsheet' };
};

export const readBrought = (files: readonly BroughtFile[]): Result<ReadSpreadsheet, BroughtFailure> => {
  const [form, ...others] = files.filter(isSpreadsheet);
  if (!form) return failed(withoutForm(files));
  if (others.length > 0) return failed({ type: 'several-spreadsheets' });
  const book = readWorkbook(form.bytes);
  if (!book.ok) return book;
  const read = readXlsform(book.value, files.filter(isBeside), { formName: form.name });
  return read.ok ? ok({ checklist: read.value.checklist, findings: read.value.findings }) : read;
};
