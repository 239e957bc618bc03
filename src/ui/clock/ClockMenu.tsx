import { AlarmClock, Hourglass, SkipForward, Timer } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import type { ClockSetting, WaitingMessage } from '#model';
import { appStore, workspace } from '#state';
import { menuItem } from '../actions/menuItem.ts';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { lazyPart } from '../kit/lazyPart.tsx';
import { Menu, type MenuEntry } from '../kit/Menu.tsx';
import { clockTexts as texts } from '../text/clock.ts';
import { positionAt } from '../timeline/positionAt.ts';
import { useApp } from '../useApp.ts';
import { askForTime, useIsAsking } from './clockStore.ts';
import { clockNow, clockShown, waitingMessages } from './playgroundClock.ts';
import { day, hour, minute, windBy, windTo } from './winding.ts';

const TimeDialog = lazyPart(() => import('./TimeDialog.tsx').then((file) => file.TimeDialog));

/** A clock is stopped at what it shows. */
const stopped = (now: number): ClockSetting => ({
  kind: 'stopped',
  startsAt: new Date(now).toISOString(),
  stepMs: minute,
});

const ways = (isReadOnly: boolean): MenuEntry[] => [
  { label: texts.minute, icon: Timer, isDisabled: isReadOnly, run: () => void windBy(minute) },
  { label: texts.hour, icon: Timer, isDisabled: isReadOnly, run: () => void windBy(hour) },
  { label: texts.day, icon: Timer, isDisabled: isReadOnly, run: () => void windBy(day) },
  { ...menuItem('time.windToNext'), label: texts.next, icon: SkipForward },
  { ...menuItem('time.windTo'), label: texts.toTime, icon: AlarmClock },
];

const setClock = (label: string, clock: ClockSetting) => workspace.edit(label, [{ type: 'SetClock', clock }]);

const settings = (setting: ClockSetting, now: number): MenuEntry[] => {
  const isStopped = setting.kind === 'stopped';
  return [
    {
      label: texts.isStopped,
      isChecked: isStopped,
      run: () => void (isStopped || setClock(texts.stop, stopped(now))),
    },
    {
      label: texts.isRunning,
      isChecked: !isStopped,
      run: () => void (isStopped && setClock(texts.start, { kind: 'real' })),
    },
  ];
};

/** What waits, each a way to wind the clock to it. */
const waitingEntries = (waiting: readonly WaitingMessage[], now: number, isReadOnly: boolean): MenuEntry[] =>
  waiting.length === 0
    ? []
    : [
        'separator',
        { heading: texts.waiting },
        ...waiting.map(({ type, dueAt, stream }) => ({
          label: texts.due(Date.parse(dueAt) - now, type),
          hint: texts.dueAt(dueAt, stream),
          icon: Hourglass,
          isDisabled: isReadOnly,
          run: () => void windTo(Date.parse(dueAt)),
        })),
      ];

/** As many as a menu shows at a glance. */
const mostShown = 12;

const entriesOf = (waiting: readonly WaitingMessage[]): MenuEntry[] => {
  const state = appStore.getState();
  const isReadOnly = state.cursor !== 'now';
  const now = clockNow(state);
  const { clock } = state.board.settings;
  return [
    { heading: isReadOnly ? texts.readOnly : texts.shows(now, clock.kind === 'stopped') },
    ...ways(isReadOnly),
    ...waitingEntries(waiting.slice(0, mostShown), clockShown(state), isReadOnly),
    'separator',
    ...settings(clock, now),
  ];
};

/** The playground's clock: what it shows, how it is wound on, and what waits for it as of the moment that is shown. */
export const ClockMenu = () => {
  const events = useApp((state) => state.events);
  const position = useApp(positionAt);
  const waiting = useMemo(() => waitingMessages(events, position), [events, position]);
  const isAsking = useIsAsking();
  return (
    <>
      <Menu
        label={texts.clock}
        align="end"
        side="top"
        entries={() => entriesOf(waiting)}
        trigger={
          waiting.length > 0 ? (
            <Button size="small" variant="quiet" icon={AlarmClock}>
              {texts.waits(waiting.length)}
            </Button>
          ) : (
            <IconButton size="small" icon={AlarmClock} label={texts.clock} />
          )
        }
      />
      <Suspense>{isAsking && <TimeDialog onClose={() => askForTime(false)} />}</Suspense>
    </>
  );
};
