/**
 * What phones tell of entries that could not be kept here: whose, why, since when, what helps, and a press that has that phone do it.
 * What stands for one reason and is helped in one way stands together.
 */
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import { dayOf, daysAfter } from '../../../domain/period.ts';
import { type Asked, askedBy, decide, type PhoneReport, type Standing, type WayOut, wayOutOf } from '../../../domain/setAside.ts';
import type { SaveFailure } from '../../../store/notebook.ts';
import { Button } from '../../parts/Button.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatWhen } from '../../words.ts';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useReasonWords, WhatItIs } from '../sent/setAsideWords.tsx';

/** That it is over is worth reading for so many days. */
const daysShown = 7;

export const Refused = ({ phones }: { readonly phones: readonly PhoneReport[] }) => {
  const { t } = useTranslation('office');
  const since = daysAfter(useNotebook().today(), -daysShown);
  const over = phones.filter(({ count, toldAt }) => count === 0 && dayOf(toldAt) >= since);
  return (
    <>
      {phones.map((phone) => phone.count > 0 && <PhoneRefused key={phone.device} phone={phone} />)}
      {over.map(({ device, name }) => (
        <p key={device} class="quiet">
          {t('refused.over', { name })}
        </p>
      ))}
    </>
  );
};

interface Group {
  readonly reason: string;
  readonly way: WayOut;
  readonly state: Standing['state'];
  readonly entries: readonly Standing[];
}

const groupsIn = (entries: readonly Standing[]): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const { reason, state } = entry;
    const way = wayOutOf(entry);
    const same = `${reason} ${way} ${state}`;
    groups.set(same, { reason, way, state, entries: [...(groups.get(same)?.entries ?? []), entry] });
  }
  return [...groups.values()];
};

const PhoneRefused = ({ phone }: { readonly phone: PhoneReport }) => {
  const { t } = useTranslation('office');
  const title = useId();
  return (
    <section class="refused" aria-labelledby={title}>
      <h2 id={title}>{t('refused.title', { count: phone.count, name: phone.name })}</h2>
      {groupsIn(phone.entries).map((group) => (
        <RefusedGroup key={group.entries[0]?.id} phone={phone} group={group} />
      ))}
    </section>
  );
};

/** As many as are read at a glance; the heading says how many there are. */
const shownAtFirst = 5;

const RefusedGroup = ({ phone, group }: { readonly phone: PhoneReport; readonly group: Group }) => {
  const { t, i18n } = useTranslation('office');
  const why = useReasonWords();
  const reason = useId();
  const place = useRef<HTMLDivElement>(null);
  const since = group.entries.map(({ heldSince }) => heldSince).sort()[0] ?? '';
  return (
    <div class="refused-group" role="group" aria-labelledby={reason} ref={place} tabIndex={-1}>
      <p id={reason}>{why(group.reason)}</p>
      <ul>
        {group.entries.slice(0, shownAtFirst).map(({ id, record = null, kind = null }) => (
          <li key={id}>
            <WhatItIs record={record} kind={kind} />
          </li>
        ))}
      </ul>
      <p class="office-hint">{t('refused.since', { when: formatWhen(since, i18n.language) })}</p>
      {group.state === 'tried' && <p>{t('refused.tried')}</p>}
      <WhatToDo phone={phone} group={group} onAsked={() => place.current?.focus()} />
    </div>
  );
};

interface WhatToDoProps {
  readonly phone: PhoneReport;
  readonly group: Group;
  /** The button has gone: whoever pressed it by keyboard stands here now. */
  readonly onAsked: () => void;
}

const WhatToDo = ({ phone, group, onAsked }: WhatToDoProps) => {
  const { t, i18n } = useTranslation('office');
  const ask = askedBy(group.way);
  const { onItsWay } = phone;
  return (
    <>
      <div role="status">
        {group.state === 'asked' && onItsWay && (
          <p>{t('refused.asked', { name: onItsWay.by, when: formatWhen(onItsWay.at, i18n.language) })}</p>
        )}
      </div>
      {group.state !== 'asked' && <p>{t(`refused.todo.${group.way}`)}</p>}
      {group.state !== 'asked' && ask && <AskPhone device={phone.device} group={group} ask={ask} onAsked={onAsked} />}
    </>
  );
};

const AskPhone = ({
  device,
  group,
  ask,
  onAsked,
}: Pick<WhatToDoProps, 'group' | 'onAsked'> & { readonly device: Id; readonly ask: Asked }) => {
  const { t } = useTranslation('office');
  const notebook = useNotebook();
  const busy = useSignal(false);
  const failure = useSignal<SaveFailure | null>(null);
  const send = async () => {
    busy.value = true;
    const entries = group.entries.map(({ id }) => id);
    const saved = await notebook.write(decide(notebook.newId(), { device, ask, entries }));
    busy.value = false;
    failure.value = saved.ok ? null : saved.failure;
    if (saved.ok) onAsked();
  };
  return (
    <>
      <SaveProblem failure={failure.value} />
      <div class="buttons">
        <Button icon={ask === 'again' ? 'send' : 'pencil'} busy={busy.value} onClick={() => void send()}>
          {t(`refused.ask.${ask}`)}
        </Button>
      </div>
    </>
  );
};
