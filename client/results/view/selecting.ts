/** The selection of a grid as it stands, and what changes it. */
import {
  at,
  HEADINGS,
  type Limits,
  type MoveKey,
  moved,
  type Place,
  type Selection,
  widened,
  within,
} from './selection.ts';

export interface Selecting {
  readonly selection: Selection;
  select(place: Place, extend: boolean): void;
  /** @returns whether the key moves */
  move(key: MoveKey, extend: boolean): boolean;
  widen(to: 'everything' | 'rows' | 'columns'): void;
  /** To the first row, or the headings if one is there; the column stays. */
  toTop(): void;
  /** After rows or columns became others. */
  clamp(): void;
}

/** @param reveal called with what became the active cell */
export function createSelecting(limits: () => Limits, reveal: (place: Place) => void): Selecting {
  let selection = at({ row: 0, column: 0 });
  const select = (place: Place, extend: boolean) => {
    const active = within(place, limits());
    const { row, column } = selection.anchor;
    const extended = extend && active.row !== HEADINGS;
    selection = extended ? { active, anchor: { row: Math.max(0, row), column } } : at(active);
    reveal(active);
  };
  return {
    get selection() {
      return selection;
    },
    select,
    move(key, extend) {
      const place = moved(selection.active, key, limits());
      if (place) select(place, extend);
      return place !== undefined;
    },
    widen(to) {
      if (limits().rows > 0) selection = widened(selection, to, limits());
    },
    toTop() {
      const { row, column } = selection.active;
      selection = at({ row: Math.min(row, 0), column });
    },
    clamp() {
      const now = limits();
      // While there are no rows the active cell keeps its place, or it would be left at the headings.
      if (now.rows === 0) return;
      const { active, anchor, area } = selection;
      const kept = area && area.toRow <= now.rows && area.toColumn <= now.columns ? { area } : {};
      selection = { active: within(active, now), anchor: within(anchor, now), ...kept };
    },
  };
}
