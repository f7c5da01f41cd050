/** What stands of the wording that supervisors accepted, and what became of what somebody proposed. */
import { describe, expect, test } from 'vitest';
import type { OpenedEntry, Role, ToWrite } from '../../src/domain/entry.ts';
import { foldRecord } from '../../src/domain/fold.ts';
import type { RecordsOf } from '../../src/domain/library.ts';
import { type AcceptedText, isDisputed, standingWording } from '../../src/domain/wording.ts';
import { wordingProblems } from '../../src/domain/wordingCheck.ts';
import { declining, decliningTakenBack, proposalEntry, wordingEntries, wordingTakenBack } from '../../src/domain/wordingEntries.ts';
import { proposalsIn } from '../../src/domain/wordingProposals.ts';
import { packBody } from '../../src/protocol/body.ts';
import { maxEntryBytes } from '../../src/protocol/numbers.ts';

const ask = 'checklists:questions.rest.ask';
const pay = 'checklists:questions.pay.ask';
const nobody = { devices: [] };

const saying = (text: string, rest: Partial<AcceptedText> = {}): AcceptedText => ({ text, state: 'reviewed', source: '1', ...rest });

/** An office's entries, and writers who have seen this much or that of them. */
const anOffice = () => {
  const entries: OpenedEntry[] = [];
  let count = 0;
  const fresh = () => {
    count += 1;
    return count.toString(16).padStart(32, '0');
  };
  const recordsFrom = (seen: readonly OpenedEntry[]): RecordsOf => {
    const ids = [...new Set(seen.map(({ body }) => body.record))];
    const states = ids.map((id) =>
      foldRecord(
        id,
        seen.filter(({ body }) => body.record === id),
      ),
    );
    return (kind) => states.filter((state) => state.kind === kind);
  };
  const writes = (name: string, written: readonly ToWrite[], seen = [...entries], role: Role = 'supervisor') => {
    for (const { kind, record, says } of written) {
      const { heads } = foldRecord(
        record,
        seen.filter(({ body }) => body.record === record),
      );
      const by = { person: name.padStart(32, 'a').replace(/[^0-9a-f]/g, 'b'), name };
      entries.push({
        id: fresh(),
        device: fresh(),
        role,
        body: { kind, record, says, by, after: [...heads], writtenAt: `2026-0${(count % 8) + 1}` },
      });
    }
    return written.map(({ record }) => record);
  };
  const records: RecordsOf = (kind) => recordsFrom(entries)(kind);
  return {
    writes,
    fresh,
    records,
    seenSoFar: () => [...entries],
    accepts: (name: string, texts: Readonly<Record<string, AcceptedText>>, seen = [...entries], language = 'ko') =>
      writes(name, wordingEntries({ language, texts: new Map(Object.entries(texts)) }, recordsFrom(seen), fresh), seen),
    proposes: (name: string, text: string) =>
      writes(name, [proposalEntry({ language: 'ko', key: ask, text, was: '', source: '1' }, fresh)], undefined, 'worker')[0] ?? '',
    standing: (key = ask, language = 'ko') => standingWording(records).get(language)?.get(key),
    fates: () => proposalsIn(records).map(({ fate }) => fate),
  };
};

describe('what stands', () => {
  test('the words that were accepted by somebody who saw the others stand above them, each text for itself', () => {
    const office = anOffice();
    office.accepts('Mina', { [ask]: saying('쉬는 날이 있으세요?'), [pay]: saying('돈은 받으세요?') });
    office.accepts('Arif', { [ask]: saying('쉬는 날이 있나요?', { state: 'translated' }) });
    expect(office.standing()).toMatchObject({ taken: { text: '쉬는 날이 있나요?', state: 'translated' }, others: [] });
    expect(office.standing(pay)?.taken.text).toBe('돈은 받으세요?');
    expect(office.standing(ask, 'vi')).toBeUndefined();
  });

  test('two who had not seen each other: both are shown, every phone takes the one looked at less, and one more entry settles it', () => {
    const office = anOffice();
    const before = office.seenSoFar();
    office.accepts('Mina', { [ask]: saying('하나', { state: 'field-checked' }) }, before);
    office.accepts('Arif', { [ask]: saying('둘', { state: 'translated' }) }, before);
    const standing = office.standing();
    expect(standing && isDisputed(standing)).toBe(true);
    expect(standing?.taken.text).toBe('둘');
    expect(standing?.others.map(({ text, by }) => [text, by?.name])).toEqual([['하나', 'Mina']]);
    office.accepts('Mina', { [ask]: saying('하나', { state: 'field-checked' }) });
    expect(office.standing()).toMatchObject({ taken: { text: '하나' }, others: [] });
  });

  test('of two looked at alike, it is the first by record on every phone', () => {
    const office = anOffice();
    const before = office.seenSoFar();
    const [first] = office.accepts('Mina', { [ask]: saying('하나') }, before);
    office.accepts('Arif', { [ask]: saying('둘') }, before);
    expect(office.standing()?.taken.record).toBe(first);
    const backwards: RecordsOf = (kind) => [...office.records(kind)].reverse();
    expect(standingWording(backwards).get('ko')?.get(ask)?.taken.record).toBe(first);
  });

  test('taken back, what it stood above stands again', () => {
    const office = anOffice();
    const [first = ''] = office.accepts('Mina', { [ask]: saying('하나') });
    const [second = ''] = office.accepts('Arif', { [ask]: saying('둘') });
    office.writes('Arif', [wordingTakenBack(second)]);
    expect(office.standing()?.taken.text).toBe('하나');
    office.writes('Arif', [wordingTakenBack(first)]);
    expect(office.standing()).toBeUndefined();
  });

  test('one in the middle taken back does not bring up the oldest beneath the newest', () => {
    const office = anOffice();
    office.accepts('Mina', { [ask]: saying('하나') });
    const [second = ''] = office.accepts('Mina', { [ask]: saying('둘') });
    office.accepts('Mina', { [ask]: saying('셋') });
    office.writes('Mina', [wordingTakenBack(second)]);
    expect(office.standing()).toMatchObject({ taken: { text: '셋' }, others: [] });
  });

  test('a worker puts no words on anybody’s phone, nor takes any away', () => {
    const office = anOffice();
    const [record = ''] = office.accepts('Mina', { [ask]: saying('하나') });
    const forged = wordingEntries({ language: 'ko', texts: new Map([[ask, saying('둘')]]) }, office.records, office.fresh);
    office.writes('Joon', [...forged, wordingTakenBack(record)], undefined, 'worker');
    expect(office.standing()).toMatchObject({ taken: { text: '하나' }, others: [] });
  });

  test('one text that a newer version wrote otherwise does not take the others with it; a name of the language is no key', () => {
    const office = anOffice();
    const texts = { [ask]: saying('하나'), [pay]: { ...saying('둘'), state: 'sung' }, 'app:__proto__.x': saying('셋') };
    office.writes('Mina', [{ kind: 'wording', record: office.fresh(), says: { language: 'ko', texts, replaces: [] }, audience: nobody }]);
    expect([...(standingWording(office.records).get('ko') ?? new Map()).keys()]).toEqual([ask]);
  });

  test('a whole language goes in several entries, each of which fits', () => {
    const office = anOffice();
    const texts = new Map(Array.from({ length: 1500 }, (_, at) => [`app:long.t${at}`, saying('가나다라마바사아자차카타파하'.repeat(12))]));
    const entries = wordingEntries({ language: 'ko', texts }, office.records, office.fresh);
    expect(entries.length).toBeGreaterThan(1);
    for (const { kind, record, says } of entries) {
      const body = { kind, record, says, writtenAt: '2026-01-01T00:00:00Z', by: { person: record, name: 'Mina' }, after: [] };
      expect(packBody(body).length).toBeLessThan(maxEntryBytes);
    }
    office.writes('Mina', entries);
    expect(standingWording(office.records).get('ko')?.size).toBe(1500);
  });
});

describe('what became of a proposal', () => {
  test('accepted as it is, or changed', () => {
    const office = anOffice();
    const first = office.proposes('Joon', '쉬는 날이 있나요?');
    const second = office.proposes('Linh', '쉬나요?');
    expect(office.fates()).toEqual([{ type: 'waiting' }, { type: 'waiting' }]);
    office.accepts('Mina', { [ask]: saying('쉬는 날이 있나요?', { proposal: first }) });
    office.accepts('Mina', { [ask]: saying('쉬시나요?', { proposal: second }) });
    expect(office.fates()).toMatchObject([
      { type: 'accepted', changed: false },
      { type: 'accepted', changed: true, accepted: { text: '쉬시나요?' } },
    ]);
  });

  test('declined with a reason, and that taken back; a worker’s no counts for nothing', () => {
    const office = anOffice();
    const proposal = office.proposes('Joon', '쉬나요?');
    office.writes('Linh', [declining(proposal, 'I like mine better', nobody)], undefined, 'worker');
    expect(office.fates()).toEqual([{ type: 'waiting' }]);
    office.writes('Mina', [declining(proposal, 'Too short to be polite', nobody)]);
    expect(office.fates()).toEqual([{ type: 'declined', why: 'Too short to be polite', by: 'Mina' }]);
    office.writes('Mina', [decliningTakenBack(proposal, nobody)]);
    expect(office.fates()).toEqual([{ type: 'waiting' }]);
  });

  test('accepted and taken back: it waits again', () => {
    const office = anOffice();
    const proposal = office.proposes('Joon', '쉬나요?');
    const [record = ''] = office.accepts('Mina', { [ask]: saying('쉬나요?', { proposal }) });
    office.writes('Mina', [wordingTakenBack(record)]);
    expect(office.fates()).toEqual([{ type: 'waiting' }]);
  });

  test('the same words from two people are accepted for both', () => {
    const office = anOffice();
    const first = office.proposes('Joon', '쉬나요?');
    office.proposes('Linh', '쉬나요?');
    office.accepts('Mina', { [ask]: saying('쉬나요?', { proposal: first }) });
    expect(office.fates().map(({ type }) => type)).toEqual(['accepted', 'accepted']);
  });
});

describe('what must hold of a wording', () => {
  const english = '{{count}} people wrote to {{name}}';
  const types = (text: string, key = 'app:a_other') => wordingProblems({ key, english, text }).map(({ type }) => type);

  test('every placeholder of the English and no other; a form for one may leave the number out', () => {
    expect(types('{{name}} に {{count}}')).toEqual([]);
    expect(wordingProblems({ key: 'app:a_other', english, text: '{{nam}}' })).toEqual([
      { type: 'placeholder-missing', names: ['count', 'name'] },
      { type: 'placeholder-foreign', names: ['nam'] },
    ]);
    expect(types('one wrote to {{name}}', 'app:a_one')).toEqual([]);
    expect(types('{{count}} {{name}')).toContain('placeholder-broken');
  });

  test('not blank, and not far too long; a short word may grow', () => {
    expect(types('  ')).toEqual(['blank']);
    expect(types(`{{count}} {{name}} ${'ก'.repeat(200)}`)).toEqual(['too-long']);
    expect(wordingProblems({ key: 'app:b', english: 'Yes', text: 'ได้ ถูกต้อง เป็นอย่างนั้น' })).toEqual([]);
  });
});
