/** What is known of the first customer and changes under the hand. */
import type * as g from '../../src/api/generated';
import { fields } from './fields';

export const tags: g.Tag[] = [
  ['商务休闲', 4120],
  ['注重面料', 2871],
  ['新款先看', 1203],
  ['带朋友来', 642],
  ['爱穿裙子', 5310],
  ['小个子', 1980],
  ['只在换季买', 890],
  ['要改衣', 455],
  ['别打电话', 312],
].map(([name, customers], at) => ({ id: at + 1, name: String(name), customers: Number(customers) }));

export const state = {
  values: new Map<number, g.ProfileValue[]>(),
  tags: tags.slice(0, 4),
  notes: [{ id: 1, text: '针织衫起球的事还没了结：先致歉，再谈别的。', until: '2026-11-30' }] as g.PopupNote[],
  wishes: [
    {
      id: 1,
      style_no: '24D-131',
      name: '羊绒围巾',
      color: '驼',
      size: null,
      reason: '等到货',
      noted_on: '2026-10-29',
      status: 'open',
    },
    {
      id: 2,
      style_no: null,
      name: '年会穿的长裙',
      color: '墨绿',
      size: 'M',
      reason: '试了一条嫌肩宽',
      noted_on: '2026-10-29',
      status: 'open',
    },
  ] as g.Wish[],
};

let last = 100;
/** The number of whatever is saved next. */
export const newId = (): number => (last += 1);

const put = (key: string, ...words: string[]): void => {
  const field = fields.find((one) => one.key === key)!;
  state.values.set(
    field.id,
    words.map((value) => ({ id: newId(), value, learned_on: '2026-03-14', staff: '小夏', visit: 9, ended_on: null })),
  );
};
put('top_size', 'M');
put('bottom_size', '27');
put('shoe_size', '37');
put('occupation', '会计事务所合伙人');
put('family', '女儿小学三年级');
put('style', '通勤', '简约');
put('colour', '墨绿', '驼');
put('material', '羊绒', '羊毛');
put('fit', '直筒');
put('dislikes', '化纤、亮片、紧身');
put('service_way', '先自己看，要建议再上前');
put('promotions', '只看新品');
put('education', '本科');
