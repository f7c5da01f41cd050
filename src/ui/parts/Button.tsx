import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly kind?: ButtonKind | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  readonly disabled?: boolean | undefined;
  /** Work is under way: a second press does nothing, and a screen reader hears it. */
  readonly busy?: boolean | undefined;
  readonly icon?: IconName | undefined;
  /** The words when only the sign has room; given to screen readers and as a tooltip. */
  readonly label?: string | undefined;
  readonly wide?: boolean | undefined;
  /** For buttons that stay pressed. */
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly children?: ComponentChildren;
}

export const Button = ({
  kind = 'plain',
  type = 'button',
  onClick,
  disabled,
  busy,
  icon,
  label,
  wide,
  pressed,
  expanded,
  autoFocus,
  children,
}: ButtonProps) => (
  <button
    type={type}
    class={`button button-${kind}${wide ? ' button-wide' : ''}${children === undefined ? ' button-sign' : ''}`}
    // `aria-disabled` while busy keeps the focus where it is; `disabled` would throw it back to the top of the page.
    aria-disabled={busy ? 'true' : undefined}
    aria-busy={busy ? 'true' : undefined}
    aria-pressed={pressed}
    aria-expanded={expanded}
    aria-label={label}
    title={label}
    disabled={disabled}
    autofocus={autoFocus}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onClick?.(event);
    }}
  >
    {icon && <Icon name={icon} />}
    {children !== undefined && <span>{children}</span>}
  </button>
);

/** A link that looks like a button: for going somewhere, so that it can be opened in another tab and needs no script to be understood. */
export const LinkButton = ({
  href,
  kind = 'plain',
  icon,
  wide,
  children,
}: {
  readonly href: string;
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}) => (
  <a href={href} class={`button button-${kind}${wide ? ' button-wide' : ''}`}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </a>
);
