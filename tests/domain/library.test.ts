import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/domain/checklist.ts';
import { type OpenedEntry, type Role, supervisorsKinds, type ToWrite } from '../../src/domain/entry.ts';
import { foldRecord } from '../../src/domain/fold.ts';
import { builtInStanding, findPublished, libraryIn, offered, type RecordsOf } from '../../src/domain/library.ts';
import { checklistEntries, longestChecklist, offerBuiltIn, offeredAgain, withdrawal } from '../../src/domain/publishing.ts';
import { packBody, unpackBody } from '../../src/protocol/body.ts';
import { maxEntryBytes } from '../../src/protocol/numbers.ts';
import { aChecklist } from '../support/published.ts';

/** An office's shelf, and those who write to it having seen this much or that. */
const aShelf = () => {
  let count = 0;
  const entries: OpenedEntry[] = [];
  const fresh = () => {
    count += 1;
    return count.toString(16).padStart(32, '0');
  };
  const foldedFrom = (seen: readonly OpenedEntry[]): RecordsOf => {
    const records = [...new Set(seen.map(({ body }) => body.record))].map((record) =>
      foldRecord(
        record,
        seen.filter(({ body }) => body.record === record),
      ),
    );
    return (kind) => records.filter((one) => one.kind === kind);
  };
  const writes = (name: string, written: readonly ToWrite[], seen: readonly OpenedEntry[] = entries, role: Role = 'supervisor') => {
    const before = [...seen];
    for (const { kind, record, says } of written) {
      const heads = foldRecord(
        record,
        before.filter(({ body }) => body.record === record),
      ).heads;
      const by = { person: name.padStart(32, '0').replace(/[^0-9a-f]/g, '0'), name };
      entries.push({
        id: fresh(),
        device: fresh(),
        role,
        body: { kind, record, says, by, after: [...heads], writtenAt: `2026-03-02T09:00:${String(count).padStart(2, '0')}-06:00` },
      });
    }
  };
  const publishes = (name: string, checklist: Checklist, seen: readonly OpenedEntry[] = entries): string => {
    const made = checklistEntries(checklist, { newId: fresh, library: libraryIn(foldedFrom([...seen])) });
    if (!made.ok) throw new Error(made.failure.type);
    writes(name, made.value, seen);
    return made.value[made.value.length - 1]?.record ?? '';
  };
  return {
    fresh,
    writes,
    publishes,
    seenSoFar: () => [...entries],
    records: (kind: string) => foldedFrom(entries)(kind),
  };
};

const chosen = (records: RecordsOf, builtIn: readonly Checklist[] = []) =>
  offered(records, builtIn).map(({ id, version, record }) => `${id} ${version}${record ? '' : ' ours'}`);

describe('versions', () => {
  test('a new version takes the place of the one its publisher saw, whatever the clock says', () => {
    const shelf = aShelf();
    shelf.publishes('Mina', aChecklist({ version: '10' }));
    shelf.publishes('Mina', aChecklist({ version: '9' }));
    expect(chosen(shelf.records)).toEqual(['harbour-kitchens 9']);
    expect(libraryIn(shelf.records).map(({ version }) => version)).toEqual(['10', '9']);
  });

  test('withdrawing brings back the one before; withdrawing both leaves none; each stays readable', () => {
    const shelf = aShelf();
    const first = shelf.publishes('Mina', aChecklist({ version: '1' }));
    const second = shelf.publishes('Mina', aChecklist({ version: '2' }));
    shelf.writes('Arif', [withdrawal({ record: second })]);
    expect(chosen(shelf.records)).toEqual(['harbour-kitchens 1']);
    shelf.writes('Arif', [withdrawal({ record: first })]);
    expect(chosen(shelf.records)).toEqual([]);
    expect(findPublished(shelf.records, { id: 'harbour-kitchens', version: '2' })?.checklist()?.version).toBe('2');
    shelf.writes('Arif', [offeredAgain({ record: second })]);
    expect(chosen(shelf.records)).toEqual(['harbour-kitchens 2']);
  });

  test('a version three times replaced does not come back when the two between are withdrawn but the newest stands', () => {
    const shelf = aShelf();
    const records = ['1', '2', '3', '4'].map((version) => shelf.publishes('Mina', aChecklist({ version })));
    shelf.writes('Mina', [withdrawal({ record: records[1] ?? '' }), withdrawal({ record: records[2] ?? '' })]);
    expect(chosen(shelf.records)).toEqual(['harbour-kitchens 4']);
  });

  test('two supervisors publish one version with different content: both are listed, and every phone takes the same', () => {
    const shelf = aShelf();
    const before = shelf.seenSoFar();
    const minas = shelf.publishes('Mina', aChecklist(), before);
    const arifs = shelf.publishes('Arif', aChecklist({ titles: { English: 'Kitchens at the harbour' } }), before);
    const library = libraryIn(shelf.records);
    expect(library.map(({ record, by, sameVersion }) => [record, by.name, sameVersion])).toEqual([
      [minas, 'Mina', [arifs]],
      [arifs, 'Arif', [minas]],
    ]);
    expect(offered(shelf.records, []).map(({ record }) => record)).toEqual([minas]);
    expect(offered((kind) => [...shelf.records(kind)].reverse(), []).map(({ record }) => record)).toEqual([minas]);
    const begun = { id: 'harbour-kitchens', version: '2026-1' };
    expect(findPublished(shelf.records, { ...begun, record: arifs })?.by.name).toBe('Arif');
    expect(findPublished(shelf.records, begun)?.by.name).toBe('Mina');
    shelf.writes('Mina', [withdrawal({ record: minas })]);
    expect(offered(shelf.records, []).map(({ record }) => record)).toEqual([arifs]);
  });

  test('the same content twice is nothing to choose between', () => {
    const shelf = aShelf();
    const before = shelf.seenSoFar();
    for (const name of ['Mina', 'Arif']) shelf.publishes(name, aChecklist(), before);
    expect(libraryIn(shelf.records).map(({ sameVersion }) => sameVersion)).toEqual([[], []]);
    expect(chosen(shelf.records)).toHaveLength(1);
  });

  test('one says withdrawn and another says offered: it is not offered until somebody settles it', () => {
    const shelf = aShelf();
    const record = shelf.publishes('Mina', aChecklist());
    const before = shelf.seenSoFar();
    shelf.writes('Mina', [withdrawal({ record })], before);
    shelf.writes('Arif', [offeredAgain({ record })], before);
    expect(libraryIn(shelf.records)).toMatchObject([{ standing: 'withdrawn', disputed: true }]);
    shelf.writes('Arif', [offeredAgain({ record })]);
    expect(libraryIn(shelf.records)).toMatchObject([{ standing: 'offered', disputed: false }]);
  });
});

describe('what came with the app', () => {
  const ours = aChecklist({ id: 'adult', wording: 'library', version: '2' });

  test('is offered first, until a supervisor sets it aside, and again when they offer it again', () => {
    const shelf = aShelf();
    shelf.publishes('Mina', aChecklist());
    expect(chosen(shelf.records, [ours])).toEqual(['adult 2 ours', 'harbour-kitchens 2026-1']);
    shelf.writes('Mina', offerBuiltIn({ id: 'adult', isOffered: false }, shelf.records, shelf.fresh));
    expect(chosen(shelf.records, [ours])).toEqual(['harbour-kitchens 2026-1']);
    shelf.writes('Arif', offerBuiltIn({ id: 'adult', isOffered: true }, shelf.records, shelf.fresh));
    expect(chosen(shelf.records, [ours])).toEqual(['adult 2 ours', 'harbour-kitchens 2026-1']);
  });

  test('two supervisors who said different things at once leave it aside, and one word settles it', () => {
    const shelf = aShelf();
    const none: RecordsOf = () => [];
    shelf.writes('Mina', offerBuiltIn({ id: 'adult', isOffered: false }, none, shelf.fresh));
    shelf.writes('Arif', offerBuiltIn({ id: 'adult', isOffered: true }, none, shelf.fresh));
    expect(builtInStanding(shelf.records, 'adult')).toMatchObject({ offered: false, disputed: true });
    shelf.writes('Arif', offerBuiltIn({ id: 'adult', isOffered: true }, shelf.records, shelf.fresh));
    expect(builtInStanding(shelf.records, 'adult')).toMatchObject({ offered: true, disputed: false });
  });

  test('one of the organisation under the same id stands in its place, and ours comes back when that is withdrawn', () => {
    const shelf = aShelf();
    const record = shelf.publishes('Mina', { ...ours, version: '2 of the harbour', wording: 'own' });
    expect(chosen(shelf.records, [ours])).toEqual(['adult 2 of the harbour']);
    shelf.writes('Mina', [withdrawal({ record })]);
    expect(chosen(shelf.records, [ours])).toEqual(['adult 2 ours']);
  });
});

describe('who may', () => {
  test('a worker cannot publish, withdraw, nor turn a published checklist into something else', () => {
    const shelf = aShelf();
    const record = shelf.publishes('Mina', aChecklist());
    const made = checklistEntries(aChecklist({ version: '2' }), { newId: shelf.fresh, library: [] });
    const forged = made.ok ? made.value : [];
    const other: ToWrite = { kind: 'contact', record, says: { offered: false, id: 'other' }, audience: { devices: [] } };
    shelf.writes('Joon', [...forged, withdrawal({ record })], shelf.seenSoFar(), 'worker');
    shelf.writes('Joon', [other], [], 'worker');
    expect(libraryIn(shelf.records)).toMatchObject([{ record, standing: 'offered', id: 'harbour-kitchens' }]);
  });

  test('these kinds are a supervisor’s', () => {
    expect([...supervisorsKinds].sort()).toEqual([
      'assignment',
      'built-in-checklist',
      'checklist',
      'checklist-part',
      'recording',
      'recording-part',
      'review',
      'set-aside-decision',
      'wording',
      'wording-allowed',
    ]);
  });
});

describe('in parts', () => {
  const texts = (checklist: Checklist) => {
    let count = 0;
    const made = checklistEntries(checklist, {
      newId: () => {
        count += 1;
        return count.toString(16).padStart(32, '0');
      },
      library: [],
    });
    return made.ok ? made.value : made.failure;
  };
  const bodyOf = ({ kind, record, says }: ToWrite) => ({
    kind,
    record,
    says,
    writtenAt: '2026-03-02T09:00:00-06:00',
    by: { person: 'a'.repeat(32), name: 'Mina' },
    after: [],
  });

  test('the densest text fits its entries, packed and unpacked, and comes back letter by letter', () => {
    let seed = 7;
    const noise = Array.from({ length: 300_000 }, () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return String.fromCharCode(0x4e00 + ((seed >>> 8) % 20_000));
    }).join('');
    const checklist = aChecklist({ tables: { wards: { columns: ['name'], rows: [[noise]] } } });
    const made = texts(checklist);
    if (!Array.isArray(made)) throw new Error('refused');
    const sizes = made.map((entry) => packBody(bodyOf(entry)).length);
    expect(Math.max(...sizes)).toBeLessThan(maxEntryBytes - 1024);
    const back = made.map((entry) => unpackBody(packBody(bodyOf(entry))));
    expect(back.map((one) => one.ok && one.value.says)).toEqual(made.map(({ says }) => says));
    const shelf = aShelf();
    shelf.publishes('Mina', checklist);
    expect(libraryIn(shelf.records)[0]?.checklist()).toEqual(checklist);
  });

  test('no character is cut in two, wherever the cut falls', () => {
    fc.assert(
      fc.property(fc.integer({ min: 47_000, max: 48_100 }), (length) => {
        const made = texts(aChecklist({ source: 'a', tables: { t: { columns: [], rows: [[`${'a'.repeat(length)}😀😀😀`]] } } }));
        if (!Array.isArray(made)) throw new Error('refused');
        const parts = made.flatMap(({ says }) => (typeof says.text === 'string' ? [says.text] : []));
        expect(parts.every((part) => part.isWellFormed())).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('one that every phone would have to carry and that is too long for that is refused', () => {
    const made = texts(aChecklist({ tables: { t: { columns: [], rows: [['x'.repeat(longestChecklist)]] } } }));
    expect(made).toMatchObject({ type: 'too-large', most: longestChecklist });
  });

  test('a damaged head, or one of a newer version, is not listed; damaged parts read as nothing', () => {
    const shelf = aShelf();
    const record = shelf.publishes('Mina', aChecklist());
    const [part] = shelf.records('checklist-part');
    shelf.writes('Mina', [
      { kind: 'amendment', record: part?.record ?? '', says: { fields: { text: '{"id":' } }, audience: { devices: [] } },
      { kind: 'checklist', record: shelf.fresh(), says: { id: 'no more than this' }, audience: { devices: [] } },
    ]);
    expect(libraryIn(shelf.records).map((one) => [one.record, one.checklist()])).toEqual([[record, null]]);
  });
});
