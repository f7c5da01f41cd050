/** Labels, hints and messages with the answers in them that they name. */
import { ownEntry } from '../ownEntry.ts';
import type { Loaded } from './load.ts';
import type { Node } from './nodes.ts';
import { type TextKind, textsOf } from './texts.ts';

/** `-` is what converters put where a translation is missing. */
const isMissing = (text: string): boolean => text.trim() === '' || text.trim() === '-';

interface Asked {
  readonly what: TextKind;
  readonly language: string;
  /** What `${name}` reads from where the words stand. */
  readonly answerTo: (name: string) => string;
}

export const wordsOf = (loaded: Loaded, node: Node, { what, language, answerTo }: Asked): string => {
  const texts = textsOf(node.row.item, what) ?? {};
  const textIn = (name: string): string => ownEntry(texts, name) ?? '';
  const own = textIn(language);
  const text = (isMissing(own) && textIn(loaded.checklist.defaultLanguage)) || own;
  return text.replace(/\$\{\s*([^{}]*?)\s*\}/gu, (_, name: string) => answerTo(name));
};
