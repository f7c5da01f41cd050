import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export interface ListRowProps {
  readonly href: string;
  readonly title: ComponentChildren;
  /** A second, quieter line. */
  readonly meta?: ComponentChildren;
  readonly sign?: IconName | undefined;
  /** At the end of the row: a Tag, a day. */
  readonly trailing?: ComponentChildren;
  /** The row that is open beside the list. */
  readonly current?: boolean | undefined;
}

/** A list of rows; its name is read out when the words are not just above. */
export const Rows = ({ label, children }: { readonly label?: string | undefined; readonly children: ComponentChildren }) => (
  <ul class="rows" role="list" aria-label={label}>
    {children}
  </ul>
);

export const ListRow = ({ href, title, meta, sign, trailing, current }: ListRowProps) => (
  <li class="row">
    <a class="row-link" href={href} aria-current={current ? 'true' : undefined}>
      {sign && <Icon name={sign} />}
      <span class="row-words">
        <span class="row-title">{title}</span>
        {meta !== undefined && <span class="row-meta">{meta}</span>}
      </span>
      {trailing !== undefined && <span class="row-trailing">{trailing}</span>}
    </a>
  </li>
);
