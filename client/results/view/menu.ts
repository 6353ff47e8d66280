/** A menu that opens at a place, takes the focus, and gives it back. */
import { element } from './dom.ts';
import { icon, type IconName } from './icons.ts';

export type MenuItem =
  | { readonly label: string; readonly icon?: IconName; readonly hint?: string; readonly act: () => void }
  /** Stays open when it is chosen. */
  | { readonly label: string; readonly checked: () => boolean; readonly toggle: () => void }
  | 'line';

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** Opens the only menu there is; another one closes. @param back where the focus goes when it closes */
export function openMenu(label: string, items: readonly MenuItem[], { x, y }: MenuPlace, back: HTMLElement): void {
  document.querySelector('.menu')?.remove();
  const menu = element('div', 'menu', { role: 'menu', 'aria-label': label });
  const buttons: HTMLElement[] = [];
  const leaving = new AbortController();
  const { signal } = leaving;
  const close = () => {
    if (signal.aborted) return;
    leaving.abort();
    menu.remove();
  };

  for (const item of items) {
    if (item === 'line') {
      menu.append(element('div', 'line', { role: 'separator' }));
      continue;
    }
    const button = 'toggle' in item ? checkItem(item, buttons) : actItem(item, close, back);
    buttons.push(button);
    menu.append(button);
  }

  menu.addEventListener('keydown', (event) => {
    const from = buttons.findIndex((button) => button === document.activeElement);
    const to = target(event.key, from, buttons);
    if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      back.focus();
    } else if (to === undefined) return;
    else buttons.at(to)?.focus();
    event.preventDefault();
    event.stopPropagation();
  });
  const outside = ({ target: pressed }: Event) => {
    if (pressed instanceof Node && !menu.contains(pressed)) close();
  };
  document.addEventListener('pointerdown', outside, { signal, capture: true });
  window.addEventListener('blur', close, { signal });
  window.addEventListener('resize', close, { signal });

  document.body.append(menu);
  menu.style.left = `${Math.max(4, Math.min(x, window.innerWidth - menu.offsetWidth - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(y, window.innerHeight - menu.offsetHeight - 4))}px`;
  buttons[0]?.focus();
}

/** The item that a key leads to: an arrow, an end, or the first letter of its label. */
function target(key: string, from: number, buttons: readonly HTMLElement[]): number | undefined {
  if (key === 'ArrowDown') return (from + 1) % buttons.length;
  if (key === 'ArrowUp') return from <= 0 ? -1 : from - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return -1;
  if (key.length !== 1 || key === ' ') return undefined;
  const starts = (button: HTMLElement) => button.textContent.toLowerCase().startsWith(key.toLowerCase());
  const next = [...buttons.keys()].map((step) => (from + 1 + step) % buttons.length);
  return next.find((index) => starts(buttons[index] ?? document.body));
}

function actItem(
  { label, icon: name, hint, act }: Extract<MenuItem, { readonly act: unknown }>,
  close: () => void,
  back: HTMLElement,
): HTMLElement {
  const button = element('button', 'item', { type: 'button', role: 'menuitem', tabindex: '-1' });
  button.append(name ? icon(name) : element('span', 'icon'), element('span', 'label', {}, label));
  if (hint !== undefined) button.append(element('span', 'hint', { 'aria-hidden': 'true' }, hint));
  button.addEventListener('click', () => {
    close();
    back.focus();
    act();
  });
  return button;
}

function checkItem(
  { label, checked, toggle }: Extract<MenuItem, { readonly toggle: unknown }>,
  all: readonly HTMLElement[],
): HTMLElement {
  const button = element('button', 'item', { type: 'button', role: 'menuitemcheckbox', tabindex: '-1' });
  button.append(icon('checked'), element('span', 'label', {}, label));
  const refresh = () => button.setAttribute('aria-checked', String(checked()));
  button.addEventListener('refresh', refresh);
  button.addEventListener('click', () => {
    toggle();
    for (const other of all) other.dispatchEvent(new Event('refresh'));
  });
  refresh();
  return button;
}
