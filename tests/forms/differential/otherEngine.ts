/**
 * Loads @getodk/xforms-engine in Node. It is made for browsers: it wants a document from the start, and its parser of expressions
 * takes Node for a bundler's mistake unless Node keeps quiet about itself while the module is read.
 */
import { JSDOM } from 'jsdom';

const wanted = [
  'window',
  'document',
  'DOMParser',
  'XMLSerializer',
  'Element',
  'Node',
  'Document',
  'Text',
  'Attr',
  'XMLDocument',
  'HTMLElement',
  'CDATASection',
  'Comment',
];

const makeDocument = (): void => {
  const { window } = new JSDOM('<!doctype html><html><body></body></html>');
  for (const name of wanted) {
    const value = name === 'window' ? window : window[name];
    if (value !== undefined) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
};

/** Keeps quiet only to whoever asks from the other engine's own file: everybody else in the process may need the truth. */
const quietly = async <T>(load: () => Promise<T>): Promise<T> => {
  const { versions } = process;
  const askedByIt = (): boolean => (new Error('who asks').stack ?? '').includes('xforms-engine/dist');
  const get = () => (askedByIt() ? { ...versions, node: undefined } : versions);
  Object.defineProperty(process, 'versions', { get, configurable: true });
  try {
    return await load();
  } finally {
    Object.defineProperty(process, 'versions', { value: versions, configurable: true });
  }
};

export const loadOtherEngine = async (): Promise<typeof import('@getodk/xforms-engine')> => {
  makeDocument();
  return quietly(() => import('@getodk/xforms-engine'));
};
