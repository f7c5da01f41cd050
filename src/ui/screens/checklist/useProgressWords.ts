/** How far it is, in words: within the part one question at a time, by parts when each has a page. Nothing about the person. */
import { useTranslation } from 'react-i18next';
import { sectionsOf } from '../../../forms/walk/sections.ts';
import { type Stop, stopsOf } from '../../../forms/walk/stops.ts';
import type { AskingStep } from './runStep.ts';
import { wayOf } from './wayPreference.ts';

export const useProgressWords = ({ asking: { run }, draft }: AskingStep, stop: Stop): string => {
  const { t } = useTranslation('field');
  const way = wayOf(draft);
  if (way === 'page') {
    const sections = sectionsOf(run).map(({ id }) => id);
    return t('run.progressParts', { at: sections.indexOf(stop.section.id) + 1, of: sections.length });
  }
  const inSection = stopsOf(run, way).filter(({ section }) => section.id === stop.section.id);
  return t('run.progress', { at: inSection.findIndex(({ id }) => id === stop.id) + 1, of: inSection.length });
};
