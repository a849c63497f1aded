// What several journeys do on their way: people and purchases prepared, her page opened, a piece typed.

/** A request that opens an archive; `more` are further fields. */
export function customer(name, phone, more = {}) {
  return ['create_customer', { fields: { name, phones: [phone], ...more }, confirm_phone: true, answers: [], tags: [] }];
}

let receipts = 0;

/** A request that records a purchase of one piece at `price` yuan; `day` is today where it is left out. */
export function purchase(who, name, price, day) {
  receipts += 1;
  const lines = [{ style_no: `26D${1000 + receipts}`, name, color: '墨绿', size: 'M', qty: 1, price }];
  return ['record_visit', {
    receipt: `journey-prepared-${receipts}`,
    visit: { customer: who, kind: 'purchase', day, lines, returns: [], payments: [], points_used: 0, answers: [], wishes: [] },
  }];
}

/** Waits until the shop stands there. */
export function atCounter(window) {
  return window.find('heading', '今日');
}

/** Opens the page of whoever `key` finds, by the keyboard. */
export async function open(window, key, name) {
  await window.until('a shop to search in', async () => /今天实收|历史/.test(await window.text()));
  await window.press('/');
  await window.type(key);
  await window.find('option', name);
  await window.press('Enter');
  await window.see('她是谁');
  await window.find('heading', name);
}

/** Types one piece from the style number to the price, as a hand on the keyboard does. */
export async function piece(window, style, name, price) {
  await window.find('textbox', '款号');
  await window.type(style);
  await window.press('Enter');
  await window.type(name);
  for (const cell of ['类别', '颜色', '尺码', '件', '吊牌价']) {
    await window.press('Enter');
    if (cell === '颜色') await window.type('墨绿');
    if (cell === '尺码') await window.type('M');
  }
  await window.press('Enter');
  await window.type(price);
}

/** Goes to a place of the left column. */
export async function place(window, label) {
  await window.until(`the place ${label}`, () =>
    window.run((wanted) => {
      const entry = [...document.querySelectorAll('nav button')].find((button) => button.textContent.trim() === wanted);
      entry?.click();
      return entry !== undefined;
    }, label),
  );
  await window.find('heading', label);
}

/** Opens one of the screens behind 整理 of the list of customers. */
export async function tidy(window, label) {
  await place(window, '顾客');
  await window.click('button', '整理');
  await window.click('menuitem', label);
}

/** The owner, who sits there, removes the last password, so that the file can be looked through from outside. */
export async function takeLockAway(window, password) {
  await window.click('button', '设置');
  await window.click('button', '取消店主的密码');
  await window.see('最后一个店主密码');
  await window.type(password);
  await window.press('Control+Enter');
  await window.see('还没有密码');
}
