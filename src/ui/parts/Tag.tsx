/** A state in a word or two, with a sign: never by colour alone. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export type TagKind = 'plain' | 'good' | 'care' | 'danger' | 'accent';
const signs: Readonly<Record<TagKind, IconName>> = { plain: 'dot', good: 'check', care: 'care', danger: 'stop', accent: 'next' };

export const Tag = ({
  kind = 'plain',
  icon,
  lang,
  children,
}: {
  readonly kind?: TagKind | undefined;
  readonly icon?: IconName | undefined;
  /** Where the words around it are in another language. */
  readonly lang?: string | undefined;
  readonly children: ComponentChildren;
}) => (
  <span class={`tag tag-${kind}`} lang={lang}>
    <Icon name={icon ?? signs[kind]} />
    <span>{children}</span>
  </span>
);
