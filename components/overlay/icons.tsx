/** 16 px line icons, drawn for this product. Decoration only: their buttons carry the names. */
const paths = {
  pencil: 'M11 2.5l2.500 2.500L6 12.500l-3.200.7.7-3.200z',
  up: 'M5 14V7l3-5c1 0 1.600.8 1.400 1.800L9 6h4c.7 0 1.100.6 1 1.200l-1 5.600c-.1.7-.6 1.200-1.300 1.200H5zM5 7H2v7h3',
  down: 'M11 2v7l-3 5c-1 0-1.600-.8-1.400-1.800L7 10H3c-.7 0-1.100-.6-1-1.200l1-5.600C3.100 2.500 3.600 2 4.300 2H11zM11 9h3V2h-3',
  flag: 'M3 14V2m0 1h9l-2 3 2 3H3',
  check: 'M3 8.500l3.200 3.200L13 4.500',
  cross: 'M4 4l8 8m0-8l-8 8',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
