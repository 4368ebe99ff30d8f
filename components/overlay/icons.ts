/** 16 px line icons, drawn for this product. Decoration only: their buttons carry the names. */
export const paths = {
  pencil: 'M11 2.5l2.5 2.5L6 12.5l-3.2.7.7-3.2z',
  up: 'M5 14V7l3-5c1 0 1.6.8 1.4 1.8L9 6h4c.7 0 1.1.6 1 1.2l-1 5.6c-.1.7-.6 1.2-1.3 1.2H5zM5 7H2v7h3',
  down: 'M11 2v7l-3 5c-1 0-1.6-.8-1.4-1.8L7 10H3c-.7 0-1.1-.6-1-1.2l1-5.6C3.1 2.5 3.6 2 4.3 2H11zM11 9h3V2h-3',
  flag: 'M3 14V2m0 1h9l-2 3 2 3H3',
  check: 'M3 8.5l3.2 3.2L13 4.5',
  cross: 'M4 4l8 8m0-8l-8 8',
  arrow: 'M8 13.5V3m-4 4l4-4 4 4',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
} as const;

export type IconName = keyof typeof paths;

const namespace = 'http://www.w3.org/2000/svg';

/** An icon; drawn again it shows another one. */
export function createIcon(): { element: Element; draw: (name: IconName) => void } {
  const element = document.createElementNS(namespace, 'svg');
  const path = element.appendChild(document.createElementNS(namespace, 'path'));
  element.setAttribute('viewBox', '0 0 16 16');
  element.setAttribute('aria-hidden', 'true');
  return { element, draw: (name) => path.setAttribute('d', paths[name]) };
}
