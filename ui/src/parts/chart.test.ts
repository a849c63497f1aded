import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectNoFaults } from '../../test/window';
import { setLanguage } from '../text/i18n.svelte';
import { beside, hasValues, spoken, step, wantedHeight, type ChartData } from './chart';
import Chart from './Chart.svelte';
import Heat from './Heat.svelte';

beforeEach(() => setLanguage('zh-CN'));

const months: ChartData = {
  kind: 'line',
  axis: '月份',
  points: ['9月', '10月', '11月'],
  series: [
    { name: '新客', values: [3, null, 12], said: ['3 位', '人太少', '12 位'], tone: 'main' },
    { name: '去年', values: [2, 5, 9], said: ['2 位', '5 位', '9 位'], tone: 'before' },
  ],
  tick: (value) => String(value),
};
const names: ChartData = {
  kind: 'bars',
  axis: '职业',
  points: ['constructor', '<script>alert(1)</script>'],
  series: [{ name: '人数', values: [7, 2], said: ['7 位', '2 位'], tone: 'main', tones: ['good', 'bad'] }],
  tick: (value) => String(value),
};

describe('a picture', () => {
  it('has a table of the same numbers, whatever it shows', async () => {
    const { container } = render(Chart, { title: '每月新客', data: months });
    const twin = container.querySelector('table')!;
    const cells = [...twin.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    expect(cells).toEqual(months.points.map((point, at) => [point, ...months.series.map(({ said }) => said[at])]));
    expect([...twin.querySelectorAll('thead th')].map((cell) => cell.textContent)).toEqual(['月份', '新客', '去年']);
    expect(twin.closest('.aloud')).not.toBeNull();
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: /^看表/ }));
    expect(container.querySelector('table')!.closest('.aloud')).toBeNull();
    expect(screen.queryByRole('application')).toBeNull();
    await expectNoFaults(container);
  });

  it('is drawn as vectors whose words are text', async () => {
    const { container } = render(Chart, { title: '职业', data: names });
    await waitFor(() => expect(container.querySelector('.host svg')).not.toBeNull(), { timeout: 20_000 });
    expect(container.querySelector('script')).toBeNull();
    expect([...container.querySelectorAll('.host text')].map((one) => one.textContent)).toEqual(
      expect.arrayContaining(['constructor', '7 位']),
    );
    const fills = [...container.querySelectorAll('.host path')].map((one) => one.getAttribute('fill'));
    expect(fills).toEqual(expect.arrayContaining(['var(--chart-good)', 'var(--chart-bad)']));
  });

  it('is walked with arrows, each point read aloud, and opened with Enter', async () => {
    const onopen = vi.fn();
    const { container } = render(Chart, { title: '每月新客', data: months, onopen });
    const area = screen.getByRole('application');
    await waitFor(() => expect(container.querySelector('.host svg')).not.toBeNull(), { timeout: 20_000 });
    const now = () => container.querySelector('[aria-live]')!.textContent;
    await fireEvent.keyDown(area, { key: 'ArrowRight' });
    expect(now()).toBe('9月: 新客 3 位, 去年 2 位');
    await fireEvent.keyDown(area, { key: 'ArrowRight' });
    expect(now()).toBe('10月: 新客 人太少, 去年 5 位');
    await fireEvent.keyDown(area, { key: 'End' });
    await fireEvent.keyDown(area, { key: 'Enter' });
    expect(onopen).toHaveBeenCalledWith(2);
    await fireEvent.keyDown(area, { key: 'Escape' });
    expect(now()).toBe('');
  });

  it('of nothing says so', () => {
    render(Chart, { title: '每月新客', data: { ...months, points: [], series: [] } });
    expect(screen.getByText('还没有可画的数')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a heat table', () => {
  it('says its cells in full and opens them', async () => {
    const open = vi.fn();
    const { container } = render(Heat, {
      title: '留存',
      corner: '哪月来的',
      aside: '人数',
      columns: ['当月', '次月'],
      rows: [
        {
          label: '9月',
          aside: '20',
          cells: [
            { text: '100%', strength: 1, title: '9月来的 20 位，当月 20 位', open },
            { text: '人少', strength: null, title: '人太少' },
          ],
        },
      ],
    });
    await expectNoFaults(container);
    const cell = screen.getByRole('button', { name: '9月来的 20 位，当月 20 位' });
    expect(cell.closest('td')!.className).toContain('h6');
    await userEvent.click(cell);
    expect(open).toHaveBeenCalledOnce();
    expect(within(container).getByText('人少').className).toContain('h0');
  });
});

describe('points of a picture', () => {
  it('are stepped through and never left', () => {
    expect(step('ArrowRight', -1, 3)).toBe(0);
    expect(step('ArrowRight', 2, 3)).toBe(2);
    expect(step('ArrowLeft', 0, 3)).toBe(0);
    expect(step('End', 0, 3)).toBe(2);
    expect(step('a', 0, 3)).toBeUndefined();
    expect(step('End', 0, 0)).toBeUndefined();
  });
  it('are spoken with the names of what is compared', () => {
    expect(spoken(months, 0, (name, value) => `${name} ${value}`)).toBe('9月: 新客 3 位, 去年 2 位');
  });
  it('count as something to draw only where a value stands', () => {
    expect(hasValues(months)).toBe(true);
    expect(hasValues({ ...months, series: [{ ...months.series[0]!, values: [null, null, null] }] })).toBe(false);
  });
  it('make a picture of bars as high as it has names', () => {
    expect(wantedHeight(months, 11)).toBe(11);
    expect(wantedHeight({ ...names, points: Array<string>(10).fill('a') }, 11)).toBe(15.5);
  });
  it('have their note beside them, inside the picture', () => {
    const note = { width: 80, height: 40 };
    const room = { width: 300, height: 100 };
    expect(beside({ left: 10, top: 0, width: 20, height: 100 }, note, room)).toEqual({ left: 36, top: 0 });
    expect(beside({ left: 270, top: 90, width: 20, height: 10 }, note, room)).toEqual({ left: 184, top: 60 });
  });
});
