/** A spreadsheet on disk, with the csv files beside it, into a form as the app would read it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { failed, type Result } from '../../src/domain/result.ts';
import type { WorkbookFailure } from '../../src/forms/workbook/failure.ts';
import { readWorkbook } from '../../src/forms/workbook/readWorkbook.ts';
import type { BesideForm } from '../../src/forms/xlsform/files.ts';
import { type ReadForm, readXlsform } from '../../src/forms/xlsform/readXlsform.ts';
import type { NoSurvey } from '../../src/forms/xlsform/sheets.ts';

export type FormFailure = WorkbookFailure | NoSurvey | { readonly type: 'no-such-file' | 'no-such-folder'; readonly path: string };

/** Started through npm, the command runs in the project's folder; paths are meant from where it was typed. */
const fromHere = (path: string): string => {
  const { INIT_CWD: typedIn } = process.env;
  const here = resolve(path);
  return typedIn === undefined || existsSync(here) ? here : resolve(typedIn, path);
};

const bytesOf = (path: string): Uint8Array | undefined => {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return undefined;
  }
};

const filesIn = (folder: string): readonly BesideForm[] | undefined => {
  try {
    const names = readdirSync(folder).filter((name) => /\.(csv|xml|geojson)$/i.test(name));
    return names.sort().flatMap((name) => {
      const bytes = bytesOf(join(folder, name));
      return bytes ? [{ name, bytes }] : [];
    });
  } catch {
    return undefined;
  }
};

export const openForm = (path: string, media: string | undefined): Result<ReadForm, FormFailure> => {
  const bytes = bytesOf(fromHere(path));
  if (!bytes) return failed({ type: 'no-such-file', path });
  const files = media === undefined ? [] : filesIn(fromHere(media));
  if (!files) return failed({ type: 'no-such-folder', path: media ?? '' });
  const book = readWorkbook(bytes);
  return book.ok ? readXlsform(book.value, files, { formName: basename(path) }) : book;
};
