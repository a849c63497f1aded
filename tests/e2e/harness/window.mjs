// One running window with a folder of its own: what a journey holds in its hands.

import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as page from './page.mjs';
import { OUT, PROGRAM } from './places.mjs';
import { isGone, startDisplay, startDriver } from './processes.mjs';
import { Session } from './protocol.mjs';
import { ShopFile } from './shop-file.mjs';
import { until } from './until.mjs';

/** A window, its driver and its folder. */
export class Window {
  /**
   * Opens the window.
   * `shop`: the file to open, otherwise none; `prepare`: fills a new `ShopFile` that is opened then; `dark`: the dark
   * look; `size`: of the screen; `now`: the instant at which the shop's clock stands still; `env`: more environment.
   */
  static async open({ shop, prepare, dark = false, size, now, env = {} } = {}) {
    const folder = await mkdtemp(path.join(tmpdir(), 'shuke-journey-'));
    const window = new Window(folder);
    try {
      if (prepare) {
        const file = new ShopFile(window.file('店.shuke'));
        await prepare(file);
        shop = file.path;
      }
      window.display = await startDisplay(size);
      window.env = {
        ...process.env,
        DISPLAY: window.display.name,
        LANG: 'C.UTF-8',
        GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita',
        NO_AT_BRIDGE: '1',
        TAURI_WEBVIEW_AUTOMATION: 'true',
        // With WebKit's shared graphics memory off, as the program itself chooses where there is no graphics device, the
        // driver never answers a request for a picture; on the display in memory it draws well with it on.
        WEBKIT_DISABLE_DMABUF_RENDERER: '0',
        SHUKE_CONFIG_DIR: path.join(folder, 'config'),
        SHUKE_DIALOG_ANSWER: path.join(folder, 'dialog-answer'),
        SHUKE_SHOP: shop ?? '',
        ...(now ? { SHUKE_NOW: now } : {}),
        ...env,
      };
      delete window.env.WAYLAND_DISPLAY;
      await window.answerDialog('');
      await window.#start();
      return window;
    } catch (error) {
      await window.close();
      throw error;
    }
  }

  constructor(folder) {
    this.folder = folder;
    /** A file with the passphrase of the shop files it makes, once a journey encrypted them. */
    this.passphrase = undefined;
    /** The processes of the program that runs; their end is waited for. */
    this.programs = [];
  }

  /** Ends the program and makes sure that every shop file it leaves behind is whole. */
  async leave() {
    await this.#stop();
    for (const name of await readdir(this.folder, { recursive: true })) {
      // One that could not be opened is kept as it was, and is not whole by intention.
      if (name.endsWith('.shuke') && !name.endsWith('-damaged.shuke')) await new ShopFile(this.file(name), this.passphrase).check();
    }
  }

  /** Ends the program and everything beside it, and clears the folder away. */
  async close() {
    await this.#stop();
    await this.display?.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }

  /** Ends the program abruptly and opens it again on the same settings. */
  async restart() {
    await this.#stop();
    await this.#start();
  }

  async #start() {
    this.driver = await startDriver(this.env);
    this.session = await Session.start(this.driver.base, PROGRAM);
    this.programs = await until('the program to be there', async () => {
      const found = await this.driver.children();
      return found.length > 0 && found;
    });
    await until('the page to be drawn', () => this.session.run(page.isReady));
    await this.session.run(page.keepFaults);
  }

  async #stop() {
    // The driver ends the program without asking it, so that what was shown as saved must be in the file by then.
    const programs = new Set([...this.programs, ...((await this.driver?.children()) ?? [])]);
    await this.session?.end();
    this.session = undefined;
    this.programs = [];
    for (const pid of programs) await until('the program to end', () => isGone(pid));
    await this.driver?.stop();
    this.driver = undefined;
  }

  /** A path in the journey's own folder. */
  file(name) {
    return path.join(this.folder, name);
  }

  /** From now on, file dialogs answer with this path; an empty one is a cancelled dialog. */
  answerDialog(answer) {
    return writeFile(path.join(this.folder, 'dialog-answer'), answer);
  }

  /** Waits for an element of a role, such as `button`, with a name that is or contains `name`. */
  find(role, name) {
    return until(`${role} "${name ?? ''}"`, () => this.session.run(page.byRole, role, name));
  }

  /** Waits for an element of a CSS selector; for what has no role. */
  findCss(selector) {
    return until(selector, () => this.session.run(page.byCss, selector));
  }

  /** Clicks an element of a role once it is there and rests. */
  click(role, name) {
    return this.#click(`a click on ${role} "${name ?? ''}"`, page.byRole, role, name);
  }

  /** Clicks the first shown element of a CSS selector; for what has no name of its own. */
  clickCss(selector) {
    return this.#click(`a click on ${selector}`, page.byCss, selector);
  }

  /**
   * The page may redraw between finding and clicking, so both are tried again where the click met nothing; where it met something
   * else the journey ends, since it did what nobody asked for.
   */
  async #click(what, seek, ...args) {
    const met = await until(what, async () => {
      const element = await this.session.run(seek, ...args);
      if (!element || !(await this.session.run(page.aim, element))) return false;
      await this.session.click(element);
      const { hit, other } = await this.session.run(page.met);
      return hit || other ? { hit, other } : false;
    });
    if (!met.hit) throw new Error(`${what} met "${met.other}", which moved there meanwhile`);
  }

  /** Replaces what a field holds. */
  async fill(role, name, text) {
    const element = await this.find(role, name);
    await this.session.clear(element);
    await this.session.send(element, text);
  }

  /** Types into whatever has the focus. */
  type(text) {
    return this.session.type(text);
  }

  /** Presses keys together, such as `F2`, `/`, `Control+z`. */
  press(chord) {
    return this.session.press(chord);
  }

  /** Waits until the window shows the text. */
  see(text) {
    return until(`the text "${text}"`, async () => (await this.text()).includes(text));
  }

  /** Waits until the window no longer shows the text. */
  gone(text) {
    return until(`the text "${text}" to go`, async () => !(await this.text()).includes(text));
  }

  /** All text the window shows. */
  text() {
    return this.session.run(page.shownText);
  }

  /** Waits until `question` has a truthy answer. */
  until(what, question) {
    return until(what, question);
  }

  /** Runs a function in the page. */
  run(script, ...args) {
    return this.session.run(script, ...args);
  }

  /** Errors and refused loads of the page so far. */
  faults() {
    return this.session.run(page.faults);
  }

  /** Saves a picture of the window as `tests/out/NAME.png` and gives its path. */
  async screenshot(name) {
    await this.session.run(page.drawn);
    const file = path.resolve(OUT, `${name}.png`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, await this.session.screenshot());
    return file;
  }
}
