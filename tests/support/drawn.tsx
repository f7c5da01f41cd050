/** Draws a part or a screen into the pretended document, with words and a fake fieldbook around it, and acts on it as a person would. */

import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { LocationProvider } from 'preact-iso';
import { needWords } from '../../src/i18n/language.ts';
import { behindTheLock } from '../../src/i18n/load.ts';
import { startWords } from '../../src/i18n/start.ts';
import { type Fieldbook, FieldbookContext } from '../../src/ui/fieldbook.ts';
import { createFakeFieldbook } from './fakeFieldbook.ts';

export interface Drawn {
  readonly root: HTMLElement;
  readonly again: (what: ComponentChildren) => Promise<void>;
  readonly gone: () => Promise<void>;
}

/** Lets promises and drawing settle. */
export const settled = async (ms = 0): Promise<void> => {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
  });
};

let spoken: Promise<void> | undefined;

/** Waits for what comes in its own time: a lazy file, a promise. */
export const until = async (isSo: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !isSo(); tries += 1) await settled(10);
  if (!isSo()) throw new Error(`waited in vain until ${isSo}`);
};

export const draw = async (what: ComponentChildren, fieldbook: Fieldbook = createFakeFieldbook()): Promise<Drawn> => {
  spoken ??= startWords().then(async () => void (await needWords(behindTheLock)));
  await spoken;
  document.body.innerHTML = '';
  const root = document.createElement('div');
  document.body.append(root);
  const again = async (content: ComponentChildren) => {
    await act(() =>
      render(
        <LocationProvider>
          <FieldbookContext.Provider value={fieldbook}>{content}</FieldbookContext.Provider>
        </LocationProvider>,
        root,
      ),
    );
    await settled();
  };
  await again(what);
  return { root, again, gone: async () => act(() => render(null, root)) };
};

const labelOf = (element: Element): string =>
  element.getAttribute('aria-label') ??
  document.querySelector(`label[for="${element.id}"]`)?.textContent ??
  element.closest('label')?.textContent ??
  '';

/** The input a label names; throws when there is none, as a person would give up. */
export const fieldNamed = (name: string): HTMLInputElement => {
  const found = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].find((element) =>
    labelOf(element).includes(name),
  );
  if (!found) throw new Error(`no field is called "${name}"`);
  return found;
};

export const buttonNamed = (name: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll<HTMLButtonElement>('button, [role=tab]')].find((element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').includes(name),
  );
  if (!found) throw new Error(`no button is called "${name}"`);
  return found;
};

export const type = async (element: HTMLInputElement, text: string): Promise<void> => {
  await act(() => {
    element.value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settled();
};

export const press = async (element: HTMLElement): Promise<void> => {
  await act(() => element.click());
  await settled();
};

export const choose = async (element: HTMLInputElement, value: string): Promise<void> => {
  await act(() => {
    element.value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settled();
};
