/** Verbs that commands begin with. Words that begin names of things more often (order, book, request) are left out. */
export const regularVerbs: readonly string[] = (
  'accept acknowledge activate add adjust allocate announce answer apply appoint approve archive arrange arrive ask ' +
  'assemble assign attach authorize block calculate cancel capture change charge check clear close collect complete ' +
  'confirm connect consume correct create deactivate declare decline define delete deliver deposit describe detach ' +
  'disable dispatch dismiss drop empty enable enroll enter escalate evaluate exchange expire extend fail finalize ' +
  'finish fix follow fulfill generate grant import increase decrease initiate inspect install invite invoke issue ' +
  'join launch list load lock mark merge modify move notify open pack pause perform pick place plan post postpone ' +
  'prepare process promote propose provide publish purchase raise recalculate receive reconcile record redeem refund ' +
  'refuse register reject release remind remove rename renew reopen repair replace reschedule reserve resolve resume ' +
  'retire return revoke save scan schedule select settle ship sign start stop submit subscribe suspend terminate ' +
  'transfer unassign unlock unsubscribe update upgrade upload validate verify'
).split(' ');

/** With their past participles. */
export const irregularVerbs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    begin: 'begun',
    bind: 'bound',
    break: 'broken',
    bring: 'brought',
    build: 'built',
    buy: 'bought',
    catch: 'caught',
    choose: 'chosen',
    deal: 'dealt',
    do: 'done',
    draw: 'drawn',
    drive: 'driven',
    find: 'found',
    forget: 'forgotten',
    freeze: 'frozen',
    get: 'gotten',
    give: 'given',
    go: 'gone',
    grow: 'grown',
    hold: 'held',
    keep: 'kept',
    lay: 'laid',
    lead: 'led',
    leave: 'left',
    lend: 'lent',
    lose: 'lost',
    make: 'made',
    meet: 'met',
    pay: 'paid',
    rebuild: 'rebuilt',
    ring: 'rung',
    run: 'run',
    say: 'said',
    sell: 'sold',
    send: 'sent',
    show: 'shown',
    spend: 'spent',
    take: 'taken',
    tell: 'told',
    undo: 'undone',
    win: 'won',
    withdraw: 'withdrawn',
    withhold: 'withheld',
    write: 'written',
  }),
);

/** Further past forms that end otherwise than in -ed: calibrated on names of real events. */
export const pastForms: ReadonlySet<string> = new Set([
  ...irregularVerbs.values(),
  ...(
    'became become been began bent bid born bred broke burnt burst came cast come chose cost cut dealt did drew drove dug fell fallen ' +
    'fed felt fled flew flown forbidden forgiven fought froze gave got grew had heard hid hidden hit hung hurt knew ' +
    'known learnt let lit lent meant mistaken offset outbid overdrawn overridden overrun proven put quit ran read ' +
    'resent reset rewritten ridden risen rose sat saw seen set shot shut sank slept sought spent split spoken sprung ' +
    'spun stolen stood struck stuck sunk sworn swept taught thought threw thrown took torn understood undertaken underwritten ' +
    'upheld upset went woken won worn wrote'
  ).split(' '),
]);
