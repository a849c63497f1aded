import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerWith, expectNoFaults } from '../../../test/window';
import { perform } from '../../app/actions.svelte';
import { go, place, start } from '../../app/router.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import CustomerEdit from './CustomerEdit.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  start('settings');
});

describe('a new archive', () => {
  it('opens with name, phone and Enter alone, and leads to her page', async () => {
    const asked = answerWith();
    const { container } = render(CustomerEdit, {});
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /姓名/ })));
    await userEvent.keyboard('曾丽{Enter}13900000001{Enter}');
    await waitFor(() => expect(place()).toMatchObject({ name: 'customer', params: { customer: 7 } }));
    const sent = asked.find(({ op }) => op === 'create_customer')!.args;
    expect(sent).toMatchObject({
      fields: { name: '曾丽', phones: ['13900000001'] },
      confirm_phone: false,
      answers: [],
      tags: [],
    });
    await expectNoFaults(container);
  });

  it('begins where the search box left off', async () => {
    answerWith();
    render(CustomerEdit, { phone: '13900000001' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /姓名/ })));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '手机' }).value).toBe('13900000001');
  });

  it('says at once who has the phone, and takes it when it is shared', async () => {
    const asked = answerWith();
    render(CustomerEdit, { name: '曾丽' });
    await userEvent.type(screen.getByRole('textbox', { name: '手机' }), '13800134217');
    expect(await screen.findByRole('button', { name: '单晓燕 K000001' })).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: '是一家人共用，没留错' }));
    perform('save');
    await waitFor(() => expect(asked.find(({ op }) => op === 'create_customer')?.args.confirm_phone).toBe(true));
  });

  it('keeps the hand and the words when it is refused', async () => {
    answerWith({
      create_customer: () => {
        throw { code: 'required', field: 'name', params: {} };
      },
    });
    render(CustomerEdit, { phone: '13900000001' });
    perform('save');
    const name = screen.getByRole('textbox', { name: /姓名/ });
    await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
    expect(document.activeElement).toBe(name);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '手机' }).value).toBe('13900000001');
  });

  it('unfolds the group of a field that is wrong', async () => {
    answerWith({
      create_customer: () => {
        throw { code: 'day_in_future', field: 'joined_on', params: {} };
      },
    });
    render(CustomerEdit, { name: '曾丽' });
    perform('save');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '建档日期' })));
  });
});

/** Ticks the first size that the catalogue asks for. */
async function answerTheFirst() {
  await userEvent.click((await screen.findAllByText(/上装尺码/))[0]!);
  await userEvent.click(screen.getByRole('radio', { name: 'XS', hidden: true }));
}

describe('what somebody has to agree to', () => {
  it('is asked where it is saved, with the words she agrees to, and is saved in the same act', async () => {
    const asked = answerWith({
      create_customer: ({ agreed, answers }) => {
        if (answers.length > 0 && !agreed?.includes(answers[0]!.field))
          throw { code: 'consent_needed', field: 'answers.0', params: { field: '忌口' } };
        return { customer: 7, member_no: 'K000007' };
      },
    });
    const { container } = render(CustomerEdit, { name: '曾丽' });
    await answerTheFirst();
    perform('save');
    expect(await screen.findByText(/我同意店里在档案里记我的「忌口」/)).toBeTruthy();
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: '她同意，记下' }));
    await waitFor(() => expect(place()).toMatchObject({ name: 'customer' }));
    const sent = asked.filter(({ op }) => op === 'create_customer').map(({ args }) => args);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ answers: [{ field: 15, values: ['XS'] }], agreed: [15] });
  });

  it('saves everything else when she does not', async () => {
    const asked = answerWith({
      create_customer: ({ answers }) => {
        if (answers.length > 0) throw { code: 'consent_needed', field: 'answers.0', params: { field: '忌口' } };
        return { customer: 7, member_no: 'K000007' };
      },
    });
    render(CustomerEdit, { name: '曾丽' });
    await answerTheFirst();
    perform('save');
    await userEvent.click(await screen.findByRole('button', { name: '不记这项，其余照存' }));
    await waitFor(() => expect(place()).toMatchObject({ name: 'customer' }));
    expect(asked.filter(({ op }) => op === 'create_customer').at(-1)!.args).toMatchObject({
      fields: { name: '曾丽' },
      answers: [],
      agreed: [],
    });
  });

  it('is asked of a guardian for a child', async () => {
    const asked = answerWith({
      create_customer: ({ guardian }) => {
        if (!guardian) throw { code: 'guardian_needed', field: 'guardian', params: {} };
        return { customer: 7, member_no: 'K000007' };
      },
    });
    render(CustomerEdit, { name: '小小' });
    perform('save');
    const guardian = await screen.findByRole('textbox', { name: /哪位家长同意的/ });
    await waitFor(() => expect(document.activeElement).toBe(guardian));
    expect(guardian.getAttribute('aria-invalid')).toBe('true');
    await userEvent.type(guardian, '妈妈王女士{Enter}');
    await waitFor(() => expect(place()).toMatchObject({ name: 'customer' }));
    expect(asked.filter(({ op }) => op === 'create_customer').at(-1)!.args.guardian).toBe('妈妈王女士');
  });
});

describe('leaving', () => {
  it('asks while something is unsaved, and stays when told to', async () => {
    answerWith();
    render(CustomerEdit, { name: '曾丽' });
    await userEvent.type(screen.getByRole('textbox', { name: '手机' }), '139');
    const left = go('counter');
    await userEvent.click(
      await screen
        .findByRole('button', { name: '先不', hidden: false })
        .then(() => screen.getAllByRole('button', { name: '先不' }).at(-1)!),
    );
    await left;
    expect(place()?.name).toBe('settings');
    const gone = go('counter');
    await userEvent.click(await screen.findByRole('button', { name: '不保存，离开' }));
    await gone;
    expect(place()?.name).toBe('counter');
  });
  it('asks nothing when nothing was written', async () => {
    answerWith();
    render(CustomerEdit, {});
    await go('counter');
    expect(place()?.name).toBe('counter');
  });
});

it('changes an archive with all its columns', async () => {
  const asked = answerWith();
  const { container } = render(CustomerEdit, { customer: 1, focus: 'birthday' });
  expect(await screen.findByRole('heading', { level: 1, name: /改单晓燕的档案/ })).toBeTruthy();
  await expectNoFaults(container);
  await userEvent.type(screen.getByRole('textbox', { name: /姓名/ }), '子');
  perform('save');
  await waitFor(() => expect(asked.find(({ op }) => op === 'update_customer')).toBeTruthy());
  expect(asked.find(({ op }) => op === 'update_customer')!.args).toMatchObject({
    customer: 1,
    fields: { name: '单晓燕子', birthday: { calendar: 'lunar', year: 1985, month: 8, day: 3 }, referrer: 12, staff: 2 },
  });
});
