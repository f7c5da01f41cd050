/** Under the thumb on a phone, at the side where there is room. The same few places, always in the same order. */
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../domain/entry.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';

type PlaceName = 'today' | 'new' | 'list' | 'inbox' | 'figures' | 'library' | 'team' | 'settings';
interface Place {
  readonly name: PlaceName;
  readonly href: string;
  readonly icon: IconName;
  readonly office?: true;
  readonly roomy?: true;
}

const places: readonly Place[] = [
  { name: 'today', href: '/', icon: 'today' },
  { name: 'list', href: '/list', icon: 'list' },
  { name: 'new', href: '/new', icon: 'plus' },
  { name: 'inbox', href: '/inbox', icon: 'inbox', office: true },
  { name: 'figures', href: '/figures', icon: 'figures', office: true },
  { name: 'library', href: '/library', icon: 'library', office: true, roomy: true },
  { name: 'team', href: '/team', icon: 'people', office: true, roomy: true },
  { name: 'settings', href: '/settings', icon: 'settings', roomy: true },
];

/** A person's page belongs to the list, an office record to the inbox, whatever is under the library to the library. */
const sectionOf = (path: string): string => {
  if (path.startsWith('/library')) return '/library';
  return path.startsWith('/p/') ? '/list' : path.startsWith('/r/') ? '/inbox' : path;
};

export const Nav = ({ role, asking }: { readonly role: Role; readonly asking: number }) => {
  const { t } = useTranslation('app');
  const section = sectionOf(useLocation().path);
  return (
    <nav class="nav" aria-label={t('nav.label')}>
      <ul role="list">
        {places
          .filter(({ office }) => !office || role === 'supervisor')
          .map(({ name, href, icon, roomy }) => (
            <li key={name} class={roomy ? 'nav-roomy' : undefined}>
              <a class={`nav-link nav-${name}`} href={href} aria-current={section === href ? 'page' : undefined}>
                <Icon name={icon} />
                <span>{t(`nav.${name}`)}</span>
                {name === 'team' && asking > 0 && <span class="nav-count">{asking}</span>}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
};
