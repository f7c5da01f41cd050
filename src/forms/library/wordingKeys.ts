/** Where the words of our own checklists are: keys of locales/<lang>/checklists.json, for screens and tests alike. */
import type { Item } from '../../domain/checklist.ts';
import { sharedLists } from './question.ts';

export const titleKey = (checklist: string): string => `checklists:library.${checklist}.title`;
/** One sentence for the worker: what it is for. */
export const aboutKey = (checklist: string): string => `checklists:library.${checklist}.about`;
/** When to use it, and when not. */
export const whenKey = (checklist: string): string => `checklists:library.${checklist}.when`;
/** What to do after the result, one line each. */
export const nextKey = (checklist: string, line: string): string => `checklists:library.${checklist}.next.${line}`;

export const sectionTitleKey = (section: string): string => `checklists:sections.${section}.title`;
export const pauseKey = (section: string): string => `checklists:sections.${section}.pause`;

export const askKey = (question: string): string => `checklists:questions.${question}.ask`;
export const promptKey = (question: string): string => `checklists:questions.${question}.prompt`;
export const topicKey = (topic: string): string => `checklists:topics.${topic}`;

const isShared = (list: string | undefined): boolean => list !== undefined && Object.hasOwn(sharedLists, list);

export const choiceKey = ({ name, list }: Pick<Item, 'name' | 'list'>, code: string): string =>
  isShared(list) ? `checklists:answers.${code}` : `checklists:questions.${name}.choices.${code}`;
