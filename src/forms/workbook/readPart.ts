/** One XML part of a workbook from the zip to whoever wants its elements. */
import type { WorkbookFailure } from './failure.ts';
import { textPieces } from './partText.ts';
import { type Budget, unpack } from './unpack.ts';
import { XmlReader } from './xmlReader.ts';
import type { ZipEntry } from './zip.ts';

export interface PartListener {
  opened(xml: XmlReader): void;
  closed?(name: string): void;
  text?(text: string): void;
  /** Asked after every tag and text. After 'enough' the rest of the part is not read. */
  verdict?(): WorkbookFailure | 'enough' | null;
  /** Whether a failure no longer matters, since all that is wanted has been read. */
  forgives?(): boolean;
}

const tell = (xml: XmlReader, listener: PartListener): boolean => {
  switch (xml.next()) {
    case 'open':
      listener.opened(xml);
      return true;
    case 'close':
      listener.closed?.(xml.name);
      return true;
    case 'text':
      listener.text?.(xml.text);
      return true;
    default:
      return false;
  }
};

/** null when all went well. */
export const readPart = (entry: ZipEntry, budget: Budget, listener: PartListener): WorkbookFailure | null => {
  const part = entry.name.slice(0, 100);
  const xml = new XmlReader(textPieces(unpack(entry, budget), part), part);
  while (tell(xml, listener)) {
    const verdict = listener.verdict?.() ?? null;
    if (verdict) return verdict === 'enough' ? null : verdict;
  }
  return xml.failure && !listener.forgives?.() ? xml.failure : null;
};
