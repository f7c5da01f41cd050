/** Nothing typed is lost: drafts are kept soon after each change, and at once when the screen goes away. */
import { describe, expect, test } from 'vitest';
import { failed } from '../../src/domain/result.ts';
import type { Notebook } from '../../src/store/notebook.ts';
import { openDrafts } from '../../src/ui/openDrafts.ts';
import { TextArea } from '../../src/ui/parts/TextArea.tsx';
import { createDraft, useDraft } from '../../src/ui/useDraft.ts';
import { draw, fieldNamed, settled, type } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook } from '../support/fakeFieldbook.ts';

const Note = () => {
  const draft = useDraft('note-1', { note: '', place: 'park' });
  return (
    <>
      <TextArea label="Note" value={draft.value.value.note} onInput={(note) => draft.set({ note })} />
      <output>{draft.state}</output>
    </>
  );
};

const aNoteOpen = async () => {
  const notebook = createFakeNotebook();
  const drawn = await draw(<Note />, createFakeFieldbook(notebook));
  return { notebook, drawn, kept: () => notebook.drafts.find('note-1')?.value };
};

describe('a draft', () => {
  test('is kept at most a quarter of a second after a change, without being asked', async () => {
    const { kept } = await aNoteOpen();
    await type(fieldNamed('Note'), 'tea at the corner');
    expect(document.querySelector('output')?.textContent).toBe('saving');
    await settled(250);
    expect(kept()).toEqual({ note: 'tea at the corner', place: 'park' });
    expect(document.querySelector('output')?.textContent).toBe('saved');
  });

  test('is kept when typing never stops', async () => {
    const { kept } = await aNoteOpen();
    for (let letters = 1; letters <= 10; letters += 1) {
      await type(fieldNamed('Note'), 'x'.repeat(letters));
      await settled(30);
    }
    expect(kept()).toMatchObject({ note: expect.stringMatching(/^x{4,}$/) });
  });

  test('is kept at once when the page is put away', async () => {
    const { kept } = await aNoteOpen();
    await type(fieldNamed('Note'), 'half a sen');
    dispatchEvent(new Event('pagehide'));
    await settled();
    expect(kept()).toMatchObject({ note: 'half a sen' });
  });

  test('is kept at once when its screen goes away, and is there when it comes back', async () => {
    const { drawn, kept } = await aNoteOpen();
    await type(fieldNamed('Note'), 'half a sentence');
    await drawn.again(<p>elsewhere</p>);
    expect(kept()).toMatchObject({ note: 'half a sentence' });
    await drawn.again(<Note />);
    expect(fieldNamed('Note').value).toBe('half a sentence');
  });

  test('is kept before the notebook locks', async () => {
    const { kept } = await aNoteOpen();
    await type(fieldNamed('Note'), 'just now');
    await openDrafts.keepAll();
    expect(kept()).toMatchObject({ note: 'just now' });
  });
});

const drafts = () => createFakeNotebook().drafts;

describe('when the disk refuses', () => {
  test('the draft says so, and keeps everything once it can', async () => {
    const real = drafts();
    let full = true;
    const refusing: Notebook['drafts'] = {
      ...real,
      keep: async (id, value) => (full ? failed({ type: 'storage-full' }) : real.keep(id, value)),
    };
    const draft = createDraft('d', { note: '' }, () => refusing);
    draft.set({ note: 'long' });
    await draft.keepNow();
    expect(draft.state).toBe('failed');
    full = false;
    await draft.keepNow();
    expect(draft.state).toBe('saved');
    expect(real.find('d')?.value).toEqual({ note: 'long' });
  });
});

describe('a draft that became an entry', () => {
  test('is not written again by a late timer', async () => {
    const real = drafts();
    const draft = createDraft('d', { note: '' }, () => real);
    draft.set({ note: 'done' });
    await draft.pause();
    await real.drop('d');
    await settled(300);
    await draft.keepNow();
    expect(real.find('d')).toBeUndefined();
  });

  test('is kept again when the entry could not be saved', async () => {
    const real = drafts();
    const draft = createDraft('d', { note: '' }, () => real);
    draft.set({ note: 'not yet' });
    await draft.pause();
    await draft.resume();
    expect(real.find('d')?.value).toEqual({ note: 'not yet' });
  });
});

test('a draft of an older version gets the fields it did not know', () => {
  const old = drafts();
  void old.keep('d', { note: 'from before' });
  expect(createDraft('d', { note: '', place: 'park' }, () => old).value.value).toEqual({ note: 'from before', place: 'park' });
});
