/** One question at a time, or a page for each part: as this run has it, else as the worker had it last on this phone. */
import { type Way, ways } from '../../../forms/walk/stops.ts';
import { recall, remember } from '../../../i18n/remembered.ts';
import type { ScreeningDraft } from './screeningDraft.ts';

export const usualWay = (): Way => ways.find((way) => way === recall('questions')) ?? 'one';
export const rememberWay = (way: Way): void => remember('questions', way);

export const wayOf = ({ way }: Pick<ScreeningDraft, 'way'>): Way => way ?? 'one';
