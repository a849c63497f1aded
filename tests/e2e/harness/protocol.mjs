// The W3C WebDriver protocol over fetch: the few requests that journeys need, and nothing of ours.

/** The key under which the protocol hides an element's id. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Names of keys as a person says them, to the protocol's code points. */
const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C',
  Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013',
  ArrowRight: '\uE014', ArrowDown: '\uE015', Insert: '\uE016', Delete: '\uE017',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`F${i + 1}`, String.fromCharCode(0xe031 + i)])),
};

/** An answer of the driver that is an error, with its code such as `no such element`. */
export class DriverError extends Error {
  constructor(code, message) {
    super(`${code}: ${message}`);
    this.name = 'DriverError';
    this.code = code;
  }
}

/** One session with one window. */
export class Session {
  /** Asks the driver at `base` to start `binary` and gives the session with its window. */
  static async start(base, binary, args = []) {
    const options = { binary, args };
    const answer = await request(`${base}/session`, 'POST', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
    return new Session(`${base}/session/${answer.sessionId}`);
  }

  constructor(base) {
    this.base = base;
  }

  /** Ends the session; the driver closes the window. */
  end() {
    return request(this.base, 'DELETE');
  }

  /** Runs `page(...args)` in the page and gives its answer. Elements go in and come out as elements. */
  run(page, ...args) {
    return this.#post('execute/sync', { script: `return (${page})(...arguments)`, args });
  }

  click(element) {
    return this.#post(`element/${element[ELEMENT]}/click`, {});
  }

  /** Types text into an element, wherever the focus was. */
  send(element, text) {
    return this.#post(`element/${element[ELEMENT]}/value`, { text });
  }

  /** Empties a field. */
  clear(element) {
    return this.#post(`element/${element[ELEMENT]}/clear`, {});
  }

  /** What a screen reader would say: role and name. */
  async spoken(element) {
    const ask = (what) => request(`${this.base}/element/${element[ELEMENT]}/${what}`, 'GET');
    return { role: await ask('computedrole'), name: await ask('computedlabel') };
  }

  /** Presses keys together, such as `F2`, `/`, `Control+z`, wherever the focus is. */
  press(chord) {
    const keys = (chord.length > 1 ? chord.split('+') : [chord]).map((name) => KEYS[name] ?? name);
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    return this.#keyboard([...down, ...up]);
  }

  /** Types text key by key, wherever the focus is. */
  type(text) {
    return this.#keyboard([...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]));
  }

  /** The window's content as PNG bytes. */
  async screenshot() {
    return Buffer.from(await request(`${this.base}/screenshot`, 'GET'), 'base64');
  }

  #keyboard(actions) {
    return this.#post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  #post(path, body) {
    return request(`${this.base}/${path}`, 'POST', body);
  }
}

async function request(url, method, body) {
  const answer = await fetch(url, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(60_000),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new DriverError(value.error, value.message);
  return value;
}
