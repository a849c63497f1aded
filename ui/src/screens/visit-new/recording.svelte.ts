/** A visit on its way into the book: what it would do, asked a moment after the last key, and the saving, once. */
import { untrack } from 'svelte';
import { asFailure, call, type CallFailure } from '../../api/client';
import type { NewVisit, VisitEffects, VisitPage } from '../../api/generated';
import { fromWire, type Fen } from '../../api/money';
import { save as saveAndSay } from '../../app/undo';
import { t } from '../../text/i18n.svelte';
import { Agreement } from '../privacy/agreement.svelte';
import type { VisitDraft } from './draft.svelte';
import { needsCore, totals, touched, worthAsking } from './logic';
import { build, placed, shownAt, type Sent } from './request';
import { savedWords } from './words';

const PREVIEW_AFTER = 180;

export class Recording {
  /** Made once for this form and kept over every try, so that a visit is never saved twice. */
  readonly #receipt = crypto.randomUUID();
  readonly #draft: VisitDraft;
  /** The visit that is put right; nothing for a new one. */
  readonly #replaces: VisitPage | undefined;
  readonly #untouched: string;
  #saved = false;
  #asked = 0;
  /** What the effects were asked for; another form makes them stale. */
  #askedFor = $state('');

  /** What saving would do, as last told. */
  effects = $state.raw<VisitEffects>();
  /** Why it could not be saved. */
  failure = $state.raw<CallFailure>();
  /** Why it could not be told what saving would do. */
  doubt = $state.raw<CallFailure>();
  /** Nothing is chosen to pay with, and somebody tried to save. */
  unpaid = $state(false);
  busy = $state(false);
  /** Asks about sensitive answers while the visit is saved. */
  readonly agreement = new Agreement();

  readonly ready: boolean = $derived.by(() => worthAsking(this.#draft, this.#replaces?.lines.length === 0));
  readonly #key: string = $derived.by(() => {
    if (!this.ready) return '';
    const built = build(this.#draft);
    return built.ok ? JSON.stringify(built.sent.visit) : '';
  });
  /** The effects belong to an earlier state of the form. */
  readonly stale: boolean = $derived.by(() => this.#askedFor !== this.#key);
  readonly known: VisitEffects | undefined = $derived.by(() => (this.ready && !this.stale ? this.effects : undefined));
  readonly sums = $derived.by(() => totals(this.#draft));
  /** The core's sum wherever it has told it, the screen's own until then. */
  readonly due: Fen = $derived.by(() => (this.known ? fromWire(this.known.total) : this.sums.due));

  /** To be called while a component starts. */
  constructor(draft: VisitDraft, replaces?: VisitPage) {
    this.#draft = draft;
    this.#replaces = replaces;
    this.#untouched = untrack(() => JSON.stringify(build(draft)));
    $effect(() => {
      if (this.#key === '') {
        this.doubt = undefined;
        return;
      }
      const timer = setTimeout(() => this.again(), PREVIEW_AFTER);
      return () => clearTimeout(timer);
    });
    // A failure that was answered belongs to the form as it was then.
    $effect(() => {
      void this.#key;
      const paid = draft.pays.length > 0;
      untrack(() => {
        this.failure = undefined;
        if (paid) this.unpaid = false;
      });
    });
  }

  /** For the fields: each shows what is its own. */
  get shown(): CallFailure | undefined {
    return this.failure ?? this.doubt;
  }
  /** What no field shows. */
  get unplaced(): CallFailure | undefined {
    return this.failure && !shownAt(this.failure) ? this.failure : undefined;
  }
  get doubtful(): CallFailure | undefined {
    return !this.failure && this.doubt && !shownAt(this.doubt) ? this.doubt : undefined;
  }
  /** Whether leaving would lose something. */
  dirty(): boolean {
    return !this.#saved && touched(this.#draft) && JSON.stringify(build(this.#draft)) !== this.#untouched;
  }

  /** Asks anew what saving would do; a refusal is shown in its place. */
  again(): void {
    const built = build(this.#draft);
    if (built.ok) this.#preview(built.sent).catch(() => undefined);
  }

  async #preview(sent: Sent): Promise<VisitEffects> {
    const mine = ++this.#asked;
    const key = JSON.stringify(sent.visit);
    try {
      const answer = await call('preview_visit', { visit: sent.visit, replaces: this.#replaces?.row.id ?? null });
      if (mine === this.#asked) {
        this.effects = answer;
        this.#askedFor = key;
        this.doubt = undefined;
      }
      return answer;
    } catch (thrown) {
      const wrong = placed(asFailure(thrown), sent);
      if (mine === this.#asked) {
        this.doubt = wrong;
        this.effects = undefined;
        this.#askedFor = key;
      }
      throw wrong;
    }
  }

  /** The request with its payments; the core is asked for the sum where only it knows. Nothing when the form is not ready. */
  async prepared(): Promise<Sent | undefined> {
    const first = build(this.#draft);
    if (!first.ok) {
      this.failure = first.failure;
      return undefined;
    }
    let total = this.sums.due;
    if (needsCore(this.#draft) || this.#replaces) {
      try {
        const fresh = this.effects && this.#askedFor === JSON.stringify(first.sent.visit);
        total = fromWire((fresh ? this.effects! : await this.#preview(first.sent)).total);
      } catch (thrown) {
        this.failure = asFailure(thrown);
        return undefined;
      }
    }
    if (total !== 0 && this.#draft.pays.length === 0) {
      this.unpaid = true;
      return undefined;
    }
    const second = build(this.#draft, total);
    return second.ok ? second.sent : undefined;
  }

  /** Saves a new visit. False when it was refused: `failure` or `unpaid` says why. */
  async record(): Promise<boolean> {
    if (this.busy || this.#saved) return false;
    this.busy = true;
    try {
      const sent = await this.prepared();
      if (!sent) return false;
      await this.#write(sent, (visit) =>
        saveAndSay('record_visit', { receipt: this.#receipt, visit }, ({ effects }) => savedWords(visit, effects)),
      );
      return true;
    } catch {
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Saves the correction of a visit. Rejects with a failure of the reason only; any other is shown in the form. */
  async correct(reason: string): Promise<boolean> {
    const old = this.#replaces;
    const sent = await this.prepared();
    if (!sent || !old) return false;
    try {
      await this.#write(sent, (corrected) =>
        saveAndSay(
          'correct_visit',
          { visit: old.row.id, corrected, reason },
          t('visit-said-corrected', { no: old.row.visit_no }),
        ),
      );
      return true;
    } catch (thrown) {
      if (asFailure(thrown).field === 'reason') throw thrown;
      return false;
    }
  }

  async #write(sent: Sent, write: (visit: NewVisit) => Promise<unknown>): Promise<void> {
    try {
      const { answers = [] } = sent.visit;
      await this.agreement.through(answers, (left, agreed) => write({ ...sent.visit, answers: left, agreed }));
      this.#saved = true;
    } catch (thrown) {
      this.failure = placed(asFailure(thrown), sent);
      throw this.failure;
    }
  }
}
