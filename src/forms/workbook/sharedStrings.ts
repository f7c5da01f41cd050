/** The texts that cells refer to by number. Spoken hints for readers of Japanese (phonetic runs) are not part of a text. */
import { failed, ok, type Result } from '../../domain/result.ts';
import type { WorkbookFailure } from './failure.ts';
import type { Findings } from './finding.ts';
import { readPart } from './readPart.ts';
import { RichText } from './richText.ts';
import type { Budget } from './unpack.ts';
import type { Cell } from './workbook.ts';
import type { ZipEntry } from './zip.ts';

/** A cell for each, shared by all that refer to it. */
export const readSharedStrings = (entry: ZipEntry, budget: Budget, findings: Findings): Result<readonly Cell[], WorkbookFailure> => {
  const strings: Cell[] = [];
  const { strings: limit, textLength } = budget.limits;
  const item = new RichText(textLength);
  const keep = (): void => {
    strings.push(item.cell());
    if (item.wasCut) findings.add('text-cut', {});
  };
  const failure = readPart(entry, budget, {
    opened: (xml) => (xml.name === 'si' ? item.begin() : item.opened(xml)),
    closed: (name) => {
      if (name === 'si') keep();
      else item.closed(name);
    },
    text: (text) => item.add(text),
    verdict: () => (strings.length > limit ? { type: 'too-large', what: 'strings', limit } : null),
  });
  return failure ? failed(failure) : ok(strings);
};
