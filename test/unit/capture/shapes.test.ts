// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { read } from '../../../lib/capture/read.ts';
import { writeMarkdown } from '../../../lib/markdown/write.ts';
import { blockOf } from './renderers.ts';
import { code } from './shapes/code.ts';
import { math } from './shapes/math.ts';
import { text } from './shapes/text.ts';

const shapes = [...code, ...math, ...text];

afterEach(() => document.body.replaceChildren());

test.each(shapes)('$name', (shape) => {
  const reading = read([document.body.appendChild(blockOf(shape.html))]);
  expect({ text: reading.text, markdown: writeMarkdown(reading.hast) }).toEqual({ text: shape.text, markdown: shape.markdown });
});

test('there are at least 60', () => expect(shapes.length).toBeGreaterThanOrEqual(60));
