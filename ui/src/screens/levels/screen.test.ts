import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ladder } from '../../../dev/ladder';
import { answerWith, expectNoFaults } from '../../../test/window';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Levels from './Levels.svelte';
import Review from './Review.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('the levels', () => {
  it('stand with their rules, without a fault that axe finds', async () => {
    answerWith(ladder);
    const { container } = render(Levels);
    expect(await screen.findByText('或 近 12 个月单笔满 ¥6,000')).toBeTruthy();
    expect(screen.getByText('五周年店庆')).toBeTruthy();
    await expectNoFaults(container);
  });

  it('can be edited, without a fault that axe finds', { timeout: 20_000 }, async () => {
    answerWith(ladder);
    const { container } = render(Levels);
    await userEvent.click(await screen.findByRole('button', { name: '改规则' }));
    await expectNoFaults(container);
  });

  it('are saved only after the owner saw whom it moves', { timeout: 20_000 }, async () => {
    const asked = answerWith(ladder);
    render(Levels);
    await userEvent.click(await screen.findByRole('button', { name: '改规则' }));
    const look = screen.getByRole('button', { name: /看看影响谁/ });
    expect(look).toHaveProperty('disabled', true);
    const name = screen.getAllByLabelText('名称')[0]!;
    await userEvent.clear(name);
    await userEvent.click(look);
    expect(await screen.findByText('给它起个名字')).toBeTruthy();
    expect(asked.some(({ op }) => op === 'dry_run_levels')).toBe(false);
    await userEvent.type(name, '铂金');
    await userEvent.click(look);
    const dialog = await screen.findByRole('dialog', { name: '新规则影响谁' });
    expect(within(dialog).getByText('41 位会降级，其中 12 位按现在的规则也会降，4 位会升级')).toBeTruthy();
    expect(asked.some(({ op }) => op === 'save_levels')).toBe(false);
    await userEvent.click(within(dialog).getByRole('button', { name: '就这样保存' }));
    await waitFor(() => expect(asked.some(({ op }) => op === 'save_levels')).toBe(true));
    const { levels } = asked.find(({ op }) => op === 'save_levels')!.args as { levels: { name: string }[] };
    expect(levels.map((level) => level.name)).toEqual(['普通会员', '银卡', '金卡', '铂金']);
    await waitFor(() => expect(toasts().at(-1)?.text).toBe('等级规则改好了，从今天起用'));
  });

  it('show what the core refuses at its field', { timeout: 20_000 }, async () => {
    answerWith({
      ...ladder,
      dry_run_levels: () => Promise.reject({ code: 'too_long', field: 'levels.3.name', params: { max: '12' } }),
    });
    render(Levels);
    await userEvent.click(await screen.findByRole('button', { name: '改规则' }));
    await userEvent.type(screen.getAllByLabelText('名称')[0]!, '铂');
    await userEvent.click(screen.getByRole('button', { name: /看看影响谁/ }));
    expect((await screen.findByText(/最多 12 个字/)).textContent).toBeTruthy();
  });

  it('take a recruitment month only with its days the right way round', { timeout: 20_000 }, async () => {
    const asked = answerWith(ladder);
    render(Levels);
    await userEvent.click(await screen.findByRole('button', { name: '加一个' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('叫什么'), '新年');
    const [from, to] = [within(dialog).getByLabelText('第一天'), within(dialog).getByLabelText('最后一天')];
    await userEvent.clear(from);
    await userEvent.type(from, '2027-01-10');
    await userEvent.type(to, '2027-01-01');
    await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
    expect(await within(dialog).findByText('最后一天早于第一天了')).toBeTruthy();
    await userEvent.clear(to);
    await userEvent.type(to, '2027-01-31');
    await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_campaign')?.args).toMatchObject({
        name: '新年',
        from: '2027-01-10',
        to: '2027-01-31',
        level: 2,
      }),
    );
  });
});

describe('the review', () => {
  it('moves those ticked and leaves the others', { timeout: 20_000 }, async () => {
    const asked = answerWith(ladder);
    const { container } = render(Review);
    const act = await screen.findByRole('button', { name: '改 37 位的等级' });
    await expectNoFaults(container);
    await userEvent.click(act);
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/33 位降、4 位升/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: '先不' }));
    const boxes = screen.getAllByRole('checkbox', { name: '选中这一行' });
    await userEvent.click(boxes[0]!);
    await userEvent.click(screen.getByRole('button', { name: '改 36 位的等级' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '改 36 位的等级' }));
    await waitFor(() => expect(asked.some(({ op }) => op === 'apply_review')).toBe(true));
    const args = asked.find(({ op }) => op === 'apply_review')!.args as {
      customers: number[];
      seen: number;
      day: string;
    };
    expect([args.customers.length, args.customers.includes(2), args.seen, args.day]).toEqual([
      36,
      false,
      900,
      '2026-11-21',
    ]);
    await waitFor(() => expect(toasts().at(-1)?.text).toBe('复核完了，36 位的等级变了'));
  });

  it('says that nobody has to move', async () => {
    answerWith({ ...ladder, preview_review: () => ({ day: '2026-11-21', rows: [], seen: 1 }) });
    render(Review);
    expect(await screen.findByText('现在没有人该升该降')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /位的等级/ })).toBeNull();
  });

  it('lists who is near a downgrade and what is missing', async () => {
    answerWith(ladder);
    const { container } = render(Review, { tab: 'near' });
    expect((await screen.findAllByText(/近 12 个月消费还差/)).length).toBeGreaterThan(0);
    await expectNoFaults(container);
  });

  it('says that nobody is near a downgrade', async () => {
    answerWith({ ...ladder, near_downgrade: () => ({ rows: [] }) });
    render(Review, { tab: 'near' });
    expect(await screen.findByText('30 天内没有人要降级')).toBeTruthy();
  });

  it('can be tried again after a failure', async () => {
    let fail = true;
    answerWith({
      ...ladder,
      preview_review: (args) => {
        if (fail) throw { code: 'cancelled' };
        return ladder.preview_review!(args);
      },
    });
    render(Review);
    const again = await screen.findByRole('button', { name: '再试一次' });
    fail = false;
    await userEvent.click(again);
    expect(await screen.findByRole('button', { name: '改 37 位的等级' })).toBeTruthy();
  });
});
