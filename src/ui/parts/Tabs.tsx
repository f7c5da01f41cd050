/** Tabs as the ARIA pattern has them: one stop for the Tab key, arrows between. */
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

export interface TabOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly children: ComponentChildren;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export const nextTab = (key: string, at: number, of: number, rightToLeft = false): number | null => {
  if (key === 'Home') return 0;
  if (key === 'End') return of - 1;
  const step = steps[key];
  if (step === undefined) return null;
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  return (at + (rightToLeft && sideways ? -step : step) + of) % of;
};

export const Tabs = <T extends string>({ label, tabs, value, onChange, children }: TabsProps<T>) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = nextTab(event.key, at, tabs.length, document.documentElement.dir === 'rtl');
    const tab = next === null ? undefined : tabs[next];
    if (!tab || next === null) return;
    event.preventDefault();
    onChange(tab.value);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div class="tabs">
      <div class="tabs-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            class="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
          >
            <span>{tab.label}</span>
            {tab.count !== undefined && <span class="tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" class="tabs-panel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </div>
  );
};
