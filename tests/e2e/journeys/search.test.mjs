import { journey } from '../harness/journey.mjs';

/** One customer who can be found by every kind of key, and two who stand beside her. */
async function shop(file) {
  await file.init();
  const customer = (name, phone, more = {}) => ['create_customer', { fields: { name, phones: [phone], ...more }, confirm_phone: false, answers: [], tags: [] }];
  await file.ask(
    customer('单晓燕', '13805714217', { nickname: '燕姐', wechat: 'yan_shan84', member_no: 'VIP-0099' }),
    customer('王芳', '13900000001'),
    customer('尉迟云', '13900000002'),
    ['add_tags', { customers: [1], tags: ['商务休闲'] }],
    ['record_visit', {
      receipt: 'journey-style-1',
      visit: {
        customer: 1, kind: 'purchase', returns: [], payments: [], points_used: 0, answers: [], wishes: [],
        lines: [{ style_no: '26D1188', name: '羊绒大衣', qty: 1, price: '2980.00' }],
      },
    }],
  );
}

const KEYS = [
  ['part of the name', '晓燕'],
  ['initials with the reading of the surname', 'sxy'],
  ['full pinyin with the reading of the surname', 'shanxiao'],
  ['the last four digits', '4217'],
  ['digits from the middle of the phone', '0571'],
  ['full-width digits', '４２１７'],
  ['her WeChat', 'yan_shan'],
  ['how she is called', '燕姐'],
  ['a tag', '商务'],
  ['a style she bought', '26D1188'],
];

for (const [what, typed] of KEYS) {
  journey(`she is found by ${what}`, { prepare: shop }, async (window) => {
    await window.see('今天实收');
    await window.press('/');
    await window.type(typed);
    await window.find('option', '单晓燕');
    await window.press('Enter');
    await window.see('她是谁');
    await window.find('heading', '单晓燕');
  });
}

journey('a scanned card opens her page, wherever the hand was', { prepare: shop }, async (window) => {
  await window.click('button', '设置');
  await window.find('heading', '设置');
  await window.press('/');
  await window.type('VIP-0099');
  await window.press('Enter');
  await window.find('heading', '单晓燕');
});

journey('whoever is not found can be opened as new, with what was typed', { prepare: shop }, async (window) => {
  await window.see('今天实收');
  await window.press('/');
  await window.type('曾小雨');
  await window.see('新建顾客「曾小雨」');
  await window.press('Enter');
  await window.see('有姓名和手机号就够了');
  await window.type('13600001234');
  await window.press('Control+Enter');
  await window.see('曾小雨的档案开好了');
  await window.find('heading', '曾小雨');
});
