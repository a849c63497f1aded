/** The screen on invented answers, for tests of whole screens. */
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import axe from 'axe-core';
import { expect } from 'vitest';
import type { Ops } from '../src/api/generated';
import { book } from '../dev/book';
import { care } from '../dev/care';
import { contacts } from '../dev/contacts';
import { foretold } from '../dev/foretold';
import { treats } from '../dev/treats';

export interface Asked {
  op: string;
  args: Record<string, unknown>;
}
export type Answers = { [K in keyof Ops]?: (args: Ops[K]['args']) => unknown };

/** Answers operations from the invented shop, or as told; returns what was asked so far. A thrown failure is refused with it. */
export function answerWith(own: Answers = {}): Asked[] {
  clearMocks();
  const asked: Asked[] = [];
  mockIPC((command, payload) => {
    if (command !== 'call') return null;
    const { op, args } = payload as unknown as Asked;
    asked.push({ op, args });
    const answer = (
      { ...book, ...treats, ...care, ...contacts, ...foretold, ...own } as Record<
        string,
        ((args: never) => unknown) | undefined
      >
    )[op];
    if (!answer) return Promise.reject({ code: 'unknown_operation' });
    const writes =
      !/^(shop_info|shop_size|clerk_board|get_forecast|customer_forecast|today|held_tasks|customer_tasks|call_sheet|search|who_|find_|day_|list_|points_settings|contact_settings|contact_stats|benefits_due|dry_run_|preview_|near_|calendar_|shop_hours|message_for|.*_page$|.*_history$)/.test(
        op,
      );
    return { answer: answer(args as never), tables: writes ? ['customer'] : [], operation: writes ? 1 : null };
  });
  return asked;
}

/** What axe finds; colours are held to AA by the tokens' own test, and jsdom lays nothing out. */
export async function expectNoFaults(container: Element): Promise<void> {
  const off = { enabled: false };
  const { violations } = await axe.run(container, {
    rules: {
      'color-contrast': off,
      region: off,
      // In the window every screen stands in <main>, where its header is no banner of the page; here it stands alone.
      'landmark-unique': off,
      'landmark-no-duplicate-banner': off,
    },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}
