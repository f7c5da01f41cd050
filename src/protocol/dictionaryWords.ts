/** The words of dictionary 1, rarer first: deflate reaches near words more cheaply. Frozen with the first release. */
export const dictionaryWords: readonly string[] = [
  'kind', 'record', 'writtenAt', 'by', 'person', 'name', 'after', 'says',
];
