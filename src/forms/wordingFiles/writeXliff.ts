/** XLIFF 2.0, which every translator's program reads: a file for each part of the app, a unit for each text with its note. */
import type { ReviewState } from '../../domain/wordingStates.ts';
import { encodeEntities } from '../workbook/xmlText.ts';
import { byNamespace, type FileText, nameIn, type WrittenLanguage } from './wordingFile.ts';

export const xliffVocabulary = 'urn:oasis:names:tc:xliff:document:2.0';

/** What XLIFF knows of how far a text is. Read aloud with people who speak it is one of several ways of having reviewed it. */
const states: Readonly<Record<ReviewState, string>> = {
  missing: 'initial',
  'machine-draft': 'initial',
  outdated: 'initial',
  translated: 'translated',
  reviewed: 'reviewed',
  'field-checked': 'reviewed',
  approved: 'final',
  source: 'final',
};

const noteXml = (note: string | undefined): string => (note ? `<notes><note>${encodeEntities(note)}</note></notes>` : '');
const targetXml = (text: string): string => (text === '' ? '' : `<target>${encodeEntities(text)}</target>`);

const unitXml = ({ key, english, text, state, note }: FileText): string =>
  [
    `<unit id="${encodeEntities(nameIn(key))}" name="${encodeEntities(key)}">`,
    noteXml(note),
    `<segment state="${text === '' ? 'initial' : states[state]}"><source>${encodeEntities(english)}</source>${targetXml(text)}</segment>`,
    '</unit>',
  ].join('');

export const writeXliff = ({ tag, texts }: WrittenLanguage): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${xliffVocabulary}" version="2.0" srcLang="en" trgLang="${encodeEntities(tag)}">`,
    ...[...byNamespace(texts)].flatMap(([namespace, those]) => [
      `<file id="${encodeEntities(namespace)}" xml:space="preserve">`,
      ...those.map(unitXml),
      '</file>',
    ]),
    '</xliff>',
    '',
  ].join('\n');
