// The two programs beside the window: a display in memory and WebKit's driver.

import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { until } from './until.mjs';

/** Starts a display of the given size and gives its name, such as `:7`. */
export async function startDisplay(size = '1366x768') {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  // The server picks a free number and writes it when it is ready.
  const number = await Promise.race([once(server.stdio[3], 'data'), failed(server, 'Xvfb')]);
  return { name: `:${String(number).trim()}`, stop: () => stop(server) };
}

/** Starts WebKit's driver with an environment that the window inherits, and gives its address. */
export async function startDriver(env) {
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [driver.stdout, driver.stderr]) stream.on('data', (text) => said.push(String(text)));
  const base = `http://127.0.0.1:${port}`;
  const ready = until('the driver to answer', () => fetch(`${base}/status`).then((answer) => answer.ok, () => false));
  await Promise.race([ready, failed(driver, 'WebKitWebDriver')]);
  return { base, said: () => said.join(''), children: () => childrenOf(driver.pid), stop: () => stop(driver) };
}

async function failed(child, name) {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${code}`);
  });
  ended.catch(() => {}); // It is stopped by us at the end, when nobody races any more.
  const missing = once(child, 'error').then(([error]) => {
    throw new Error(`${name} did not start: ${error.message}`);
  });
  missing.catch(() => {});
  return Promise.race([ended, missing]);
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Whether a process is gone with all its threads; one that nobody has asked about since its end counts as gone. */
export async function isGone(pid) {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const states = threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/stat`, 'utf8').catch(() => undefined));
  return (await Promise.all(states)).every((stat) => stat === undefined || stat.slice(stat.lastIndexOf(')')).startsWith(') Z'));
}

async function childrenOf(pid) {
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return list.split(' ').filter(Boolean).map(Number);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
