/**
 * Words that no first picture needs: the window reads them after it, and before any other screen. A file of words stands here or is
 * there from the start (`i18n.svelte.ts`); a test sees to it that no part of the first picture says one of these.
 */
import { learn } from './i18n.svelte';

learn({
  'zh-CN': import.meta.glob<string>(
    '$assets/messages/zh-CN/{audit,care_rules,check,clerks,cli,customers,duplicates,edit,events,export,fields,forecast,history,import,import_flags,insight,insight_page,levels,points,privacy,referrals,segments,tags,templates,vouchers,week,year}.ftl',
    { query: '?raw', import: 'default', eager: true },
  ),
  en: import.meta.glob<string>(
    '$assets/messages/en/{audit,care_rules,check,clerks,cli,customers,duplicates,edit,events,export,fields,forecast,history,import,import_flags,insight,insight_page,levels,points,privacy,referrals,segments,tags,templates,vouchers,week,year}.ftl',
    { query: '?raw', import: 'default', eager: true },
  ),
});
