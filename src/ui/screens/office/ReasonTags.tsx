import { useTranslation } from 'react-i18next';
import { isOverdue, type Reason } from '../../../domain/inbox.ts';
import { never } from '../../../domain/result.ts';
import type { IconName } from '../../parts/Icon.tsx';
import { Tag, type TagKind } from '../../parts/Tag.tsx';
import { useNotebook } from '../../useNotebook.ts';
import { formatDay } from '../../words.ts';

interface Look {
  readonly kind: TagKind;
  readonly icon: IconName;
  readonly words: string;
}

const useLooks = (): ((reason: Reason) => Look) => {
  const { t, i18n } = useTranslation('office');
  const { t: asked } = useTranslation('checklists');
  const today = useNotebook().today();
  const due = (day: string | null, plain: string): string => {
    if (day === null) return plain;
    const words = { day: formatDay(day, i18n.language) };
    return t(isOverdue(day, today) ? 'reason.overdue' : 'reason.due', words);
  };
  return (reason) => {
    switch (reason.type) {
      case 'urgent-safety':
        return { kind: 'danger', icon: 'stop', words: t('reason.urgent-safety') };
      case 'urgent-answer':
        return {
          kind: 'danger',
          icon: 'stop',
          words: asked(`urgencies.${reason.urgency}.title`, { defaultValue: t('reason.urgent-safety') }),
        };
      case 'no-oral-report':
        return { kind: 'danger', icon: 'phone', words: t('reason.no-oral-report') };
      case 'disagreement':
        return { kind: 'care', icon: 'people', words: t('reason.disagreement', { count: reason.fields.length }) };
      case 'answered':
        return { kind: 'accent', icon: 'undo', words: t('reason.answered') };
      case 'waiting':
        return { kind: 'plain', icon: 'waiting', words: due(reason.due, t('reason.waiting')) };
      case 'changed':
        return { kind: 'accent', icon: 'reload', words: t('reason.changed') };
      case 'follow-up':
        return { kind: 'plain', icon: 'today', words: [t('reason.follow-up'), due(reason.due, '')].join(' · ') };
      case 'new':
        return { kind: 'plain', icon: 'dot', words: t('reason.new') };
      default:
        return never(reason);
    }
  };
};

export const ReasonTags = ({ reasons }: { readonly reasons: readonly Reason[] }) => {
  const lookOf = useLooks();
  return (
    <span class="reason-tags">
      {reasons.map((reason) => {
        const { kind, icon, words } = lookOf(reason);
        return (
          <Tag key={words} kind={kind} icon={icon}>
            {words}
          </Tag>
        );
      })}
    </span>
  );
};
