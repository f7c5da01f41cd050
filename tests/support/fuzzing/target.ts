/** Something that takes text from strangers, and must neither throw nor take long whatever the text. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly string[];
  /** Pieces that its inputs are made of. */
  readonly words: readonly string[];
  readonly longest: number;
  readonly run: (input: string) => void;
}
