import { useTranslation } from 'react-i18next';
import type { Id } from '../../../domain/id.ts';
import type { Member } from '../../../store/notebook.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Rows } from '../../parts/ListRow.tsx';
import { Tag } from '../../parts/Tag.tsx';

export const Members = ({ members, me }: { readonly members: readonly Member[]; readonly me: Id }) => {
  const { t } = useTranslation('app');
  return (
    <section class="section" aria-labelledby="members">
      <h2 id="members">{t('team.members.title')}</h2>
      <Rows label={t('team.members.title')}>
        {members.map((member) => (
          <li key={member.person} class="row row-still">
            <Icon name="person" />
            <span class="row-words">
              <span class="row-title">{member.name}</span>
              <span class="row-meta">
                {t(`roles.${member.role}`)} · {t('team.members.devices', { count: member.devices.length })}
              </span>
            </span>
            {member.person === me && (
              <span class="row-trailing">
                <Tag>{t('team.members.you')}</Tag>
              </span>
            )}
          </li>
        ))}
      </Rows>
    </section>
  );
};
