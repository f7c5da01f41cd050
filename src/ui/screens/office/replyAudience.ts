import { type Audience, office } from '../../../domain/entry.ts';
import type { Id } from '../../../domain/id.ts';
import type { Notebook } from '../../../store/notebook.ts';

/** What the office says about a record goes to the office and back to the phone that wrote it, and to nobody else. */
export const replyAudience = ({ writerDeviceOf }: Notebook, record: Id): Audience => {
  const writer = writerDeviceOf(record);
  return writer === undefined ? office : { devices: [writer] };
};
