// Words that would be a program if a page took them for markup, and a book that holds them wherever a hand can write.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a payload does if it runs: it leaves a mark on the window. */
const ACT = 'top.p=1'; // short, since some fields take twenty characters only

const TAGS = [
  `<script>${ACT}</script>`,
  `<script src=data:,${ACT}></script>`,
  `<img src=x onerror=${ACT}>`,
  `<img/src/onerror=${ACT}>`,
  `<svg onload=${ACT}>`,
  `<svg><script>${ACT}</script>`,
  `<svg><animate onbegin=${ACT} attributeName=x>`,
  `<math><mi xlink:href=javascript:${ACT}>`,
  `<body onload=${ACT}>`,
  `<input autofocus onfocus=${ACT}>`,
  `<details open ontoggle=${ACT}>`,
  `<video><source onerror=${ACT}>`,
  `<audio src=x onerror=${ACT}>`,
  `<marquee onstart=${ACT}>`,
  `<iframe srcdoc="<script>${ACT}</script>">`,
  `<iframe src=javascript:${ACT}>`,
  `<object data=javascript:${ACT}>`,
  `<embed src=javascript:${ACT}>`,
  `<a href=javascript:${ACT}>x</a>`,
  `<form action=javascript:${ACT}><button>x`,
  `<meta http-equiv=refresh content=0;url=/x>`,
  `<base href=//x.invalid/>`,
  `<link rel=stylesheet href=//x.invalid>`,
  `<style>*{display:none}</style>`,
  `<template><script>${ACT}</script>`,
  `<noscript><p title="</noscript><img src=x onerror=${ACT}>">`,
];
const OPENERS = ['', '">', "'-->"];
const OTHERS = [
  `javascript:${ACT}`,
  `{@html '<b>'}{${ACT}}`,
  `\${${ACT}}{{${ACT}}}`,
  `</title></textarea></script><b>${ACT}`,
  `&lt;img src=x onerror=${ACT}&gt;`,
  `＜img src=x onerror=${ACT}＞`,
  `{ $x } { "${ACT}" }`,
];

/** All payloads, each different. */
export const PAYLOADS = [...OPENERS.flatMap((opener) => TAGS.map((tag) => opener + tag)), ...OTHERS];

/** Fills a new book with payloads in every place that takes free words, by hand and by import. Gives how many went in. */
export async function fill(shop) {
  let used = 0;
  const text = (most = 200) => {
    const fitting = PAYLOADS.filter((payload) => [...payload].length <= most);
    return fitting[used++ % fitting.length];
  };
  const day = '2026-11-20';
  await shop.init({ name: text(40) });
  const folder = await mkdtemp(path.join(tmpdir(), 'shuke-hostile-'));
  try {
    await imported(shop, folder, text);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const found = await shop.ask(['search', { query: HER_PHONE, limit: 1 }], ['search', { query: OTHER_PHONE, limit: 1 }]);
  const [who, other] = found.map(({ hits }) => hits[0].id);
  const fields = (await shop.ask(['list_fields']))[0].fields;
  const soft = fields.find((field) => field.kind === 'text' && !field.is_builtin);
  const lines = [{ style_no: text(40), name: text(80), category: text(40), color: text(40), size: text(40), qty: 1, price: '100.00' }];
  const visit = { customer: who, kind: 'purchase', lines, returns: [], payments: [], points_used: 0, answers: [], wishes: [], note: text() };
  const [staff, , , recorded] = await shop.ask(
    ['save_staff', { name: '<b>top.p=1', role: 'clerk', is_active: true }],
    ['save_tag', { name: '<i>top.p=1' }],
    ['add_tags', { customers: [who, other], tags: [text(20), text(20)] }],
    ['record_visit', { receipt: 'hostile-1', visit }],
    ['save_note', { customer: who, text: text() }],
    ['save_wish', { customer: who, style_no: text(40), name: text(60), color: text(30), size: text(30), reason: text(), status: 'open' }],
    ['save_date', { customer: who, label: text(20), date: { calendar: 'solar', year: 2000, month: 11, day: 22, leap: false } }],
    ['save_relation', { customer: who, other, kind: 'friend', note: text() }],
    ...(soft ? [['set_profile', { customer: who, answers: [{ field: soft.id, values: [text(60)] }] }]] : []),
    ['save_field', {
      label: text(20), part: 'soft', kind: 'choice', options: [text(40), text(40)], weight: 1, is_on: true, is_sensitive: false,
      question: text(100),
    }],
    ['log_contact', { customers: [who], channel: 'wechat', direction: 'out', purpose: 'service', outcome: 'reached', text: text() }],
    ['save_consent', { customer: who, purpose: 'service', channels: [], given: true, note: text() }],
    ['set_contact_wish', { customer: other, wish: 'no_promotion', note: text() }],
    ['save_event', { name: text(40), kind: 'other', day, place: text(60), plan: text(), gift: text(40), invite_days: 7, sales_days: 7 }],
    ['save_closed_day', { from_day: '2026-12-30', to_day: '2026-12-30', reason: text(60) }],
    ['save_segment', { name: text(30), filter: { kind: 'all', of: [] }, strategy: text() }],
    ['save_arrival', { style_no: text(40), kind: 'arrived', note: text(60) }],
    ['save_follow_up', { customers: [who], title: text(60), due_on: '2030-01-02', purpose: 'service' }],
    ['issue_voucher', {
      customers: [who], kind: 'gift', worth: { kind: 'amount', amount: '10.00' }, min_spend: '0.00', valid_from: day, valid_to: '2027-11-20', reason: text(60),
    }],
    ['grant_benefit', { customers: [who], name: text(40), note: text(60) }],
    ['adjust_points', { customer: who, points: 5, reason: text(60), expires: false }],
  );
  await shop.ask(
    ['open_complaint', { customer: who, visit: recorded.visit, kind: 'service', what: text(), staff: staff.id }],
    ['void_visit', { visit: recorded.visit, reason: text() }],
  );
  return used;
}

const phone = (at) => `139${10_000_000 + at}`;
/** Of her about whom most is written, and of a friend of hers. */
export const HER_PHONE = phone(0);
const OTHER_PHONE = phone(1);

const cell = (value) => `"${value.replaceAll('"', '""')}"`;

async function imported(shop, folder, text) {
  const people = Array.from({ length: PAYLOADS.length }, (_, at) => [
    `M${at}`, text(40), phone(at), text(40), text(30), text(30), text(40), text(60), text(100),
  ]);
  const visits = people.map(([member], at) => [`V${at}`, member, '2026-11-19', 'sale', '100.00', text(20), text(100)]);
  const items = visits.map(([visit]) => [visit, '1', text(40), text(40), text(40), text(40), '1', '100.00', '100.00', '100.00']);
  const write = (name, head, rows) =>
    writeFile(path.join(folder, name), [head, ...rows.map((row) => row.map(cell).join(','))].join('\r\n'));
  await write('customers.csv', 'member_no,name,phone,wechat,style,tags,source,address,note', people);
  await write('visits.csv', 'visit_no,member_no,date,kind,amount,staff,note', visits);
  await write('items.csv', 'visit_no,line,style_no,category,color,size,qty,list_price,price,amount', items);
  await shop.imported(path.join(folder, 'customers.csv'), path.join(folder, 'visits.csv'), path.join(folder, 'items.csv'));
}
