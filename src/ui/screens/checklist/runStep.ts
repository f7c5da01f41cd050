/** What every step of a run is handed. */
import type { Urgency } from '../../../domain/checklist.ts';
import type { Screening } from '../../../domain/screening.ts';
import type { DraftState } from '../../useDraft.ts';
import type { Saving } from '../saving/useSave.ts';
import type { TwoLanguages } from '../twoLanguages.ts';
import type { ScreeningDraft } from './screeningDraft.ts';

export interface RunStep {
  readonly draft: ScreeningDraft;
  readonly set: (patch: Partial<ScreeningDraft>) => void;
  readonly kept: DraftState;
  readonly words: TwoLanguages;
  readonly setLanguage: (personTag: string) => void;
  readonly finish: (outcome: Screening['outcome']) => Promise<void>;
  readonly saving: Saving;
  readonly askToStop: () => void;
  readonly raise: (urgency: Urgency) => void;
  readonly leaveHref: string;
}
