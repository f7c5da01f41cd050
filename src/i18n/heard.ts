/**
 * Which texts a screen has asked for since it was opened, for those who want to put its words right. Only while somebody does:
 * it costs each word a little, and a phone in the field has none to spare.
 */
import i18next, { type PostProcessorModule } from 'i18next';
import * as v from 'valibot';
import { namespaces } from './languages.ts';
import { forgetWords } from './said.ts';

const heard = new Map<string, Set<string>>();
let listening = false;

/** What i18next hands on with `postProcessPassResolved`. */
const Resolved = v.looseObject({
  lng: v.optional(v.string()),
  i18nResolved: v.looseObject({ usedNS: v.string(), exactUsedKey: v.string() }),
});

const listener: PostProcessorModule = {
  type: 'postProcessor',
  name: 'heard',
  process: (value: string, _key, options) => {
    const parsed = v.safeParse(Resolved, options);
    if (listening && parsed.success) {
      const { lng = i18next.language, i18nResolved } = parsed.output;
      heard.set(lng, (heard.get(lng) ?? new Set()).add(`${i18nResolved.usedNS}:${i18nResolved.exactUsedKey}`));
    }
    return value;
  },
};

export const listen = (on: boolean): void => {
  if (on === listening) return;
  listening = on;
  i18next.use(listener);
  i18next.options.postProcess = on ? [listener.name] : false;
  i18next.options.postProcessPassResolved = on;
};

/** Another screen: what is remembered would not be asked for again, so it is forgotten. */
export const hearAnew = (): void => {
  heard.clear();
  forgetWords();
};

/** What stands on the screen already when somebody begins to listen is drawn again, and heard with it (bindI18nStore). */
export const hearWhatStands = (): void => {
  for (const namespace of namespaces) {
    if (i18next.hasResourceBundle(i18next.language, namespace)) i18next.addResourceBundle(i18next.language, namespace, {}, true, true);
  }
};

/** By language, `ns:key` in the order they were asked for. */
export const heardTexts = (): ReadonlyMap<string, readonly string[]> => new Map([...heard].map(([tag, keys]) => [tag, [...keys]]));
