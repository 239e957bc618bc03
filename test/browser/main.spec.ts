import { readFile } from 'node:fs/promises';
import { accountCode, balanceCode, giftCode } from './support/accountModel.ts';
import { addByKey, addNext, connectByKey, setFields } from './support/drawing.ts';
import {
  arrow,
  expect,
  form,
  newBoard,
  note,
  openApp,
  positionIs,
  recorded,
  replaceCode,
  runNote,
  sendByEnter,
  test,
  timeline,
  withoutFilePickers,
} from './support/journey.ts';

test('a model from an empty board: drawn, coded, run, replayed, saved, and opened on another machine', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await withoutFilePickers(page);
  await openApp(page);
  await newBoard(page);

  await test.step('draw it with the keyboard', async () => {
    await addByKey(page, 'Command', 'OpenAccount');
    await addNext(page, ['Command', 'OpenAccount'], 'Decider', 'Account');
    await addNext(page, ['Decider', 'Account'], 'Domain event', 'AccountOpened');
    await addNext(page, ['Domain event', 'AccountOpened'], 'Read model', 'Balance');
    await addNext(page, ['Domain event', 'AccountOpened'], 'Policy', 'Gift');
    await addNext(page, ['Policy', 'Gift'], 'Command', 'Deposit');
    await addNext(page, ['Decider', 'Account'], 'Domain event', 'MoneyDeposited');
    await connectByKey(page, ['Command', 'Deposit'], ['Decider', 'Account']);
    await connectByKey(page, ['Domain event', 'MoneyDeposited'], ['Read model', 'Balance']);
    await expect(arrow(page, 'Deposit', 'Account')).toBeAttached();
    await expect(arrow(page, 'MoneyDeposited', 'Balance')).toBeAttached();
  });

  await test.step('give it fields', async () => {
    await setFields(page, 'Command', 'OpenAccount', 'accountId: id(account)');
    await setFields(page, 'Domain event', 'AccountOpened', 'accountId: id(account)');
    await setFields(page, 'Command', 'Deposit', 'accountId: id(account), amount: number = 50');
    await setFields(page, 'Domain event', 'MoneyDeposited', 'accountId: id(account), amount: number = 50');
  });

  await test.step('give it code', async () => {
    await replaceCode(page, 'Decider', 'Account', accountCode);
    await replaceCode(page, 'Read model', 'Balance', balanceCode);
    await replaceCode(page, 'Policy', 'Gift', giftCode);
    await expect(page.getByText('Works', { exact: true })).toBeVisible();
  });

  await test.step('run it: the policy answers, a rule refuses, an old version conflicts', async () => {
    await runNote(page, 'OpenAccount');
    await sendByEnter(page, 'AccountOpened appended to Account-account-1, now at version 1.');
    await page.evaluate(() => window.replayground?.settled());
    await positionIs(page, 2, 2);
    await expect(timeline(page).getByRole('row', { name: /account-1/ })).toContainText('5');

    await page.keyboard.press('Escape');
    await runNote(page, 'OpenAccount');
    await form(page, 'OpenAccount').getByLabel('accountId').fill('account-1');
    await sendByEnter(
      page,
      /Account refused OpenAccount \(line 10\): this account is open already. Nothing was stored./,
    );
    await expect(timeline(page).getByRole('button', { name: /OpenAccount was refused/ })).toBeVisible();
    await positionIs(page, 2, 2);

    await page.keyboard.press('Escape');
    await runNote(page, 'Deposit');
    await form(page, 'Deposit').getByRole('combobox', { name: 'Decide on' }).selectOption('number');
    await form(page, 'Deposit').getByRole('textbox', { name: 'Version' }).fill('1');
    await sendByEnter(
      page,
      'You decided on version 1; account-1 is at version 2: MoneyDeposited came in between. Nothing was stored.',
    );
    await page.getByRole('button', { name: 'Decide again on 2' }).click();
    await expect(page.getByText('MoneyDeposited appended to Account-account-1, now at version 3.')).toBeVisible();
    await positionIs(page, 3, 3);
    await expect(timeline(page).getByRole('row', { name: /account-1/ })).toContainText('55');
    await page.keyboard.press('Escape');
  });

  await test.step('replay it: everything as it was, and nothing changes', async () => {
    await timeline(page).getByRole('button', { name: 'Step back' }).click();
    await positionIs(page, 2, 3);
    await expect(timeline(page).getByRole('row', { name: /account-1/ })).toContainText('5');
    await expect(note(page, 'Domain event', 'MoneyDeposited')).toContainText('1');
    await timeline(page).getByRole('button', { name: 'To the start' }).click();
    await positionIs(page, 0, 3);
    await timeline(page).getByRole('button', { name: 'Play' }).click();
    await positionIs(page, 3, 3);
  });

  const here = await recorded(page, ['Balance']);
  const text = await test.step('save it', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save file' }).click();
    return readFile(await (await download).path(), 'utf8');
  });
  expect(JSON.parse(text)).toMatchObject({ format: 'replayground', formatVersion: 1, name: 'Untitled model' });

  await test.step('open it in a fresh profile', async () => {
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await withoutFilePickers(other);
    await openApp(other);
    await other.getByRole('button', { name: 'Other models' }).click();
    const chooser = other.waitForEvent('filechooser');
    await other.getByRole('menuitem', { name: 'Open a file…' }).click();
    await (await chooser).setFiles({ name: 'account.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(other.getByRole('dialog')).toContainText('3 events');
    await other.getByRole('button', { name: 'Open as new' }).click();
    await positionIs(other, 3, 3);
    expect(await recorded(other, ['Balance'])).toEqual(here);
    await elsewhere.close();
  });
});
