import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** The custom properties of one block of tokens.css. */
function block(start: string): Record<string, string> {
  const from = css.indexOf(start);
  const body = css.slice(from, css.indexOf('\n  }', from));
  return Object.fromEntries([...body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
}

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const text: [string, string[]][] = [
  ['ink', ['paper', 'card', 'field', 'hover', 'raised', 'sunk', 'accent-wash', 'warn-wash', 'good-wash', 'bad-wash']],
  ['soft', ['paper', 'card', 'field', 'hover', 'sunk', 'accent-wash', 'warn-wash', 'good-wash', 'bad-wash']],
  ['faint', ['paper', 'card', 'field', 'hover']],
  ['accent', ['paper', 'card', 'accent-wash', 'hover']],
  ['on-accent', ['accent-fill', 'accent-fill-hover']],
  ['good', ['paper', 'card', 'good-wash']],
  ['warn', ['paper', 'card', 'warn-wash']],
  ['bad', ['paper', 'card', 'bad-wash', 'field']],
  ['plain', ['plain-wash']],
  ['silver', ['silver-wash']],
  ['gold', ['gold-wash']],
  ['diamond', ['diamond-wash']],
];
/** Borders of controls, bars and the focus ring need 3 to 1. */
const shapes: [string, string[]][] = [
  ['line-strong', ['paper', 'card', 'field']],
  ['focus', ['paper', 'card', 'field', 'accent-wash']],
  ['gold-bar', ['card', 'sunk']],
  ['accent-fill', ['card']],
];

describe.each([
  ['light', ':root {'],
  ['dark', ":root[data-theme='dark'] {"],
])('%s colours', (_name, start) => {
  const colours = block(start);
  const pairs = (list: [string, string[]][]) => list.flatMap(([fore, backs]) => backs.map((back) => [fore, back]));

  it.each(pairs(text))('%s on %s is readable (AA, 4.5)', (fore, back) => {
    expect(contrast(colours[fore!]!, colours[back!]!)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(pairs(shapes))('%s against %s can be seen (3)', (fore, back) => {
    expect(contrast(colours[fore!]!, colours[back!]!)).toBeGreaterThanOrEqual(3);
  });
});
