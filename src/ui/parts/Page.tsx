/**
 * One screen: the main landmark, its heading, and a place for the main action under the thumb.
 * The tab's title stays neutral on every screen (R19): what is open must not be read over a shoulder or in a history list.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';

export interface PageProps {
  readonly title: string;
  /** Where the arrow leads; left out, there is none. */
  readonly back?: string | undefined;
  /** Beside the heading: small, rarely used. */
  readonly actions?: ComponentChildren;
  /** The main action, kept at the lower edge. */
  readonly foot?: ComponentChildren;
  readonly wide?: boolean | undefined;
  /** The heading is read out, not shown: for a screen given over to one thing. */
  readonly titleHidden?: boolean | undefined;
  readonly children: ComponentChildren;
}

export const Page = ({ title, back, actions, foot, wide = false, titleHidden = false, children }: PageProps) => {
  const { t } = useTranslation('app');
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('app.name');
    // A field that asked for the focus keeps it; else the heading takes it, so that the new screen is read out.
    if (!main.current?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
    // Once per place, not per language: switching the language must leave the focus where the person is.
  }, [path]);
  return (
    <main class={wide ? 'page page-wide' : 'page'} id="main" ref={main}>
      <div class={titleHidden ? 'only-read-out' : 'page-head'}>
        {back && (
          <a class="button button-quiet button-sign page-back" href={back} aria-label={t('page.back')}>
            <Icon name="back" />
          </a>
        )}
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
      <div class="page-body">{children}</div>
      {foot && <div class="page-foot">{foot}</div>}
    </main>
  );
};
