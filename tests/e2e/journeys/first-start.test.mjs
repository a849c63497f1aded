import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { journey } from '../harness/journey.mjs';

journey('the window opens on its first screen', {}, async (window) => {
  await window.see('熟客');
  await window.screenshot('first-start');
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
