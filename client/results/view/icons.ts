/** Line drawings on a grid of 16, as elements: the page's policy allows neither images nor fonts. */

const PATHS = {
  cancel: 'M4.5 4.5h7v7h-7z',
  rerun: 'M12.8 5.5A5.5 5.5 0 1 0 13.5 8M13 2.5v3.2H9.8',
  export: 'M8 2v8M4.8 7.2 8 10.4l3.2-3.2M2.5 13.5h11',
  body: 'M6 2.5c-2 0-2 1-2 2.4S4 8 2.5 8C4 8 4 9.7 4 11.1s0 2.4 2 2.4M10 2.5c2 0 2 1 2 2.4S12 8 13.5 8C12 8 12 9.7 12 11.1s0 2.4-2 2.4',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  filter: 'M2.5 3.5h11L9.3 8.5v4.2l-2.6-1.4V8.5z',
  close: 'M4 4l8 8M12 4l-8 8',
  complete: 'M3 8.5l3.3 3.3L13 4.8',
  partial: 'M8 2.5l6 11H2zM8 6.5v3.5M8 11.6v.4',
  failed: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  note: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M8 7v4M8 4.8v.4',
  checked: 'M3 8.5l3.3 3.3L13 4.8',
  up: 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
  down: 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
  hide: 'M2.5 2.5l11 11M4.2 5C2.9 6 2 8 2 8s2 4 6 4c1 0 1.9-.3 2.7-.7M6.5 4.2C7 4.1 7.5 4 8 4c4 0 6 4 6 4s-.4.9-1.2 1.8',
  width: 'M2.5 3v10M13.5 3v10M5 8h6M6.5 6 4.7 8l1.8 2M9.5 6l1.8 2-1.8 2',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** An icon in the colour of the text around it. Never the only bearer of a meaning. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 16 16');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.classList.add('icon');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  drawing.append(path);
  return drawing;
}
