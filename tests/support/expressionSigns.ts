/** Signs that mean something in an expression, for tests that put them together at random. */
export const expressionSigns = [
  ...['(', ')', '[', ']', ',', '.', '..', '/', '//', '::', '@', '*', '|', '+', '-'],
  ...['=', '!=', '<', '<=', '==', '&&', '||', '$', '{', '}'],
];
