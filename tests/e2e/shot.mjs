#!/usr/bin/env node
// Walks through the window and saves pictures of it, for looking at screens.
//
//   node tests/e2e/shot.mjs [--shop FILE] [--dark] [--size 1366x768] [--now INSTANT] STEP...
//
// A step is one of
//   see:TEXT  gone:TEXT      waits for a text to stand there, or no longer
//   click:ROLE:NAME          clicks, such as click:button:开店
//   fill:ROLE:NAME:TEXT      replaces what a field holds
//   type:TEXT  press:CHORD   types or presses where the focus is, such as press:Control+z
//   dialog:PATH              what the next file dialog answers
//   shot:NAME                saves tests/out/NAME.png
// Without a `shot` the last state is saved as tests/out/shot.png. The shop file is worked in, not copied.

import path from 'node:path';
import { Window } from './harness/window.mjs';

const options = {};
const steps = [];
const words = process.argv.slice(2);
while (words.length) {
  const word = words.shift();
  if (word === '--shop') options.shop = path.resolve(words.shift());
  else if (word === '--dark') options.dark = true;
  else if (word === '--size') options.size = words.shift();
  else if (word === '--now') options.now = words.shift();
  else steps.push(word);
}
if (!steps.some((step) => step.startsWith('shot:'))) steps.push('shot:shot');

const window = await Window.open(options);
try {
  for (const step of steps) await take(step);
  for (const fault of await window.faults()) process.stderr.write(`${fault}\n`);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error.message}\npicture: ${await window.screenshot('shot-failed')}\n${await window.text()}\n`);
} finally {
  await window.close();
}

async function take(step) {
  const [what, ...rest] = step.split(':');
  const all = rest.join(':');
  const acts = {
    see: () => window.see(all),
    gone: () => window.gone(all),
    click: () => window.click(rest[0], rest.slice(1).join(':') || undefined),
    fill: () => window.fill(rest[0], rest[1], rest.slice(2).join(':')),
    type: () => window.type(all),
    press: () => window.press(all),
    dialog: () => window.answerDialog(all),
    shot: async () => process.stdout.write(`${await window.screenshot(all)}\n`),
  };
  if (!Object.hasOwn(acts, what)) throw new Error(`no such step: ${step}`);
  await acts[what]();
}
