import { useSignal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { Choice } from '../../src/ui/parts/Choice.tsx';
import { Choices } from '../../src/ui/parts/Choices.tsx';
import { ConfirmButton } from '../../src/ui/parts/ConfirmButton.tsx';
import { Page } from '../../src/ui/parts/Page.tsx';
import { Pick } from '../../src/ui/parts/Pick.tsx';
import { Sheet } from '../../src/ui/parts/Sheet.tsx';
import { Stepper } from '../../src/ui/parts/Stepper.tsx';
import { nextTab, Tabs } from '../../src/ui/parts/Tabs.tsx';
import { TextInput } from '../../src/ui/parts/TextInput.tsx';
import { hideToast, showToast, Toasts } from '../../src/ui/parts/Toast.tsx';
import { buttonNamed, choose, draw, fieldNamed, press, settled, type } from '../support/drawn.tsx';

const weather = [
  { value: 'sun', label: 'Sun' },
  { value: 'rain', label: 'Rain', hint: 'bring a coat' },
] as const;

const Weather = ({ clearable = false }: { readonly clearable?: boolean }) => {
  const chosen = useSignal<'sun' | 'rain' | undefined>(undefined);
  return (
    <>
      <Choice
        legend="Weather"
        options={weather}
        value={chosen.value}
        onChange={(value) => {
          chosen.value = value;
        }}
        clearable={clearable}
      />
      <output>{chosen.value ?? 'none'}</output>
    </>
  );
};
const said = () => document.querySelector('output')?.textContent;

describe('a choice', () => {
  test('is a group of native radio buttons with a legend', async () => {
    await draw(<Weather />);
    expect(document.querySelector('fieldset > legend')?.textContent).toBe('Weather');
    await press(fieldNamed('Rain'));
    expect(said()).toBe('rain');
  });

  test('is taken back by tapping it again, where that is allowed', async () => {
    await draw(<Weather clearable />);
    await press(fieldNamed('Sun'));
    await press(fieldNamed('Sun'));
    expect(said()).toBe('none');
    expect(fieldNamed('Sun').checked).toBe(false);
  });

  test('stays where that is not allowed', async () => {
    await draw(<Weather />);
    await press(fieldNamed('Sun'));
    await press(fieldNamed('Sun'));
    expect(said()).toBe('sun');
  });
});

test('several choices come in the order of the options, whatever the order of the taps', async () => {
  const Several = () => {
    const chosen = useSignal<readonly ('sun' | 'rain')[]>([]);
    return (
      <>
        <Choices
          legend="Weather"
          options={weather}
          value={chosen.value}
          onChange={(value) => {
            chosen.value = value;
          }}
        />
        <output>{chosen.value.join()}</output>
      </>
    );
  };
  await draw(<Several />);
  await press(fieldNamed('Rain'));
  await press(fieldNamed('Sun'));
  expect(said()).toBe('sun,rain');
  await press(fieldNamed('Rain'));
  expect(said()).toBe('sun');
});

test('a field says its hint and what is wrong to a screen reader', async () => {
  await draw(<TextInput label="Name" hint="As colleagues know you" error="Please write something" value="" onInput={() => undefined} />);
  const input = fieldNamed('Name');
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
  expect(described).toEqual(['As colleagues know you', 'Please write something']);
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('a pick has its options in groups, and an empty one', async () => {
  const Place = () => {
    const chosen = useSignal<string | undefined>(undefined);
    const options = [
      { value: 'uptown', label: 'Uptown', group: 'North' },
      { value: 'bridgeport', label: 'Bridgeport', group: 'South' },
    ];
    return (
      <>
        <Pick
          label="Where"
          empty="Not said"
          options={options}
          value={chosen.value}
          onChange={(value) => {
            chosen.value = value;
          }}
        />
        <output>{chosen.value ?? 'none'}</output>
      </>
    );
  };
  await draw(<Place />);
  expect([...document.querySelectorAll('optgroup')].map((group) => group.label)).toEqual(['North', 'South']);
  await choose(fieldNamed('Where'), 'bridgeport');
  expect(said()).toBe('bridgeport');
  await choose(fieldNamed('Where'), '');
  expect(said()).toBe('none');
});

test('a stepper stays within its bounds, by button and by typing', async () => {
  const People = () => {
    const count = useSignal(1);
    return (
      <>
        <Stepper
          label="People"
          value={count.value}
          min={1}
          max={3}
          onChange={(value) => {
            count.value = value;
          }}
        />
        <output>{count.value}</output>
      </>
    );
  };
  await draw(<People />);
  expect(buttonNamed('Less: People').disabled).toBe(true);
  await press(buttonNamed('More: People'));
  expect(said()).toBe('2');
  await type(fieldNamed('People'), '77');
  expect(said()).toBe('3');
});

describe('tabs', () => {
  test('move by arrow keys, around the ends, and mirrored where the script is', () => {
    expect(nextTab('ArrowRight', 2, 3)).toBe(0);
    expect(nextTab('ArrowLeft', 0, 3)).toBe(2);
    expect(nextTab('ArrowRight', 1, 3, true)).toBe(0);
    expect(nextTab('End', 0, 3)).toBe(2);
    expect(nextTab('x', 0, 3)).toBeNull();
  });

  test('have one stop for the Tab key, and a panel named by the open one', async () => {
    const Both = () => {
      const open = useSignal<'new' | 'old'>('new');
      return (
        <Tabs
          label="Records"
          tabs={[
            { value: 'new', label: 'New', count: 2 },
            { value: 'old', label: 'Old' },
          ]}
          value={open.value}
          onChange={(value) => {
            open.value = value;
          }}
        >
          {open.value}
        </Tabs>
      );
    };
    await draw(<Both />);
    const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
    expect(tabs.map((tab) => tab.tabIndex)).toEqual([0, -1]);
    tabs[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await settled();
    const panel = document.querySelector('[role=tabpanel]');
    expect(panel?.textContent).toBe('old');
    expect(document.getElementById(panel?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Old');
    expect(document.activeElement).toBe(tabs[1]);
  });
});

test('a sheet opens as a modal dialog, names itself, and says when it closes', async () => {
  const Held = () => {
    const open = useSignal(true);
    return (
      <>
        <Sheet
          open={open.value}
          title="Details"
          onClose={() => {
            open.value = false;
          }}
        >
          inside
        </Sheet>
        <output>{String(open.value)}</output>
      </>
    );
  };
  await draw(<Held />);
  const dialog = document.querySelector('dialog');
  expect(dialog?.open).toBe(true);
  expect(document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Details');
  await press(buttonNamed('Close'));
  expect(said()).toBe('false');
  expect(dialog?.open).toBe(false);
});

test('a button that cannot be taken back asks once more', async () => {
  let done = 0;
  await draw(
    <ConfirmButton
      label="Delete draft"
      question="Delete this draft?"
      confirm="Delete it"
      onConfirm={() => {
        done += 1;
      }}
    />,
  );
  await press(buttonNamed('Delete draft'));
  await press(buttonNamed('No, go back'));
  expect(done).toBe(0);
  await press(buttonNamed('Delete draft'));
  await press(buttonNamed('Delete it'));
  expect(done).toBe(1);
});

test('a toast can be undone, and is read out', async () => {
  let undone = false;
  await draw(<Toasts />);
  showToast('Draft deleted', {
    undo: () => {
      undone = true;
    },
  });
  await settled();
  expect(document.querySelector('[role=status]')?.textContent).toContain('Draft deleted');
  await press(buttonNamed('Undo'));
  expect(undone).toBe(true);
  expect(document.querySelector('.toast')).toBeNull();
  hideToast();
});

test('a page keeps the tab title neutral and gives its heading the focus', async () => {
  await draw(
    <Page title="Somebody's page" back="/list">
      text
    </Page>,
  );
  expect(document.title).toBe('Fieldbook');
  expect(document.activeElement?.textContent).toBe("Somebody's page");
});
