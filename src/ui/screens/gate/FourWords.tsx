/** Four words, large, to be read aloud or compared. They are never translated: both screens must show the same. */
export const FourWords = ({ words, label }: { readonly words: readonly string[]; readonly label: string }) => (
  <ol class="four-words" role="list" lang="en" dir="ltr" translate={false} aria-label={label}>
    {words.map((word, at) => (
      <li key={`${at}-${word}`}>{word}</li>
    ))}
  </ol>
);
