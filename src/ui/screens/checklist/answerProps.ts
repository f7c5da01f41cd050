/** What every kind of answer is handed, and what it may say. */
import type { Answer } from '../../../domain/screening.ts';
import type { Asked } from '../../../forms/walk/places.ts';
import type { AskingStep } from './runStep.ts';

export type SaidNow = Pick<Answer, 'is' | 'several' | 'words' | 'value'>;

export interface AnswerProps {
  readonly step: AskingStep;
  readonly asked: Asked;
  readonly answer: Answer | undefined;
  /** As text: what was said, or what the checklist filled in beforehand while nothing was. */
  readonly text: string;
  /** The question, as the worker reads it. */
  readonly legend: string;
  readonly onSay: (said: SaidNow) => void;
}
