import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { book, TODAY } from '../../../dev/book';
import { answerWith, expectNoFaults } from '../../../test/window';
import { open } from '../../app/router.svelte';
import { readInfo } from '../../app/shop.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Counter from './Counter.svelte';

beforeEach(() => setLanguage('zh-CN'));

describe('the counter', () => {
  it('shows the day without a fault that axe finds', async () => {
    answerWith();
    await readInfo();
    const { container } = render(Counter);
    expect(await screen.findByText('¥18,640.50')).toBeTruthy();
    expect(screen.getByRole('region', { name: '今天到店' }).textContent).toContain('14:52');
    await expectNoFaults(container);
  });
  it('offers the first step while nobody has an archive', async () => {
    answerWith({
      shop_info: () => ({ ...book.shop_info!({}), is_empty: true }),
      day_summary: () => ({ day: TODAY, visits: 0, total: '0.00', customer_total: '0.00', new_customers: 0, rows: [] }),
      search: () => ({ hits: [] }),
    });
    open(['import']);
    await readInfo();
    const { container } = render(Counter);
    expect(await screen.findByText('先开第一份档案')).toBeTruthy();
    expect(screen.getByText('从老系统搬过来')).toBeTruthy();
    expect(screen.queryByText('今天还没有人来')).toBeNull();
    await expectNoFaults(container);
  });
  it('says what went wrong', async () => {
    answerWith({
      day_summary: () => {
        throw { code: 'disk_fault' };
      },
    });
    render(Counter);
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeTruthy();
  });
});
