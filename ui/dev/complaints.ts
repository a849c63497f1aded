/** Invented complaints: one that is over, one that waits, one that was solved. */
import type { ComplaintPage, ComplaintRow, Ops } from '../src/api/generated';

type Answers = { [K in keyof Ops]?: (args: Ops[K]['args']) => Ops[K]['answer'] };

const SHAN = { id: 1, member_no: '100017', name: '单晓燕', phone: '13805714217' };
const ZENG = { id: 2, member_no: '100018', name: '曾丽', phone: '13905718801' };

export const rows: ComplaintRow[] = [
  {
    id: 1,
    customer: SHAN,
    kind: 'goods',
    what: '大衣穿了一次就起球，袖口也有点开线，说好的羊绒不该这样',
    about: '羊绒大衣 24D-118 墨绿 M',
    opened_at: '2026-11-19T15:00:00+08:00',
    opened_on: '2026-11-19',
    staff: 2,
    staff_name: '小夏',
    answer: { state: 'overdue', due: '2026-11-20T15:00:00+08:00', left_minutes: -1_140, done_at: null },
    solve: { state: 'running', due: '2026-11-26T15:00:00+08:00', left_minutes: 7_500, done_at: null },
    waiting_for: null,
    solved: false,
    satisfied: null,
    followed_up_on: null,
    steps: 2,
  },
  {
    id: 2,
    customer: ZENG,
    kind: 'service',
    what: '等了半天没人理',
    about: null,
    opened_at: '2026-11-20T18:00:00+08:00',
    opened_on: '2026-11-20',
    staff: null,
    staff_name: null,
    answer: { state: 'waiting', due: null, left_minutes: 260, done_at: null },
    solve: { state: 'waiting', due: null, left_minutes: 8_900, done_at: null },
    waiting_for: '等她回电话',
    solved: false,
    satisfied: null,
    followed_up_on: null,
    steps: 0,
  },
  {
    id: 3,
    customer: ZENG,
    kind: 'price',
    what: '隔天就打折了',
    about: '腰带 24B-7',
    opened_at: '2026-11-02T11:00:00+08:00',
    opened_on: '2026-11-02',
    staff: 1,
    staff_name: '店主',
    answer: {
      state: 'in_time',
      due: '2026-11-03T11:00:00+08:00',
      left_minutes: 60,
      done_at: '2026-11-03T10:00:00+08:00',
    },
    solve: {
      state: 'late',
      due: '2026-11-09T11:00:00+08:00',
      left_minutes: -1_500,
      done_at: '2026-11-10T12:00:00+08:00',
    },
    waiting_for: null,
    solved: true,
    satisfied: true,
    followed_up_on: null,
    steps: 8,
  },
];

const STEPS = ['listen', 'talk', 'apologise', 'analyse', 'explain', 'handle', 'compensate', 'ask_result', 'feed_back'];

function pageOf(row: ComplaintRow): ComplaintPage {
  return {
    row,
    visit: row.about
      ? { id: 1, visit_no: '202611180001', day: '2026-11-18', summary: row.about, total: '1299.00', voided: false }
      : null,
    line: null,
    solution: row.solved ? '补了差价，她说以后还来' : null,
    steps: STEPS.map((step, at) => ({
      step: step as ComplaintPage['steps'][number]['step'],
      state: at === 0 ? 'done' : at === 4 && row.id === 1 ? 'skipped' : 'open',
      at: at === 0 || (at === 4 && row.id === 1) ? '2026-11-19T15:10:00+08:00' : null,
      by: at === 0 ? '小夏' : null,
      note: at === 4 && row.id === 1 ? '她自己知道' : null,
    })),
    holds: row.waiting_for ? [{ from: '2026-11-21T09:40:00+08:00', to: null, reason: row.waiting_for }] : [],
    compensations:
      row.id === 1
        ? [
            {
              id: 1,
              kind: 'voucher',
              amount: '100.00',
              points: null,
              entry: null,
              voucher: 7,
              worth: { kind: 'amount', amount: '100.00' },
              min_spend: '300.00',
              valid_to: '2027-01-20',
              voucher_state: 'usable',
              day: '2026-11-20',
              note: '耽误您了',
            },
            {
              id: 2,
              kind: 'money',
              amount: '58.60',
              points: null,
              entry: null,
              voucher: null,
              worth: null,
              min_spend: null,
              valid_to: null,
              voucher_state: null,
              day: '2026-11-20',
              note: null,
            },
          ]
        : [],
    given:
      row.id === 1
        ? { money: '58.60', gifts: '0.00', vouchers: '100.00', percent_vouchers: 0, points: 0 }
        : { money: '0.00', gifts: '0.00', vouchers: '0.00', percent_vouchers: 0, points: 0 },
  };
}

export const complaints: Answers = {
  complaint_counts: () => ({ open: 2, overdue: 1 }),
  list_complaints: ({ state, cursor }) => ({
    rows: rows.filter(
      ({ solved, waiting_for, answer }) =>
        state === 'all' ||
        (state === 'solved' && solved) ||
        (state === 'open' && !solved) ||
        (state === 'waiting' && !solved && waiting_for !== null) ||
        (state === 'overdue' && answer.state === 'overdue'),
    ),
    cursor: null,
    totals: cursor
      ? null
      : {
          open: 2,
          overdue: 1,
          waiting: 1,
          year: 8,
          answered: 6,
          answered_in_time: 5,
          solved: 6,
          solved_in_time: 6,
          asked: 4,
          satisfied: 3,
        },
  }),
  complaint_page: ({ complaint }) => pageOf(rows.find(({ id }) => id === complaint) ?? rows[0]!),
  open_complaint: () => ({ complaint: 1 }),
  correct_complaint: () => ({}),
  answer_complaint: () => ({}),
  hold_complaint: () => ({}),
  resume_complaint: () => ({}),
  set_complaint_step: () => ({}),
  compensate: () => ({ compensation: 3 }),
  cancel_compensation: () => ({}),
  solve_complaint: () => ({}),
  reopen_complaint: () => ({}),
  set_complaint_result: () => ({}),
  follow_up_complaint: () => ({}),
};
