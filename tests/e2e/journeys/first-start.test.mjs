import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { broken } from '../harness/inspect.mjs';
import { journey } from '../harness/journey.mjs';

journey('the window opens on its first screen', {}, async (window) => {
  await window.see('熟客');
  await window.screenshot('first-start');
});

const foreign = fileURLToPath(new URL('../../fixtures/book-v1.sql', import.meta.url));
const before = readFileSync(foreign);

journey('a file of another program is refused in words with a way on, and left alone', { shop: foreign }, async (window) => {
  await window.see('这不是熟客的文件');
  await window.see('程序没有动它。');
  await window.see('book-v1.sql');
  assert.deepEqual(await broken(window), []);
  await window.screenshot('refused');
  await window.click('button', '再试一次');
  await window.see('这不是熟客的文件');
  await window.click('button', '新开一家店');
  await window.see('先认识一下您的店');
  assert.deepEqual(readFileSync(foreign), before);
});

journey('the page can neither leave its address nor open another window', {}, async (window, t) => {
  const { address, asked } = await outside(t);
  const before = await window.run(() => location.href);

  await window.run((url) => location.assign(`${url}/left`), address);
  await window.run((url) => Boolean(open(`${url}/opened`)), address);
  // That nothing happens can only be seen by giving it time to happen.
  await window.run(() => new Promise((settle) => setTimeout(settle, 500)));

  assert.equal(await window.run(() => location.href), before);
  assert.deepEqual(asked, []);
});

journey('the page cannot reach the network', {}, async (window, t) => {
  const { address, asked } = await outside(t);

  const answers = await window.run(async (url) => {
    const picture = new Promise((settle) => {
      const image = new Image();
      image.onload = image.onerror = ({ type }) => settle(type);
      image.src = `${url}/image`;
    });
    const text = await fetch(`${url}/fetch`, { mode: 'no-cors' }).then(() => 'load', () => 'error');
    const answers = [text, await picture];
    // These refusals are wanted; anything else in the list stays and fails the journey.
    const faults = globalThis.shukeFaults;
    faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes(url)));
    return answers;
  }, address);

  assert.deepEqual(answers, ['error', 'error']);
  assert.deepEqual(asked, []);
});

/** A server outside the window, on this machine, that writes down what it was asked for. */
async function outside(t) {
  const asked = [];
  const server = createServer((request, answer) => {
    asked.push(request.url);
    answer.end('outside');
  }).listen(0, '127.0.0.1');
  t.after(() => server.closeAllConnections() ?? server.close());
  await once(server, 'listening');
  return { address: `http://127.0.0.1:${server.address().port}`, asked };
}
