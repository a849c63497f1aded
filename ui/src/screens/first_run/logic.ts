import type { Trade } from '../../api/generated';

export const TRADES: readonly Trade[] = ['clothing', 'jewellery', 'cosmetics', 'cafe', 'general'];

/** The shop's name as it will stand on messages and exports. */
export const NAME_MAX = 40;

/** What still has to be chosen before the first customer can come. */
export function missing(form: { name: string; trade: Trade | undefined }): Set<'name' | 'trade'> {
  const gaps = new Set<'name' | 'trade'>();
  if (!form.trade) gaps.add('trade');
  if (form.name.trim() === '') gaps.add('name');
  return gaps;
}

/** The offered file name: the shop's own, without what file systems refuse. */
export function fileName(shopName: string, otherwise: string): string {
  const safe = shopName
    .normalize('NFKC')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, NAME_MAX);
  return `${safe || otherwise}.shuke`;
}
