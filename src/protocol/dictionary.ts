/**
 * What bodies have in common, so that a small one deflates well. Part of suite 1 and so never changed: a new list means a
 * new suite number. Built from our own field names and codes; it holds nothing that anybody said.
 */
import type { Bytes } from './bytes.ts';
import { concat } from './bytes.ts';
import { encodeCbor } from './cbor.ts';
import { dictionaryWords } from './dictionaryWords.ts';

export const dictionary: Bytes = concat(...dictionaryWords.map((word) => encodeCbor(word)));
