import { describe, expect, test } from 'vitest';
import { type ConsentSaid, consentChanges, consentNow } from '../../src/domain/consentNow.ts';
import { consentIn } from '../../src/domain/records.ts';
import { aStory } from '../support/storybook.ts';

const said = (items: ConsentSaid['items']): ConsentSaid => ({ day: '2026-02-12', items });
const allYes = { 'take-part': 'yes', 'keep-record': 'yes', 'contact-me': 'yes', research: 'yes' } as const;

describe('consent as it stands now', () => {
  test('what was taken back is taken back, and the way to be in touch with it', () => {
    const story = aStory();
    const consent = story.consent(story.person(), allYes);
    story.adds(consent, 'worker', { kind: 'amendment', says: { fields: { safeContact: { way: 'text' } } } });
    expect(consentNow([story.state(consent)]).safeContact).toEqual({ way: 'text' });
    const before = consentIn(story.state(consent));
    if (!before) throw new Error('the consent did not read');
    story.adds(consent, 'worker', { kind: 'amendment', says: { fields: consentChanges(before, said({ ...allYes, 'contact-me': 'no' })) } });
    expect(consentNow([story.state(consent)])).toEqual({ items: { ...allYes, 'contact-me': 'no' }, safeContact: undefined });
  });

  test('two consents begun on two phones: the more protective answer is shown', () => {
    const story = aStory();
    const person = story.person();
    const [one, other] = [story.consent(person, allYes), story.consent(person, { ...allYes, research: 'no', 'keep-record': 'later' })];
    expect(consentNow([story.state(one), story.state(other)]).items).toEqual({ ...allYes, research: 'no', 'keep-record': 'later' });
  });

  test('only what changed is written, and a blank takes an answer back', () => {
    const story = aStory();
    const before = consentIn(story.state(story.consent(story.person(), allYes)));
    if (!before) throw new Error('the consent did not read');
    const { research: _, ...items } = allYes;
    expect(consentChanges(before, said(items as ConsentSaid['items']))).toEqual({ 'items.research': null, day: '2026-02-12' });
  });
});
