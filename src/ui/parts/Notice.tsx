/** Something a person should know now, with a sign and in words. `danger` is for danger to a person and nothing else. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export type NoticeKind = 'info' | 'good' | 'care' | 'danger';

export interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
  /** Stands on the page from the start, so nothing need be read out when it appears. */
  readonly still?: boolean | undefined;
}

const signs: Readonly<Record<NoticeKind, IconName>> = { info: 'info', good: 'check', care: 'care', danger: 'stop' };

export const Notice = ({ kind, title, children, action, still = false }: NoticeProps) => (
  <div class={`notice notice-${kind}`} role={still ? undefined : kind === 'danger' || kind === 'care' ? 'alert' : 'status'}>
    <Icon name={signs[kind]} />
    <div class="notice-words">
      {title && <p class="notice-title">{title}</p>}
      {children !== undefined && <div class="notice-text">{children}</div>}
      {action && <div class="notice-action">{action}</div>}
    </div>
  </div>
);
