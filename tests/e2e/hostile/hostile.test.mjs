// A page that is told to do harm: words that would be a program, and a page that would leave or call out.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { HER_PHONE, PAYLOADS, fill } from '../harness/hostile.mjs';
import { journey } from '../harness/journey.mjs';
import { atCounter } from '../harness/steps.mjs';

let filled = 0;
const prepare = async (shop) => {
  filled = await fill(shop);
};

/** What a screen must never hold, and what it may hold no more of than at the start. Words that look like an address are words in a title. */
const look = () => {
  const all = [...document.querySelectorAll('*')];
  const addresses = new Set(['href', 'xlink:href', 'src', 'srcset', 'srcdoc', 'data', 'action', 'formaction', 'poster', 'background', 'ping']);
  const never = new Set(['iframe', 'object', 'embed', 'base', 'marquee', 'math', 'animate', 'audio', 'video', 'noscript', 'template']);
  const count = (kind) => document.getElementsByTagName(kind).length;
  return {
    ran: globalThis.p ?? null,
    strange: all.filter((node) => never.has(node.localName)).map((node) => node.outerHTML.slice(0, 80)),
    told: all
      .filter((node) => [...node.attributes].some(({ name, value }) => name.startsWith('on') || (addresses.has(name) && /^\s*(javascript|data):/i.test(value))))
      .map((node) => node.outerHTML.slice(0, 80)),
    counts: ['script', 'meta', 'link', 'title', 'img'].map((kind) => `${kind} ${count(kind)}`),
    at: location.href,
  };
};

journey('words that would be a program stay words on every screen', { prepare }, async (window, t) => {
  assert.ok(PAYLOADS.length >= 60 && filled >= 1_000, `${PAYLOADS.length} payloads, ${filled} words`);
  t.diagnostic(`${filled} words of ${PAYLOADS.length} payloads`);
  await atCounter(window);
  const start = await window.run(look);
  assert.deepEqual([start.ran, start.strange, start.told], [null, [], []]);
  const places = await window.run(() => [...document.querySelectorAll('nav button')].map((button) => button.textContent.trim()));
  assert.ok(places.length >= 12, `places: ${places}`);
  for (const label of places) {
    await window.run((wanted) => [...document.querySelectorAll('nav button')].find((b) => b.textContent.trim() === wanted)?.click(), label);
    await window.until(`${label} to be drawn`, () => window.run(() => !document.querySelector('main [aria-busy=true]')));
    assert.deepEqual(await window.run(look), start, label);
  }
  await window.press('/');
  await window.type(HER_PHONE);
  await window.find('option', '');
  await window.press('Enter');
  await window.see('她是谁');
  assert.ok((await window.text()).includes('top.p=1'), 'the words are shown as words');
  assert.deepEqual(await window.run(look), start, 'her page');
});

/** Ways out of the page, each a function of the address it would reach. What they do is undone by nobody: the page must not do it. */
const WAYS = {
  'location': (to) => void (location.href = to),
  'location.assign': (to) => location.assign(to),
  'location.replace': (to) => location.replace(to),
  'a file': () => void (location.href = 'file:///etc/hostname'),
  'a data page': () => void (location.href = 'data:text/html,<p>x'),
  'a blob page': () => void (location.href = URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' }))),
  'a blank page': () => void (location.href = 'about:blank'),
  'a script address': () => void (location.href = 'javascript:void(document.body.textContent="x")'),
  'the asset protocol': () => void (location.href = 'asset://localhost/etc/hostname'),
  'window.open': (to) => void window.open(to),
  'window.open named': (to) => void window.open(to, '_top'),
  'a link': (to) => put('a', { href: to }).click(),
  'a link to a new window': (to) => put('a', { href: to, target: '_blank' }).click(),
  'a download': (to) => put('a', { href: to, download: 'x' }).click(),
  'a form': (to) => put('form', { action: to, method: 'post' }).submit(),
  'a meta refresh': (to) => put('meta', { 'http-equiv': 'refresh', content: `0;url=${to}` }),
  'a base': (to) => put('base', { href: to }),
  'an iframe': (to) => put('iframe', { src: to }),
  'an iframe with its text': () => put('iframe', { srcdoc: '<script>top.p=1</script>' }),
  'an object': (to) => put('object', { data: to }),
  'an embed': (to) => put('embed', { src: to }),
  'a picture': (to) => put('img', { src: `${to}.png` }),
  'a sound': (to) => put('audio', { src: to, autoplay: '' }),
  'a script': (to) => put('script', { src: to }),
  'a script from data': () => put('script', { src: 'data:text/javascript,top.p=1' }),
  'a script in the page': () => put('script', {}, 'top.p=1'),
  'a style sheet': (to) => put('link', { rel: 'stylesheet', href: to }),
  'a style in the page': (to) => put('style', {}, `@import "${to}";`),
  'a prefetch': (to) => put('link', { rel: 'prefetch', href: to }),
  'a name looked up': (to) => put('link', { rel: 'dns-prefetch', href: to }),
  'fetch': (to) => void fetch(to, { mode: 'no-cors' }).catch(() => {}),
  'a request': (to) => {
    const request = new XMLHttpRequest();
    request.open('GET', to);
    request.send();
  },
  'a beacon': (to) => void navigator.sendBeacon(to, 'x'),
  'a web socket': (to) => void new WebSocket(to.replace('http', 'ws')),
  'an event source': (to) => void new EventSource(to),
  'a worker': () => void new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
  'eval': () => void (0, eval)('top.p=1'),
  'a function from text': () => void new Function('top.p=1')(),
  'a timer from text': () => void setTimeout('top.p=1', 0),
};

function put(kind, attributes, text = '') {
  const node = document.createElement(kind);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  document.body.append(node);
  return node;
}

journey('the page cannot leave, open a window or call out', { prepare: (shop) => shop.init({ demo: true }) }, async (window, t) => {
  await atCounter(window);
  const asked = [];
  const server = createServer((request, answer) => {
    asked.push(request.url);
    answer.end('x');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const to = `http://127.0.0.1:${server.address().port}`;
    // That the server does hear what reaches it is shown first, so that its silence means something.
    await fetch(`${to}/heard`);
    const home = await window.run(() => location.href);
    const refused = [];
    for (const [way, go] of Object.entries(WAYS)) {
      const error = await window.run(`(to) => { ${put}; try { (${go})(to); return null; } catch (error) { return error.name; } }`, `${to}/${encodeURIComponent(way)}`);
      refused.push(`${way}${error ? `: ${error}` : ''}`);
      const state = await window.run(() => ({ at: location.href, ran: globalThis.p ?? null, title: document.querySelector('h1, h2')?.textContent ?? '' }));
      assert.deepEqual([state.at, state.ran], [home, null], way);
      assert.ok(state.title, `${way}: the page is still there`);
      await window.run(() => {
        for (const node of document.querySelectorAll('body > a, form, meta[http-equiv=refresh], base, iframe, object, embed, body > img, body > audio, body > script, body > link, body > style')) {
          if (node.parentElement === document.body) node.remove();
        }
      });
    }
    await window.run(() => new Promise((done) => setTimeout(done, 500)));
    assert.deepEqual(asked, ['/heard'], 'nothing outside was asked');
    t.diagnostic(`${refused.length} ways tried: ${refused.join(', ')}`);
    await window.press('/');
    await window.find('combobox', '');
    // What the policy refused is what this journey wanted.
    const others = (await window.faults()).filter((fault) => !fault.startsWith('policy:'));
    assert.deepEqual(others, []);
    await window.run(() => void globalThis.shukeFaults.splice(0));
  } finally {
    server.close();
  }
});
