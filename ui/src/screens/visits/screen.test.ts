import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { TODAY } from '../../../dev/book';
import { place, start } from '../../app/router.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import { answerWith, expectNoFaults } from '../../../test/window';
import Visits from './Visits.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday(TODAY);
  start('visits');
});

describe('the list of visits', () => {
  it('stands day by day and opens one, without a fault that axe finds', async () => {
    answerWith();
    const { container } = render(Visits);
    const rows = await screen.findAllByText('单晓燕');
    await expectNoFaults(container);
    await userEvent.click(rows[0]!);
    expect(place()?.name).toBe('visit');
  });
  it('says that nothing fits what was asked, and shows all again', async () => {
    const asked = answerWith({ list_visits: () => ({ rows: [], cursor: null, total: '0.00', count: 0 }) });
    const { container } = render(Visits);
    expect(await screen.findByText('每次到店都会记在这里')).toBeTruthy();
    await expectNoFaults(container);
    await userEvent.click(screen.getByText('本周'));
    expect(await screen.findByText('这样筛下来一次也没有')).toBeTruthy();
    await userEvent.click(screen.getAllByText('看全部')[0]!);
    expect(asked.filter(({ op }) => op === 'list_visits').length).toBeGreaterThan(2);
  });
});
