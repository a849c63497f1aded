/** Invented weeks for the window without a backend. */
import type { Ops, WeekList, WeekRow } from '../src/api/generated';
import { addDays } from '../src/text/format.svelte';

type Answers = { [K in keyof Ops]?: (args: Ops[K]['args']) => Ops[K]['answer'] };

const rows: WeekRow[] = Array.from({ length: 12 }, (_, at) => ({
  week: `2026-W${47 - at}`,
  from: addDays('2026-11-16', -7 * at),
  to: addDays('2026-11-22', -7 * at),
  visits: at === 5 ? 0 : 61 + ((at * 37) % 23),
  total: at === 5 ? '0.00' : `${20_000 + ((at * 7919) % 9000)}.50`,
  complete: at > 0,
  exported_at: at > 1 && at !== 5 ? `${addDays('2026-11-23', -7 * at)}T09:1${at % 6}:00+08:00` : null,
  changed: at === 3 ? 2 : 0,
}));
const list: WeekList = { weeks: rows, more: true, last_folder: 'D:\\账\\给会计', last_encoding: 'utf8' };

export const weeks: Answers = {
  week_list: ({ before }) => (before ? { weeks: [], more: false } : { ...list, weeks: [...rows] }),
  export_week: ({ week, folder }) => {
    const at = rows.findIndex((row) => row.week === week);
    const row = rows[at]!;
    if (row.complete) rows[at] = { ...row, exported_at: '2026-11-21T15:10:00+08:00', changed: 0 };
    const zero = {
      sales: row.total,
      returns: '0.00',
      discounts: '0.00',
      without_lines: 0,
      without_lines_total: '0.00',
    };
    return {
      week,
      from: row.from,
      to: row.to,
      folder: `${folder}\\${week}`,
      files: ['visits', 'lines', 'payments', 'summary', 'corrections'].map((name) => ({
        name: `${name}.csv`,
        rows: row.visits,
        bytes: 9_000,
        sha256: '00',
      })),
      totals: {
        visits: row.visits,
        total: row.total,
        ...zero,
        lines: row.visits * 2,
        lines_total: row.total,
        payments: row.visits,
        payments_total: row.total,
        unstated: 0,
        unstated_total: '0.00',
        points_liability: 183_220,
        vouchers_outstanding: 41,
      },
      revision: 1,
      corrections: 2,
      complete: row.complete,
      repeated: false,
    };
  },
  export_columns: ({ table }) => ({
    columns: (table === 'customers'
      ? ['会员号', '姓名', '称呼', '性别', '手机', '其他电话', '生日', '微信', '等级', '积分', '累计净消费', '最近到店']
      : ['单号', '日期', '时间', '类型', '会员号', '姓名', '实收']
    ).map((label, at) => ({ name: `${table}-${at}`, label, is_chosen: at < 10 })),
    format: 'xlsx',
  }),
  export_table: ({ path }) => ({ path, rows: 4372, bytes: 812_004 }),
};
