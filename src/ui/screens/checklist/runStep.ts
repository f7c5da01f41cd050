/** What every step of a run is handed. */
import type { Urgency } from '../../../domain/checklist.ts';
import type { AskedChecklist, Screening } from '../../../domain/screening.ts';
import type { DraftState } from '../../useDraft.ts';
import type { Saving } from '../saving/useSave.ts';
import type { TwoLanguages } from '../twoLanguages.ts';
import type { ScreeningDraft } from './screeningDraft.ts';
import type { Walk } from './useWalk.ts';
import type { Wording } from './wording.ts';

export interface RunStep {
  readonly draft: ScreeningDraft;
  readonly set: (patch: Partial<ScreeningDraft>) => void;
  readonly kept: DraftState;
  /** What the app says itself: privacy, limits, age, stopping. */
  readonly words: TwoLanguages;
  /** We have no wording in the person's language: then ours is in English, and it is said so. */
  readonly oursLacking: boolean;
  /** What the checklist says; `null` while it is not on this phone. */
  readonly wording: Wording | null;
  readonly which: AskedChecklist;
  /** The questions, once there are any: opened when it is first asked for. */
  readonly walk: () => Walk | null;
  /** Taken up again: nothing of it can be declined as if it had not been. */
  readonly goesOn: boolean;
  readonly setLanguage: (personTag: string) => void;
  /** What was listened to in this talk, and in which spoken language. */
  readonly listened: ReadonlyMap<string, string>;
  readonly finish: (outcome: Screening['outcome']) => Promise<void>;
  readonly saving: Saving;
  readonly askToStop: () => void;
  readonly raise: (urgency: Urgency) => void;
  readonly leaveHref: string;
}

/** A step that asks: it has the checklist. */
export interface AskingStep extends RunStep {
  readonly wording: Wording;
  readonly asking: Walk;
}
