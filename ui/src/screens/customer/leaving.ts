/** What leaving and coming back mean for her, a line each. */
import type { Status, StatusPreview } from '../../api/generated';
import { t } from '../../text/i18n.svelte';

/** What the shop owes her, in one breath; empty where it owes nothing. */
function owed({ points, vouchers, benefits }: StatusPreview): string {
  const some = [
    points > 0 ? t('customer-leave-points', { n: points }) : '',
    vouchers > 0 ? t('customer-leave-vouchers', { n: vouchers }) : '',
    benefits > 0 ? t('customer-leave-benefits', { n: benefits }) : '',
  ];
  return some.filter((one) => one !== '').join(t('customer-comma'));
}

export function leavingWords(preview: StatusPreview, status: Status): string[] {
  const what = owed(preview);
  if (status === 'active') {
    return [
      t('customer-leave-stays'),
      ...(what ? [t('customer-restore-owed', { what })] : []),
      t('customer-restore-lists'),
    ];
  }
  return [
    t(status === 'cancelled' ? 'customer-leave-stays-cancelled' : 'customer-leave-stays'),
    ...(what ? [t('customer-leave-owed', { what })] : []),
    t('customer-leave-tasks', { n: preview.tasks }),
    ...(preview.events > 0 ? [t('customer-leave-events', { n: preview.events })] : []),
    ...(preview.complaints > 0 ? [t('customer-leave-complaints', { n: preview.complaints })] : []),
    t('customer-leave-search', { status: t('search-archived') }),
    t('customer-leave-sale'),
    t('customer-leave-back'),
  ];
}
