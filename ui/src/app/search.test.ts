import { expect, it } from 'vitest';
import { prefill } from './search';

it.each([
  ['单晓燕', { name: '单晓燕' }],
  ['１３８ ００１３ ４２１７', { phone: '13800134217' }],
  ['021-62345678', { phone: '02162345678' }],
  ['4217', { name: '4217' }],
  [' Anna Li ', { name: 'Anna Li' }],
])('%s opens a new archive with %o', (query, fields) => {
  expect(prefill(query)).toEqual(fields);
});
