// A shop file seen from outside of the window, through the command line twin.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { SHUKE } from './places.mjs';

/** A shop file for a journey. It must not be open in the window while it is asked. */
export class ShopFile {
  /** `passphrase`: a file that holds the passphrase, if the shop file is encrypted. */
  constructor(file, passphrase) {
    this.path = file;
    this.key = passphrase ? ['--passphrase-file', passphrase] : [];
  }

  /** Makes the file; with a passphrase, which goes into a file beside, an encrypted one. */
  async init({ name = '云裳', trade = 'clothing', demo = false, language = 'zh-CN', passphrase } = {}) {
    const more = demo ? ['--demo'] : [];
    if (passphrase) {
      const file = path.join(path.dirname(this.path), 'passphrase.txt');
      await writeFile(file, passphrase);
      this.key = ['--passphrase-file', file];
      more.push('--new-passphrase-file', file);
    }
    await shuke(['init', this.path, '--name', name, '--trade', trade, '--language', language, ...more]);
    return this;
  }

  /** Runs operations one after another and gives their answers: `ask(['shop_info', {}], ...)`. A refusal is an error. */
  async ask(...requests) {
    const lines = requests.map(([op, args = {}], id) => JSON.stringify({ id, op, args }));
    const answers = (await shuke(['call', this.path, ...this.key], `${lines.join('\n')}\n`)).trim().split('\n').map((line) => JSON.parse(line));
    return answers.map((answer, at) => {
      if ('err' in answer) throw new Error(`${requests[at][0]}: ${JSON.stringify(answer.err)}`);
      return answer.ok;
    });
  }

  /** Brings files of customers, visits and pieces in. */
  async imported(customers, visits, lines) {
    await shuke(['import', this.path, '--customers', customers, '--visits', visits, '--lines', lines]);
  }

  /** Fails unless the file is whole and all its sums and conclusions hold. */
  async check() {
    await shuke(['check', this.path, ...this.key]);
  }
}

async function shuke(words, input = '') {
  const child = spawn(SHUKE, words, { stdio: 'pipe' });
  const [said, complained] = [text(child.stdout), text(child.stderr)];
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`shuke ${words.join(' ')} ended with ${code}\n${await said}${await complained}`);
  return said;
}
