/** The lock at the counter: whether there is one, who sits there, and who may sit down next. */
import { call } from '../api/client';
import type { LockState, StaffId } from '../api/generated';

let now = $state.raw<LockState>();
/** Grows when somebody else sits down: whatever the one before had open is drawn anew. */
let sitting = $state(0);
let lately: StaffId | undefined;
let wanted = $state<StaffId>();

export const lock = {
  /** Everything that is known of it. */
  get state() {
    return now;
  },
  /** Whether somebody set a password. */
  get guarded() {
    return now?.guarded ?? false;
  },
  get locked() {
    return now?.locked ?? false;
  },
  /** Whether the owner's things may be offered. */
  get isOwner() {
    return now?.role !== 'clerk';
  },
  /** Stays the same while the same person works, also over a lock in between. */
  get sitting() {
    return sitting;
  },
  /** Whether anybody sat down since the file was opened: then there is something under the lock. */
  get satDown() {
    return lately !== undefined || !(now?.guarded ?? false);
  },
  /** Whom the lock screen begins with. */
  get first(): StaffId | undefined {
    return wanted ?? lately;
  },
};

/** Takes over what the core says. */
export function takeLock(next: LockState | null | undefined): void {
  const actor = next?.guarded ? (next.actor ?? undefined) : undefined;
  if (next && !next.locked && actor !== undefined && actor !== lately) {
    if (lately !== undefined) sitting += 1;
    lately = actor;
  }
  if (!next?.guarded) lately = undefined;
  now = next ?? undefined;
}

/** Another file is another counter. */
export function forgetLock(): void {
  now = undefined;
  lately = undefined;
  wanted = undefined;
}

/** Asks whether it locked itself meanwhile. */
export async function readLock(): Promise<void> {
  takeLock(await call('lock_state', {}));
}

/** Locks at once, for somebody in particular to sit down next. */
export async function lockNow(next?: StaffId): Promise<void> {
  wanted = next;
  takeLock(await call('lock', {}));
}

/** Sits somebody down. */
export async function sitDown(staff: StaffId, secret: string | undefined): Promise<void> {
  const next = await call('unlock', { staff, secret: secret ?? null });
  wanted = undefined;
  takeLock(next);
}
