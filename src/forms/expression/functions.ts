/** Every function an expression may call. What is not here is another dialect's or misspelt. */
import { ownEntry } from '../ownEntry.ts';
import { type Callable, type Callables, callable } from './callable.ts';
import { dates } from './calls/dates.ts';
import { nodes } from './calls/nodes.ts';
import { numbers } from './calls/numbers.ts';
import { selects } from './calls/selects.ts';
import { texts } from './calls/texts.ts';
import { quotedPath } from './quotedPath.ts';
import { storedText, toBoolean, toNodes, toText } from './values.ts';

const looking = (least: number, most: number, look: NonNullable<Callable['look']>): Callable => ({ least, most, run: () => '', look });

export const functions: Callables = {
  ...texts,
  ...numbers,
  ...dates,
  ...nodes,
  ...selects,
  if: looking(3, 3, ([condition, yes, no], _, give) => give(toBoolean(give(condition)) ? yes : no)),
  once: looking(1, 1, ([arg], { node }, give) => node.text() || storedText(give(arg))),
  'jr:choice-name': looking(2, 2, ([value, question], { scope }, give) =>
    scope.choiceLabel(toText(give(value)), toNodes(give(question && quotedPath(question)))),
  ),
  // Nobody is timed.
  duration: callable(0, 0, () => ''),
};

export const functionCalled = (name: string): Callable | undefined => ownEntry(functions, name);
