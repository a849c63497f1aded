import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { settle } from '../../test/act';
import Confirmed from '../../test/Confirmed.svelte';
import { setLanguage } from '../text/i18n.svelte';
import Menu from './Menu.svelte';
import Toasts from './Toasts.svelte';

beforeEach(() => setLanguage('zh-CN'));

describe('asking before something is taken away', () => {
  async function ask(onconfirm: (reason: string) => Promise<unknown>) {
    render(Confirmed, { onconfirm });
    await userEvent.click(screen.getByText('作废'));
    await settle();
  }
  const act = () => userEvent.click(screen.getByRole('button', { name: '作废这次到店' }));

  it('needs a reason where one is required', async () => {
    const onconfirm = vi.fn(async () => {});
    await ask(onconfirm);
    expect(document.activeElement).toBe(screen.getByLabelText(/原因/));
    await act();
    expect(onconfirm).not.toHaveBeenCalled();
    expect(screen.getByText('写一句原因，以后查得到')).toBeTruthy();
    await userEvent.click(screen.getByText('重复记了'));
    await act();
    expect(onconfirm).toHaveBeenCalledExactlyOnceWith('重复记了');
  });
  it('gives the focus back when it is over', async () => {
    await ask(async () => {});
    await userEvent.click(screen.getByText('先不'));
    await settle();
    expect(document.activeElement).toBe(screen.getByText('作废'));
    expect(document.querySelector('dialog')?.open).toBe(false);
  });
  it('stays and says why when it is refused', async () => {
    await ask(() => Promise.reject({ code: 'visit_has_returns' }));
    await userEvent.type(screen.getByLabelText(/原因/), '记错人了');
    await act();
    await settle();
    expect(document.querySelector('dialog')?.open).toBe(true);
    expect(screen.getByRole('alert').textContent).toContain('什么都没有改。请先作废那次退换货。');
    expect(screen.getByLabelText<HTMLInputElement>(/原因/).value).toBe('记错人了');
  });
});

describe('a menu', () => {
  it('is walked with the arrows and gives the focus back', async () => {
    const run = vi.fn();
    render(Menu, {
      label: '更多',
      items: [
        { label: '改档案', run: () => {} },
        { label: '合并', disabled: true, run: () => {} },
        { label: '注销会员', danger: true, run },
      ],
    });
    const button = screen.getByRole('button', { name: /更多/ });
    button.focus();
    await userEvent.keyboard('{ArrowDown}');
    await settle();
    expect(document.activeElement?.textContent).toContain('改档案');
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('注销会员');
    await userEvent.keyboard('{Enter}');
    expect(run).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(button);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('a toast', () => {
  it('goes by itself, unless the hand is on it', async () => {
    vi.useFakeTimers();
    const ondismiss = vi.fn();
    render(Toasts, { items: [{ id: 4, text: '已记下', act: undefined }], ondismiss, stay: 1000 });
    const toast = screen.getByText('已记下').parentElement!;
    toast.dispatchEvent(new Event('pointerenter'));
    vi.advanceTimersByTime(5000);
    expect(ondismiss).not.toHaveBeenCalled();
    toast.dispatchEvent(new Event('pointerleave'));
    vi.advanceTimersByTime(1000);
    expect(ondismiss).toHaveBeenCalledExactlyOnceWith(4);
    vi.useRealTimers();
  });
});
