#!/usr/bin/env node
// Measures the window against an empty one built the same way: start, memory, and a key press in the search box to its repaint.
//
//   npm --prefix ui run build && cargo build --release -p shuke-desktop
//   (cd tests/bench/window/empty && CARGO_TARGET_DIR=../../../../target cargo build --release)
//   node tests/bench/window/measure.mjs SHOP.shuke [ROUNDS]
//
// Start: from starting the program to the last change of the picture on a display in memory, read off the display's own memory
// every 10 ms; a blinking caret and a scroll bar that fades away are too small to count. Ours shows the counter with a shop in it,
// the empty one shows a word. Beside it the processor time of all its processes until then, which says more than the clock does on a
// machine with other work.
// Memory: all processes the program started, two seconds later; resident, and proportional (what is shared counted once).
// Key: real key presses through WebKit's driver; in the page from the key's own time to the second animation frame after the last
// change of the list of hits. The program is the release one, the file is worked in.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDriver } from '../../e2e/harness/processes.mjs';
import { Session } from '../../e2e/harness/protocol.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BUILT = path.join(path.resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target'), 'release');
const OURS = process.env.OURS ?? path.join(BUILT, 'shuke-desktop');
const EMPTY = process.env.EMPTY ?? path.join(BUILT, 'empty-window');
/** So many pixels have to change to be a change; a caret is less, and so is what fades of a scroll bar at a time. */
const PIXELS = 5000;
/** Kernel ticks a second in /proc, on every Linux. */
const TICKS = 100;

const [shop, rounds = '7'] = process.argv.slice(2);
if (!shop) throw new Error('usage: measure.mjs SHOP.shuke [ROUNDS]');
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const folder = await mkdtemp(path.join(tmpdir(), 'shuke-bench-'));

const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-fbdir', folder, '-nolisten', 'tcp'], {
  stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
});
const number = String((await once(display.stdio[3], 'data'))[0]).trim();
const env = {
  ...process.env,
  DISPLAY: `:${number}`,
  LANG: 'C.UTF-8',
  GTK_THEME: 'Adwaita',
  NO_AT_BRIDGE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  SHUKE_SHOP: path.resolve(shop),
  SHUKE_CONFIG_DIR: path.join(folder, 'config'),
};
delete env.WAYLAND_DISPLAY;

try {
  const figures = { ours: [], empty: [] };
  for (let round = 0; round <= Number(rounds); round++) {
    for (const [name, program] of [['empty', EMPTY], ['ours', OURS]]) {
      const taken = await start(program);
      // The first of each warms the disk's cache.
      if (round > 0) figures[name].push(taken);
    }
  }
  for (const [what, unit, of] of [
    ['start to drawn', 'ms', (taken) => taken.drawn],
    ['processor time until then, all processes', 'ms', (taken) => taken.cpu],
    ['resident memory, all processes', 'MiB', (taken) => taken.rss],
    ['proportional memory, all processes', 'MiB', (taken) => taken.pss],
  ]) {
    const [ours, empty] = ['ours', 'empty'].map((name) => figures[name].map(of).sort((a, b) => a - b));
    for (const [which, a, b] of [['median', middle(ours), middle(empty)], ['least', ours[0], empty[0]]]) {
      process.stdout.write(`${what}, ${which}: ours ${a.toFixed(0)} ${unit}, empty ${b.toFixed(0)} ${unit}, ${(a / b).toFixed(2)} x\n`);
    }
  }
  await keys();
} finally {
  display.kill('SIGTERM');
  await once(display, 'exit');
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

async function start(program) {
  const screen = await open(path.join(folder, 'Xvfb_screen0'));
  const size = (await screen.stat()).size;
  const look = async () => {
    const picture = Buffer.alloc(size);
    await screen.read(picture, 0, size, 0);
    return picture;
  };
  let before = await look();
  const began = performance.now();
  const child = spawn(program, [], { env, stdio: 'ignore' });
  let last = began;
  let cpu = 0;
  while (performance.now() - last < 2_500 || last === began) {
    await pause(10);
    const now = await look();
    if (changed(before, now)) {
      last = performance.now();
      const spent = await Promise.all((await family(child.pid)).map(worked));
      cpu = spent.reduce((all, one) => all + one, 0);
    }
    before = now;
    if (performance.now() - began > 60_000) throw new Error('nothing was drawn');
  }
  const pids = await family(child.pid);
  const memory = await Promise.all(pids.map(held));
  child.kill('SIGTERM');
  await once(child, 'exit');
  await screen.close();
  await pause(500);
  const sum = (of) => memory.reduce((all, one) => all + of(one), 0) / 1024;
  return { drawn: last - began, cpu, rss: sum((one) => one.rss), pss: sum((one) => one.pss) };
}

function changed(before, now) {
  if (before.equals(now)) return false;
  const [a, b] = [before, now].map((picture) => new Uint32Array(picture.buffer, picture.byteOffset, picture.length >> 2));
  let count = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at] && ++count > PIXELS) return true;
  return false;
}

async function family(pid) {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')));
  const children = lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
  return [pid, ...(await Promise.all(children.map(family))).flat()];
}

/** Milliseconds of the processor that a process has had, of its own and of the system's. */
async function worked(pid) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = text.slice(text.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number);
  return ((user + system) * 1000) / TICKS;
}

/** Kilobytes a process holds; nothing of one that is gone. */
async function held(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const line = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return { rss: line('Rss'), pss: line('Pss') };
}

async function keys() {
  const driver = await startDriver({ ...env, TAURI_WEBVIEW_AUTOMATION: 'true' });
  try {
    const session = await Session.start(driver.base, OURS);
    const ready = () => document.querySelector('input[role=combobox]') !== null;
    for (let tries = 0; !(await session.run(ready)); tries++) {
      if (tries > 200) throw new Error('no search box');
      await pause(50);
    }
    await session.run(watch);
    const words = ['王丽', '张', '李娜', 'wangli', 'zl', 'chenjing', '1380', '4217', '8856', 'M0012', 'M09', '25A10', '单', 'shan', '周敏', '13912'];
    const times = [];
    for (const word of [...words, ...words]) {
      for (const char of word) {
        await session.type(char);
        times.push(await session.run(settled));
      }
      await session.press('Escape');
      await pause(100);
      await session.run(settled);
    }
    for (const [what, of] of [['the letter in the box', (time) => time.letter], ['the hits below it', (time) => time.hits]]) {
      const found = times.map(of).filter((time) => time !== null).sort((a, b) => a - b);
      const at = (part) => found[Math.min(found.length - 1, Math.floor(found.length * part))].toFixed(1);
      process.stdout.write(`key press to repaint, ${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms (${found.length} keys)\n`);
    }
    await session.end();
  } finally {
    await driver.stop();
  }
}

/** In the page: notes for each key when its letter and when its hits were drawn. */
function watch() {
  const box = document.querySelector('input[role=combobox]');
  box.focus();
  const state = { key: 0, letter: null, hits: null, changed: 0 };
  globalThis.benchKeys = state;
  const drawn = (note) => requestAnimationFrame(() => requestAnimationFrame(() => note(performance.now())));
  box.addEventListener('keydown', (event) => Object.assign(state, { key: event.timeStamp, letter: null, hits: null, changed: performance.now() }), true);
  box.addEventListener('input', () => {
    const { key } = state;
    drawn((now) => state.key === key && (state.letter = now - key));
  });
  new MutationObserver(() => {
    const { key } = state;
    state.changed = performance.now();
    if (document.querySelector('[role=listbox]')) drawn((now) => state.key === key && (state.hits = now - key));
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
}

/** In the page: waits until nothing has changed for a while and gives what the last key took. */
function settled() {
  return new Promise((done) => {
    const look = () => {
      const { letter, hits, changed } = globalThis.benchKeys;
      if (performance.now() - changed > 250) done({ letter, hits });
      else setTimeout(look, 50);
    };
    look();
  });
}

function middle(all) {
  return [...all].sort((a, b) => a - b)[all.length >> 1];
}
