import { render } from 'preact';
import { expect, test } from 'vitest';
import { FieldbookContext } from '../../src/ui/fieldbook.ts';
import { useNotebook } from '../../src/ui/useNotebook.ts';
import { until } from '../support/drawn.tsx';
import { createFakeFieldbook, createFakeNotebook } from '../support/fakeFieldbook.ts';

const Count = () => <output>{useNotebook().recordsOf('contact').length}</output>;

test('what arrives right after a screen was drawn, before anything else had its turn, is shown', async () => {
  const notebook = createFakeNotebook();
  const root = document.createElement('div');
  document.body.append(root);
  render(
    <FieldbookContext.Provider value={createFakeFieldbook(notebook)}>
      <Count />
    </FieldbookContext.Provider>,
    root,
  );
  const before = Number(root.textContent);
  // In the same breath as the drawing: nothing that waits for a painted frame has run yet.
  await notebook.write({
    kind: 'contact',
    record: 'ab'.repeat(16),
    says: { person: 'cd'.repeat(16), day: '2026-03-02' },
    audience: { devices: [] },
  });
  await until(() => Number(root.textContent) === before + 1);
  expect(Number(root.textContent)).toBe(before + 1);
});
