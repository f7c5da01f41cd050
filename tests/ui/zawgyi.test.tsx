/** Somebody pastes Zawgyi into a note: it is said what that means, and one press makes it readable. */
import { useSignal } from '@preact/signals';
import { expect, test } from 'vitest';
import { TextArea } from '../../src/ui/parts/TextArea.tsx';
import { buttonNamed, draw, fieldNamed, press, type, until } from '../support/drawn.tsx';

const Note = () => {
  const note = useSignal('');
  return (
    <TextArea
      label="Note"
      value={note.value}
      onInput={(said) => {
        note.value = said;
      }}
    />
  );
};

test('it is noticed beside the field, changed when asked, and then nothing is said any more', async () => {
  await draw(<Note />);
  await type(fieldNamed('Note'), 'ေနျပည္ေတာ္');
  await until(() => document.body.textContent?.includes('Zawgyi') === true);
  expect(fieldNamed('Note').value).toBe('ေနျပည္ေတာ္');
  await press(buttonNamed('Unicode'));
  expect(fieldNamed('Note').value).toBe('နေပြည်တော်');
  await until(() => document.body.textContent?.includes('Zawgyi') === false);
});
