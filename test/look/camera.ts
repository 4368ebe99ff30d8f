/** Takes pictures of a part of a page, when nothing moves any more. */
import type { Page } from 'puppeteer-core';
import type { Rect } from '../../lib/model/inspection.ts';
import { until } from '../setup/until.ts';
import { readPng, type Pixels } from './png.ts';

/** One picture of the reference, as it was just taken. */
export interface Shot {
  /** `<state>-<scheme>`, the name of its file. */
  name: string;
  /** One pixel for each CSS pixel. */
  picture: Pixels;
  /** It holds so much text that it looks different in other fonts. */
  text: boolean;
}

export interface ShotOptions {
  /** CSS pixels around the box. */
  margin?: number;
  text?: boolean;
  /** What is never the same, the time of day: it is painted over. */
  without?: () => Promise<Rect>;
}

/** Keeps the picture of what stands in a box of the page's viewport. The box is asked for until two pictures of it are the same. */
export type Camera = (state: string, page: Page, box: Rect | (() => Promise<Rect>), options?: ShotOptions) => Promise<void>;

export function camera(scheme: string, keep: (shot: Shot) => void): Camera {
  return async (state, page, box, { margin = 8, text = true, without } = {}) => {
    const { width, height } = page.viewport()!;
    let last = '';
    const picture = await until(`${state} stands still`, async () => {
      const at = typeof box === 'function' ? await box() : box;
      const x = Math.max(0, Math.floor(at.x - margin));
      const y = Math.max(0, Math.floor(at.y - margin));
      const clip = {
        x,
        y,
        width: Math.min(width, Math.ceil(at.x + at.width + margin)) - x,
        height: Math.min(height, Math.ceil(at.y + at.height + margin)) - y,
      };
      // Beyond the viewport it would resize the page for a moment, which closes what is open.
      const png = await page.screenshot({ clip, captureBeyondViewport: false, encoding: 'base64' });
      const isSame = png === last;
      last = png;
      if (!isSame) return null;
      const taken = readPng(Buffer.from(png, 'base64'));
      const hidden = await without?.();
      return hidden ? painted(taken, { ...hidden, x: hidden.x - x, y: hidden.y - y }) : taken;
    });
    keep({ name: `${state}-${scheme}`, picture, text });
  };
}

/** Paints a box in the colour of its first pixel. */
function painted(picture: Pixels, box: Rect): Pixels {
  const rgb = picture.rgb.slice();
  const [x, y] = [Math.floor(box.x), Math.floor(box.y)];
  const colour = rgb.slice(3 * (y * picture.width + x), 3 * (y * picture.width + x) + 3);
  for (let row = y; row < box.y + box.height; row++)
    for (let column = x; column < box.x + box.width; column++) rgb.set(colour, 3 * (row * picture.width + column));
  return { ...picture, rgb };
}
