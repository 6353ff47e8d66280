/** What is missing from the result and why. It stays until the result is another. */
import { element } from './dom.ts';
import { icon } from './icons.ts';
import type { RunState, ViewStatus } from './messages.ts';

export interface Banner {
  readonly element: HTMLElement;
  show(status: ViewStatus): void;
}

const LOOKS = {
  running: { icon: 'note', heading: '' },
  complete: { icon: 'note', heading: '' },
  partial: { icon: 'partial', heading: 'PARTIAL' },
  failed: { icon: 'failed', heading: 'FAILED' },
} as const satisfies Record<RunState, { readonly icon: string; readonly heading: string }>;

export function createBanner(): Banner {
  const banner = element('div', 'banner');
  banner.hidden = true;
  let shown = '';
  return {
    element: banner,
    show({ state, notes }) {
      // An alert that is written again is read again.
      const content = JSON.stringify([state === 'running' ? 'complete' : state, notes]);
      if (content === shown) return;
      shown = content;
      const look = LOOKS[state];
      const urgent = look.heading !== '';
      banner.hidden = notes.length === 0 && !urgent;
      banner.className = `banner ${urgent ? state : 'note'}`;
      banner.setAttribute('role', urgent ? 'alert' : 'status');
      const lines = notes.map((note) => element('li', '', {}, note));
      banner.replaceChildren(
        icon(look.icon),
        ...(urgent ? [element('strong', '', {}, look.heading)] : []),
        element('ul', '', {}, ...(lines.length > 0 ? lines : [element('li', '', {}, WITHOUT_NOTE[state])])),
      );
    },
  };
}

const WITHOUT_NOTE: Readonly<Record<RunState, string>> = {
  running: '',
  complete: '',
  partial: 'Rows are missing.',
  failed: 'The query failed.',
};
