import type { ComponentChildren } from 'preact';

/** An empty screen teaches the next step. */
export const Empty = ({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}) => (
  <section class="empty">
    <h2>{title}</h2>
    {children !== undefined && <div class="empty-text">{children}</div>}
    {action && <div class="empty-action">{action}</div>}
  </section>
);
