/** A thin bar above everything, with a sign and in words. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../parts/Icon.tsx';

export const Bar = ({
  icon,
  children,
  action,
  onPaper = false,
}: {
  readonly icon: IconName;
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
  /** Said on a printed page as well. */
  readonly onPaper?: boolean;
}) => (
  <div class={onPaper ? 'bar bar-on-paper' : 'bar'} role="status">
    <Icon name={icon} />
    <span class="bar-words">{children}</span>
    {action}
  </div>
);
