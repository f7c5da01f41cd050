/** The texts of a language as a file, and a file as rows. What writes and reads them is fetched when it is asked for. */
import type { Result } from '../../../domain/result.ts';
import type { FileFailure, FileText, ReadFile } from '../../../forms/wordingFiles/wordingFile.ts';
import type { Wording } from '../../../i18n/everyText.ts';
import { findLanguage, namespaces } from '../../../i18n/languages.ts';
import { loadNotes, noteFor } from '../../../i18n/translatorNotes.ts';

export const fileFormats = ['xlsx', 'xliff', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];
/** Names, the same in every language. */
export const formatNames: Readonly<Record<FileFormat, string>> = { xlsx: 'Excel', xliff: 'XLIFF 2', json: 'i18next JSON' };

/** How much of a chosen file is read: one byte more than is ever taken is enough to be told that it is too large. */
export const mostOfFile = 8 * 1024 * 1024 + 1;

export const fileTexts = (texts: readonly Wording[]): readonly FileText[] =>
  texts.map(({ key, english, text, standing }) => ({ key, english, text, state: standing.state, who: standing.who }));

const withNotes = async (texts: readonly Wording[]): Promise<readonly FileText[]> => {
  const notes = new Map(await Promise.all(namespaces.map(async (namespace) => [namespace, await loadNotes(namespace)] as const)));
  const noted = new Map(texts.map(({ key, namespace }) => [key, noteFor(notes.get(namespace) ?? {}, key.slice(namespace.length + 1))]));
  return fileTexts(texts).map((text) => ({ ...text, note: noted.get(text.key) }));
};

const mimes: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xliff: 'application/xliff+xml',
  json: 'application/json',
};
const endings: Readonly<Record<FileFormat, string>> = { xlsx: 'xlsx', xliff: 'xlf', json: 'json' };

export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly content: BlobPart;
}

/** Throws when the part that writes does not come. */
export const wordingFile = async (format: FileFormat, tag: string, texts: readonly Wording[]): Promise<MadeFile> => {
  const language = { tag, direction: findLanguage(tag)?.direction ?? 'ltr', texts: await withNotes(texts) } as const;
  const made = { name: `words-${tag}.${endings[format]}`, type: mimes[format] };
  switch (format) {
    case 'xlsx': {
      const { writeSpreadsheet } = await import('../../../forms/wordingFiles/spreadsheet.ts');
      return { ...made, content: new Uint8Array(writeSpreadsheet(language)) };
    }
    case 'xliff': {
      const { writeXliff } = await import('../../../forms/wordingFiles/writeXliff.ts');
      return { ...made, content: writeXliff(language) };
    }
    case 'json': {
      const { writeJson } = await import('../../../forms/wordingFiles/i18nextJson.ts');
      return { ...made, content: writeJson(language) };
    }
  }
};

export const readFile = async (file: File): Promise<Result<ReadFile, FileFailure>> => {
  const { readWordingFile } = await import('../../../forms/wordingFiles/readWordingFile.ts');
  return readWordingFile(new Uint8Array(await file.slice(0, mostOfFile).arrayBuffer()), file.name, namespaces);
};
