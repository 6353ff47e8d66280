/** Filters: a box over all columns, a box for one column, and what is set of both. */
import { element, setText } from './dom.ts';
import { icon } from './icons.ts';
import type { ViewColumn, ViewFilter } from './messages.ts';

export interface FilterBar {
  readonly element: HTMLElement;
  readonly filters: readonly ViewFilter[];
  /** Takes over what the extension says is set, without telling it. */
  set(filters: readonly ViewFilter[], columns: readonly ViewColumn[]): void;
  /** Asks for a text that one column's cells must contain. */
  filterColumn(column: ViewColumn): void;
  focus(): void;
  clear(): void;
  /** @param text for example `12 of 1,240 rows match` */
  showCount(text: string): void;
}

/** A person types a few letters in this time; each filter costs a walk over all rows. */
const TYPING_MS = 150;

/**
 * @param changed called with what is set, a moment after the last key
 * @param leave Escape or Enter: back to the rows
 */
export function createFilterBar(changed: (filters: readonly ViewFilter[]) => void, leave: () => void): FilterBar {
  let columns: readonly ViewColumn[] = [];
  let byColumn: ReadonlyMap<string, string> = new Map();
  let everywhere = '';
  /** The column that the second box is about. */
  let open: string | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const list = (): readonly ViewFilter[] => [
    ...(everywhere ? [{ text: everywhere }] : []),
    ...[...byColumn].map(([column, text]) => ({ column, text })),
  ];
  const tell = () => {
    clearTimeout(typing);
    typing = undefined;
    changed(list());
  };
  const tellSoon = () => {
    clearTimeout(typing);
    typing = setTimeout(tell, TYPING_MS);
  };
  const box = (label: string, typed: (text: string) => void, close: () => void) => {
    const input = element('input', 'box', {
      type: 'text',
      placeholder: label,
      'aria-label': label,
      spellcheck: 'false',
      autocomplete: 'off',
    });
    input.addEventListener('input', () => {
      typed(input.value);
      tellSoon();
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' && event.key !== 'Enter') return;
      event.preventDefault();
      if (event.key === 'Escape' && input.value !== '') {
        input.value = '';
        typed('');
      }
      if (typing !== undefined || event.key === 'Escape') tell();
      close();
      leave();
    });
    return input;
  };

  const all = box(
    'Filter all columns',
    (text) => (everywhere = text),
    () => {},
  );
  const chips = element('div', 'chips', { role: 'group', 'aria-label': 'Filters of columns' });
  const count = element('span', 'count');
  const bar = element(
    'div',
    'filters',
    { role: 'search', 'aria-label': 'Filter rows' },
    element('div', 'with-icon', {}, icon('filter'), all),
    chips,
    count,
  );

  const setColumn = (key: string, text: string) => {
    const next = new Map(byColumn);
    if (text) next.set(key, text);
    else next.delete(key);
    byColumn = next;
  };
  const titleOf = (key: string) => columns.find((column) => column.key === key)?.title ?? key;
  const chip = (key: string, text: string) => {
    const change = element('button', 'chip-text', {
      type: 'button',
      'aria-label': `${titleOf(key)} contains ${text}, change`,
    });
    change.append(element('span', 'chip-title', {}, titleOf(key)), ' ', text);
    change.addEventListener('click', () => edit(key));
    const remove = element(
      'button',
      'chip-close',
      { type: 'button', 'aria-label': `Remove the filter of ${titleOf(key)}` },
      icon('close'),
    );
    remove.addEventListener('click', () => {
      setColumn(key, '');
      draw();
      tell();
      leave();
    });
    return element('span', 'chip', {}, change, remove);
  };
  const draw = () => {
    const shown = [...byColumn].filter(([key]) => key !== open).map(([key, text]) => chip(key, text));
    chips.replaceChildren(...shown);
  };
  const edit = (key: string) => {
    open = key;
    draw();
    const done = () => {
      open = undefined;
      draw();
    };
    const input = box(`Filter ${titleOf(key)}`, (text) => setColumn(key, text), done);
    input.value = byColumn.get(key) ?? '';
    chips.append(input);
    input.focus();
    input.addEventListener('blur', () => {
      if (open === key && input.isConnected) done();
    });
  };

  return {
    element: bar,
    get filters() {
      return list();
    },
    set(filters, next) {
      columns = next;
      everywhere = filters.find(({ column }) => column === undefined)?.text ?? '';
      byColumn = new Map(filters.flatMap(({ column, text }) => (column === undefined ? [] : [[column, text]])));
      all.value = everywhere;
      draw();
    },
    filterColumn: ({ key }) => edit(key),
    focus() {
      all.focus();
      all.select();
    },
    clear() {
      everywhere = '';
      all.value = '';
      byColumn = new Map();
      draw();
      tell();
    },
    showCount: (text) => setText(count, text),
  };
}
