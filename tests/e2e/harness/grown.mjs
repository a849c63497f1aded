// A shop with a year behind it: enough people who came again for a forecast.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const CUSTOMERS = 260;
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙'];
const GIVEN = ['静', '敏', '丽', '晓燕', '雨桐', '子涵', '思琪', '佳怡', '梦洁', '若兰', '可欣', '语嫣'];

/** Fills a new shop: every third customer came once, the others about monthly, and half of those stopped after a while. */
export async function grown(file) {
  await file.init();
  let seed = 5n;
  const chance = (below) => {
    seed = BigInt.asUintN(64, seed * 6364136223846793005n + 1442695040888963407n);
    return Number((seed >> 33n) % BigInt(below));
  };
  const first = Date.UTC(2025, 10, 1);
  const people = [];
  const visits = [];
  for (let who = 0; who < CUSTOMERS; who += 1) {
    const no = `M${String(who).padStart(3, '0')}`;
    const name = SURNAMES[who % SURNAMES.length] + GIVEN[Math.floor(who / SURNAMES.length) % GIVEN.length];
    people.push(`${no},${name},138${String(who).padStart(8, '0')}`);
    const stops = who % 3 === 1 ? 120 + chance(100) : 384;
    const rhythm = 6 + chance(10) * chance(10);
    for (let day = chance(120); day < stops; day += 3 + chance(2 * rhythm)) {
      const date = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
      visits.push(`${visits.length + 1},${no},${date},10:00,sale,1,${100 + chance(400)}.00`);
      if (who % 3 === 0) break;
    }
  }
  const table = async (kind, head, rows) => {
    const where = path.join(path.dirname(file.path), `${kind}.csv`);
    await writeFile(where, [head, ...rows, ''].join('\n'));
    return { kind, path: where };
  };
  const files = [
    await table('customers', 'member_no,name,phone', people),
    await table('visits', 'visit_no,member_no,date,time,kind,pieces,amount', visits),
  ];
  const [report] = await file.ask(['run_import', { files, dry_run: false }]);
  if (report.visits.rejected > 0) throw new Error(JSON.stringify(report));
}
