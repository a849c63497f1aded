/** Invented answers for the window without a backend, by operation. Nobody in them exists. */
import type { Ops, ShopInfo } from '../src/api/generated';
import { book } from './book';
import { care } from './care';
import { contacts } from './contacts';
import { complaints } from './complaints';
import { insight } from './insight';
import { foretold } from './foretold';
import { ladder } from './ladder';
import { rules } from './rules';
import { weeks } from './weeks';
import { treats } from './treats';

type Answers = { [K in keyof Ops]?: (args: Ops[K]['args']) => Ops[K]['answer'] };

const info: ShopInfo = {
  settings: {
    shop_name: '燕子女装',
    trade: 'clothing',
    language: 'zh-CN',
    theme: 'system',
    large_type: false,
    utc_offset_minutes: 480,
  },
  staff: [
    { id: 1, name: '店主', role: 'owner', is_active: true },
    { id: 2, name: '小夏', role: 'clerk', is_active: true },
    { id: 3, name: '小秋', role: 'clerk', is_active: false },
  ],
  actor: 2,
  is_empty: false,
  today: '2026-11-21',
  last_backup: '2026-11-21T13:20:00+08:00',
  off_disk_due: false,
  place: 'local',
  file_name: '燕子女装.shuke',
};

const SIZE = { customers: 4372, visits: 25900 };

/** The look comes from the address of the page. */
export function begin(look: Partial<ShopInfo['settings']>): void {
  Object.assign(info.settings, look);
}

export const answers: Answers = {
  ...book,
  ...ladder,
  ...weeks,
  ...treats,
  ...care,
  ...rules,
  ...contacts,
  ...complaints,
  ...insight,
  ...foretold,
  shop_size: () => SIZE,
  encryption_state: () => ({ encrypted: false, sheet_no: null, sheet_confirmed: false }),
  shop_info: () => ({ ...info, settings: { ...info.settings } }),
  update_settings: (settings) => {
    info.settings = settings;
    return {};
  },
  set_actor: ({ staff }) => {
    info.actor = staff ?? null;
    return {};
  },
  save_staff: (person) => {
    const saved = { ...person, id: person.id ?? info.staff.length + 1 };
    info.staff = [...info.staff.filter((one) => one.id !== saved.id), saved];
    return saved;
  },
  back_up: ({ folder }) => {
    const at = `${info.today}T15:04:00+08:00`;
    info.last_backup = at;
    const file_name = '燕子女装-20261121-150400.shuke';
    const { customers, visits } = SIZE;
    return {
      file_name,
      path: `${folder}\\${file_name}`,
      bytes: 21_430_272,
      customers,
      visits,
      total: '8934120.50',
      at,
      off_disk: false,
    };
  },
  check_shop: () => ({
    ok: false,
    findings: [{ check: 'payments', rows: 2, examples: [1207, 1388] }],
    ...SIZE,
    lines: 61_204,
    total: '8934120.50',
    customer_total: '8120334.00',
  }),
};
