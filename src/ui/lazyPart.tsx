/** A part of the frame in a file of its own: nothing stands in its place until it is here; what does not come is asked for the next time. */
import { useSignal } from '@preact/signals';
import type { ComponentType, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { needWords } from '../i18n/language.ts';
import { behindTheLock } from '../i18n/load.ts';

export interface LazyPart<P> {
  (props: P): VNode | null;
  /** Fetches it while there is time. */
  readonly bring: () => Promise<void>;
}

export const lazyPart = <P extends object>(load: () => Promise<{ readonly default: ComponentType<P> }>): LazyPart<P> => {
  let here: ComponentType<P> | null = null;
  const bring = async (): Promise<void> => {
    if (here) return;
    const [module, spoken] = await Promise.all([load(), needWords(behindTheLock)]);
    if (!spoken.ok) throw new Error('the words of a part did not come');
    here = module.default;
  };
  const Lazily = (props: P) => {
    const isHere = useSignal(here !== null);
    useEffect(() => {
      if (isHere.peek()) return;
      bring().then(
        () => {
          isHere.value = true;
        },
        () => undefined,
      );
    }, []);
    const Part = here;
    return isHere.value && Part ? <Part {...props} /> : null;
  };
  return Object.assign(Lazily, { bring });
};
