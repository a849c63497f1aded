/** A birthday as it is told: in its own calendar, the year often unknown. Converting is the core's work, never the screen's. */
export interface Birthday {
  calendar: 'solar' | 'lunar';
  year: number | null;
  /** 1 to 12 */
  month: number;
  day: number;
  /** The lunar month is a leap month. */
  leap: boolean;
}

const MONTHS = ['正月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '冬月', '腊月'];
const ONES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export function lunarMonth(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** 初一, 十五, 廿三, 三十 */
export function lunarDay(day: number): string {
  if (day === 10) return '初十';
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  const tens = ['初', '十', '廿'][Math.trunc((day - 1) / 10)] ?? '';
  return tens + (ONES[(day - 1) % 10] ?? '');
}

/** How many days to offer: without a year February keeps its 29th; a lunar month may have 30. The core has the last word. */
export function daysOffered(calendar: Birthday['calendar'], month: number, year: number | null): number {
  if (calendar === 'lunar') return 30;
  if (month === 2) {
    const leap = year === null || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
