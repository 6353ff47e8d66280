/** What can be done with the result as a whole, and how far it is. */
import { element, setText } from './dom.ts';
import { icon, type IconName } from './icons.ts';
import type { RunState, ViewStatus } from './messages.ts';
import { elapsedText } from './elapsed.ts';

export interface ToolbarActions {
  cancel(): void;
  rerun(): void;
  export(format: 'csv' | 'json'): void;
  showBody(): void;
  /** @param button what the list of columns hangs from */
  showColumns(button: HTMLElement): void;
}

export interface Toolbar {
  readonly element: HTMLElement;
  /** The interval as it was sent. */
  readonly interval: HTMLElement;
  show(status: ViewStatus): void;
}

const STATES = {
  running: 'Running',
  complete: 'Complete',
  partial: 'Partial',
  failed: 'Failed',
} as const satisfies Record<RunState, string>;

export function createToolbar(actions: ToolbarActions): Toolbar {
  const state = element('span', 'state');
  const summary = element('span', 'summary');
  const elapsed = element('span', 'elapsed');
  const interval = element('span', 'interval', { title: 'The interval as it was sent' });
  const cancel = button('cancel', 'Cancel', () => {
    setLabel(cancel, 'Cancelling');
    cancel.setAttribute('aria-disabled', 'true');
    actions.cancel();
  });
  const rerun = button('rerun', 'Run Again', actions.rerun);
  const exports = [
    button('export', 'CSV', () => actions.export('csv'), 'Export '),
    button('export', 'JSON', () => actions.export('json'), 'Export '),
  ];
  const columns = button('columns', '', () => actions.showColumns(columns), 'Columns');
  columns.setAttribute('aria-haspopup', 'menu');
  const buttons = [cancel, rerun, ...exports, button('body', '', actions.showBody, 'Show Body'), columns];
  const bar = element('div', 'buttons', { role: 'toolbar', 'aria-label': 'Result' }, ...buttons);
  cancel.hidden = true;
  const refreshStop = rove(bar, buttons);

  return {
    element: element('div', 'toolbar', {}, element('div', 'status', {}, state, summary, elapsed), bar),
    interval,
    show(status) {
      const running = status.state === 'running';
      // One place for both: what was under the pointer or had the focus is replaced by its counterpart.
      const focused = document.activeElement === cancel || document.activeElement === rerun;
      if (cancel.hidden === running) {
        setLabel(cancel, 'Cancel');
        cancel.removeAttribute('aria-disabled');
        cancel.hidden = !running;
        rerun.hidden = running;
        if (focused) (running ? cancel : rerun).focus();
      }
      for (const one of exports) one.disabled = status.rows === 0;
      refreshStop();
      if (state.dataset['state'] !== status.state) {
        state.dataset['state'] = status.state;
        const sign = running ? element('span', 'spinner', { 'aria-hidden': 'true' }) : icon(iconOf(status.state));
        state.replaceChildren(sign, element('span', 'state-word', {}, STATES[status.state]));
      }
      setText(summary, status.summary);
      summary.title = status.summary;
      setText(elapsed, elapsedText(status.elapsedMs));
      setText(interval, status.interval);
    },
  };
}

const iconOf = (state: Exclude<RunState, 'running'>): IconName => state;

/** @param dispensable the part of the label that is only heard, and shown as a tooltip, where there is little room */
function button(name: IconName, label: string, act: () => void, dispensable = ''): HTMLButtonElement {
  const made = element('button', 'button', { type: 'button' }, icon(name));
  if (dispensable) {
    made.title = dispensable + label;
    made.append(element('span', 'dispensable', {}, dispensable));
  }
  made.append(element('span', 'label', {}, label));
  made.addEventListener('click', () => {
    if (made.getAttribute('aria-disabled') !== 'true') act();
  });
  return made;
}

const setLabel = (target: HTMLElement, label: string) => {
  const text = target.querySelector('.label');
  if (text) setText(text, label);
};

/** A toolbar is one stop of the Tab key; arrows move within. @returns to be called when other buttons are usable */
function rove(bar: HTMLElement, buttons: readonly HTMLButtonElement[]): () => void {
  const usable = () => buttons.filter((one) => !one.hidden && !one.disabled);
  const stop = (chosen: HTMLButtonElement | undefined) => {
    for (const one of buttons) one.tabIndex = one === chosen ? 0 : -1;
  };
  bar.addEventListener('focusin', ({ target }) => stop(buttons.find((one) => one === target)));
  bar.addEventListener('keydown', (event) => {
    const all = usable();
    const from = all.findIndex((one) => one === document.activeElement);
    const to = { ArrowRight: (from + 1) % all.length, ArrowLeft: from - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to)?.focus();
  });
  const refresh = () => {
    if (!usable().some((one) => one.tabIndex === 0)) stop(usable()[0]);
  };
  stop(usable()[0]);
  return refresh;
}
