/** People and their phones: who asks to be let in, how to invite, who is here. */
import { useTranslation } from 'react-i18next';
import { useFieldbook } from '../fieldbook.ts';
import { Empty } from '../parts/Empty.tsx';
import { Page } from '../parts/Page.tsx';
import { useNotebook } from '../useNotebook.ts';
import { AskingPhones } from './team/AskingPhones.tsx';
import { Invite } from './team/Invite.tsx';
import { Members } from './team/Members.tsx';

const Team = () => {
  const { t } = useTranslation('app');
  const notebook = useNotebook();
  const asking = useFieldbook().asking.value;
  if (notebook.me.role !== 'supervisor') {
    return (
      <Page title={t('team.title')} back="/settings">
        <Empty title={t('team.supervisorsOnly')} />
        <Members members={notebook.members()} me={notebook.me.person} />
      </Page>
    );
  }
  return (
    <Page title={t('team.title')} back="/settings">
      <AskingPhones asking={asking} />
      <Invite organisation={notebook.organisation.name} />
      <Members members={notebook.members()} me={notebook.me.person} />
    </Page>
  );
};

export default Team;
