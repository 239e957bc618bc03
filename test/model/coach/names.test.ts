import { describe, expect, it } from 'vitest';
import { type Advice, emptyBoard } from '#model';
import { pastNameFor } from '../../../src/model/coach/names/suggestions.ts';
import { advise } from '../support/advise.ts';
import { add, connect, edited } from '../support/wall.ts';
import { commandNames, eventNames } from './support/realNames.ts';

const empty = emptyBoard('m', 'Model');
const ofNames = (kind: 'event' | 'command', ...names: string[]): Advice[] =>
  advise(edited(empty, ...names.flatMap((name) => add(kind, name))));

/** What is said of names alone, not of what is missing around the notes. */
const quiet = new Set(['property-sourcing', 'crud-names', 'passive-aggressive', 'clickbait', 'state-obsession']);
const said = (advice: Advice[]): string[] =>
  advice.flatMap(({ rule, message }) => (rule.startsWith('G15') || quiet.has(rule) ? [`${rule}: ${message}`] : []));

describe('rules about names', () => {
  it('have one doubt among the names of real events', () => {
    expect(eventNames.length).toBeGreaterThan(150);
    expect(said(ofNames('event', ...eventNames))).toEqual(['G15.past: StockBelowMinimum does not say what happened.']);
  });

  it('have no doubt among the names of real commands', () => {
    expect(commandNames.length).toBeGreaterThan(60);
    expect(said(ofNames('command', ...commandNames))).toEqual([]);
  });

  it.each([
    ['AddItem', 'Rename to ItemAdded'],
    ['Add item', 'Rename to Item added'],
    ['ShipOrder', 'Rename to OrderShipped'],
    ['PayInvoice', 'Rename to InvoicePaid'],
    ['TakeMoney', 'Rename to MoneyTaken'],
  ])('are sure that %s is no event', (name, label) => {
    expect(ofNames('event', name).find(({ rule }) => rule === 'G15.past')).toMatchObject({
      severity: 'warning',
      fix: { label },
    });
  });

  it.each([
    ['ItemAdded', 'Rename to AddItem'],
    ['AddedItem', 'Rename to AddItem'],
    ['InvoiceSending', undefined],
    ['SendingInvoice', undefined],
  ])('see what %s is as a command', (name, label) => {
    const found = ofNames('command', name).find(({ rule }) => rule === 'G15.imperative');
    expect(found?.fix?.label).toBe(label);
    expect(found?.severity).toBe(name === 'InvoiceSending' ? undefined : 'warning');
  });

  it('do not judge a language that they do not know, nor a note that waits for its name', () => {
    expect(said(ofNames('event', 'WarenkorbGeöffnet', 'BestellungBestätigt', 'ZahlungErhalten'))).toEqual([]);
    expect(said([...ofNames('event', 'SomethingHappened'), ...ofNames('command', 'DoSomething')])).toEqual([]);
  });

  it('make a past name of a verb at either end', () => {
    expect(['UserUpdate', 'DropTable', 'ApplyDiscount', 'Weather'].map(pastNameFor)).toEqual([
      'UserUpdated',
      'TableDropped',
      'DiscountApplied',
      undefined,
    ]);
  });

  it('hear the stream in the name of an event, and that somebody only looked', () => {
    const board = edited(
      empty,
      ...add('decider', 'Cart'),
      ...add('event', 'Cart_Opened'),
      ...add('event', 'Cart.Closed'),
      ...add('event', 'CartViewed'),
      connect('Cart', 'Cart_Opened'),
    );
    expect(said(advise(board))).toEqual([
      'G15.prefix: Cart_Opened names its stream.',
      'G15.prefix: Cart.Closed names its stream.',
      'G15.viewed: CartViewed says that somebody looked, not that something changed.',
    ]);
  });

  it('hear an event for each property, and rows of a table', () => {
    expect(said(ofNames('event', 'CustomerEmailChanged', 'CustomerNameChanged', 'GateChanged'))).toEqual([
      'property-sourcing: CustomerEmailChanged says which property changed, not what happened.',
      'property-sourcing: CustomerNameChanged says which property changed, not what happened.',
    ]);
    expect(said(ofNames('event', 'CustomerCreated', 'CustomerUpdated', 'CustomerDeleted', 'OrderCreated'))).toEqual([
      'crud-names: CustomerCreated is a row in a table, not a fact.',
      'crud-names: CustomerUpdated is a row in a table, not a fact.',
      'crud-names: CustomerDeleted is a row in a table, not a fact.',
    ]);
  });
});
