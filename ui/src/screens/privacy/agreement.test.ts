import { expect, it } from 'vitest';
import { CallFailure } from '../../api/client';
import { settle } from '../../../test/act';
import { Agreement, type Word } from './agreement.svelte';

const refused = (code: 'consent_needed' | 'guardian_needed' | 'too_long', at: string) =>
  new CallFailure({ code, field: at, params: { field: '忌口' } });
const answers = [
  { field: 3, values: ['花生'] },
  { field: 4, values: ['宽松'] },
  { field: 5, values: ['过敏'] },
];

/** A core to which the fields of `asks` are sensitive; and what it was sent. */
function core(asks: readonly number[], code: 'consent_needed' | 'guardian_needed' = 'consent_needed') {
  const sent: { fields: number[]; agreed: number[] }[] = [];
  const save = (left: typeof answers, agreed: number[]) => {
    sent.push({ fields: left.map(({ field }) => field), agreed: [...agreed] });
    const at = left.findIndex(({ field }) => asks.includes(field) && !agreed.includes(field));
    return at < 0 ? Promise.resolve('saved') : Promise.reject(refused(code, `answers.${at}`));
  };
  return { sent, save };
}
async function say(agreement: Agreement, ...words: Word[]) {
  for (const word of words) {
    await settle();
    expect(agreement.asking).toBeDefined();
    agreement.say(word);
  }
  await settle();
}

it('asks about each sensitive answer, takes along what she agrees to and leaves out what she does not', async () => {
  const agreement = new Agreement();
  const { sent, save } = core([3, 5]);
  const done = agreement.through(answers, save);
  await say(agreement, 'yes', 'no');
  expect(await done).toBe('saved');
  expect(sent.at(-1)).toEqual({ fields: [3, 4], agreed: [3] });
  expect(agreement.asking).toBeUndefined();
});

it('asks nothing when nothing is sensitive', async () => {
  const { sent, save } = core([]);
  await new Agreement().through(answers, save);
  expect(sent).toEqual([{ fields: [3, 4, 5], agreed: [] }]);
});

it('goes back to the form with nothing saved', async () => {
  const agreement = new Agreement();
  const { sent, save } = core([3]);
  const done = agreement.through(answers, save);
  const failed = expect(done).rejects.toMatchObject({ code: 'consent_needed' });
  await say(agreement, 'back');
  await failed;
  expect(sent).toHaveLength(1);
});

it('leaves out all answers of a child for whom nobody agreed', async () => {
  const agreement = new Agreement();
  const { sent, save } = core([3, 4, 5], 'guardian_needed');
  const done = agreement.through(answers, save);
  await settle();
  expect(agreement.asking?.kind).toBe('child');
  await say(agreement, 'no');
  await done;
  expect(sent.at(-1)).toEqual({ fields: [], agreed: [] });
});

it('does not ask about any other failure', async () => {
  const agreement = new Agreement();
  const save = () => Promise.reject(refused('too_long', 'answers.0'));
  await expect(agreement.through(answers, save)).rejects.toMatchObject({ code: 'too_long' });
  // A guardian for the archive itself is asked for in the form.
  const whole = () => Promise.reject(refused('guardian_needed', 'guardian'));
  await expect(agreement.through(answers, whole)).rejects.toMatchObject({ field: 'guardian' });
  expect(agreement.asking).toBeUndefined();
});
