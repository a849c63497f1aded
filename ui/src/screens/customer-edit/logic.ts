/** What the archive's form knows: no DOM, no calls. */
import type { Channel } from '../../api/generated';

export const CHANNELS: readonly Channel[] = ['wechat', 'phone', 'sms', 'email', 'in_shop'];
/** Where the year is unknown, a guess by tens. */
export const AGE_BANDS: readonly string[] = ['10s', '20s', '30s', '40s', '50s', '60s', '70s'];
