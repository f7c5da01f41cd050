/** Which part belongs to which, and under what name: the .rels files of a workbook. Paths cannot leave the zip. */
import { failed, ok, type Result } from '../../domain/result.ts';
import type { WorkbookFailure } from './failure.ts';
import { readPart } from './readPart.ts';
import type { Budget } from './unpack.ts';
import { partKey, type ZipEntries } from './zip.ts';

export interface Relation {
  readonly id: string;
  /** The last word of its type: worksheet, sharedStrings, styles ... Both editions of the format agree on it. */
  readonly kind: string;
  readonly target: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

export const resolvePart = (from: string, target: string): string => {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folderOf(from) + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return partKey(steps.join('/'));
};

const relationsPart = (part: string): string => `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;

/** Of `part`, or of the whole file for ''. None when it has no such file. */
export const readRelations = (entries: ZipEntries, part: string, budget: Budget): Result<readonly Relation[], WorkbookFailure> => {
  const entry = entries.get(relationsPart(part));
  const relations: Relation[] = [];
  if (!entry) return ok(relations);
  const failure = readPart(entry, budget, {
    opened: (xml) => {
      if (xml.name !== 'Relationship' || xml.attribute('TargetMode') === 'External') return;
      const type = xml.attribute('Type') ?? '';
      const target = resolvePart(part, xml.attribute('Target') ?? '');
      relations.push({ id: xml.attribute('Id') ?? '', kind: type.slice(type.lastIndexOf('/') + 1), target });
    },
  });
  return failure ? failed(failure) : ok(relations);
};
