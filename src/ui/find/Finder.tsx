import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { appStore } from '#state';
import { PickList } from '../kit/PickList.tsx';
import { Spotlight } from '../kit/Spotlight.tsx';
import { showFinder } from '../shell/shellStore.ts';
import { findTexts as texts } from '../text/find.ts';
import { type Answer, answersNow, answersTo } from './answers.ts';
import styles from './FindBar.module.css';

const close = () => showFinder(false);

/** The palette of all actions, notes, models and events. What can be done is asked before the focus leaves its place. */
export const Finder = () => {
  const [state] = useState(appStore.getState);
  const [groups] = useState(() => answersNow(state));
  const [typed, setTyped] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const looked = useDeferredValue(typed);
  const { shown, answers } = useMemo(() => answersTo(looked, groups, state), [looked, groups, state]);
  const chosen = useRef<Answer | undefined>(undefined);
  const options = shown.flatMap(({ options: listed }) => listed);
  const active = options.find(({ id }) => id === chosenId) ?? options[0];
  return (
    <Spotlight label={texts.anything} onClose={close} onClosed={() => chosen.current?.run()}>
      <PickList
        label={texts.anything}
        placeholder={texts.anythingPlaceholder}
        typed={typed}
        onType={(text) => {
          setTyped(text);
          setChosenId(null);
        }}
        groups={shown}
        isBehind={looked !== typed}
        activeId={active?.id ?? null}
        onActive={setChosenId}
        onPick={(id) => {
          chosen.current = answers.find((answer) => answer.id === id);
          close();
        }}
        empty={<p className={styles.nothing}>{texts.noAnswer(typed.trim())}</p>}
      />
    </Spotlight>
  );
};
