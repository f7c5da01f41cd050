/** Where each screen stands. Addresses are neutral (R19): ids and single letters, nothing a browser's history would tell. */
import { Route, Router } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { lazyScreen } from './lazyScreen.tsx';
import { LinkButton } from './parts/Button.tsx';
import { Empty } from './parts/Empty.tsx';
import { Page } from './parts/Page.tsx';

const Today = lazyScreen(() => import('./screens/Today.tsx'));
const NewContact = lazyScreen(() => import('./screens/NewContact.tsx'));
const ContactList = lazyScreen(() => import('./screens/ContactList.tsx'));
const PersonPage = lazyScreen(() => import('./screens/PersonPage.tsx'), ['checklists'], 'person');
const RunChecklist = lazyScreen(() => import('./screens/RunChecklist.tsx'), ['checklists'], 'screening');
const InformationCard = lazyScreen(() => import('./screens/InformationCard.tsx'), ['directory']);
const Sent = lazyScreen(() => import('./screens/Sent.tsx'));
const Carry = lazyScreen(() => import('./screens/courier/Carry.tsx'), ['carry'], 'step');
const Inbox = lazyScreen(() => import('./screens/office/Inbox.tsx'), ['office', 'checklists']);
const OfficeRecord = lazyScreen(() => import('./screens/office/OfficeRecord.tsx'), ['office', 'checklists'], 'record');
const Figures = lazyScreen(() => import('./screens/office/Figures.tsx'), ['office']);
const Library = lazyScreen(() => import('./screens/library/Library.tsx'), ['office', 'library', 'checklists']);
const LibraryChecklist = lazyScreen(() => import('./screens/library/LibraryChecklist.tsx'), ['office', 'library', 'checklists'], 'which');
const Recordings = lazyScreen(() => import('./screens/library/recordings/Recordings.tsx'), ['office', 'library', 'checklists'], 'which');
const LibraryDraftPage = lazyScreen(() => import('./screens/library/LibraryDraftPage.tsx'), ['office', 'library', 'checklists'], 'draft');
const Languages = lazyScreen(() => import('./screens/library/Languages.tsx'), ['office', 'library']);
const Wording = lazyScreen(() => import('./screens/wording/Wording.tsx'), ['office', 'library']);
const Team = lazyScreen(() => import('./screens/Team.tsx'));
const Anew = lazyScreen(() => import('./screens/Anew.tsx'));
const Settings = lazyScreen(() => import('./screens/Settings.tsx'));

/** What is behind the lock at an address, where a phone was put away in the middle of something. */
const behind: readonly (readonly [string, { readonly bring: () => Promise<void> }])[] = [
  ['/q/', RunChecklist],
  ['/p/', PersonPage],
  ['/card', InformationCard],
];

/** What is at this address, and what nearly everybody opens first, fetched while they still type their passphrase. */
export const bringCommonScreens = (path: string): void => {
  const here = behind.filter(([beginning]) => path.startsWith(beginning)).map(([, screen]) => screen);
  // A failure here is not one: the screen asks again when it is opened, and says so then.
  for (const screen of [...here, Today, NewContact, ContactList]) screen.bring().catch(() => undefined);
};

const NotHere = () => {
  const { t } = useTranslation('app');
  return (
    <Page title={t('page.notHere.title')}>
      <Empty
        title={t('page.notHere.text')}
        action={
          <LinkButton kind="main" href="/">
            {t('trouble.toStart')}
          </LinkButton>
        }
      />
    </Page>
  );
};

export const OpenRoutes = () => (
  <Router>
    <Route path="/" component={Today} />
    <Route path="/new" component={NewContact} />
    <Route path="/list" component={ContactList} />
    <Route path="/p/:person" component={PersonPage} />
    <Route path="/q/:screening" component={RunChecklist} />
    <Route path="/card" component={InformationCard} />
    <Route path="/sent" component={Sent} />
    <Route path="/carry/:step?" component={Carry} />
    <Route path="/inbox" component={Inbox} />
    <Route path="/r/:record" component={OfficeRecord} />
    <Route path="/figures" component={Figures} />
    <Route path="/library" component={Library} />
    <Route path="/library/languages" component={Languages} />
    <Route path="/library/c/:which" component={LibraryChecklist} />
    <Route path="/library/v/:which" component={Recordings} />
    <Route path="/library/d/:draft" component={LibraryDraftPage} />
    <Route path="/wording" component={Wording} />
    <Route path="/team" component={Team} />
    <Route path="/anew" component={Anew} />
    <Route path="/settings" component={Settings} />
    <Route default component={NotHere} />
  </Router>
);
