import { useEffect, useRef } from 'react';
import { type DefinitionOf, sameValue } from '#model';
import { appStore } from '#state';
import { Button } from '../kit/Button.tsx';
import { againTexts as texts } from '../text/again.ts';
import { useApp } from '../useApp.ts';
import styles from './AgainPane.module.css';
import { useAgain } from './againStore.ts';
import { isUpToDate, openAgain, tryWhileTyping } from './trying.ts';

/** After this rest behind a change that is in force, in milliseconds. */
const restMs = 300;

/** Tries what is recorded of a decider or policy whenever other code than before has come into force. */
const useTryingChanges = (definitionId: string): void => {
  const module = useApp((state) => state.modules[definitionId]);
  const seen = useRef(module);
  useEffect(() => {
    const before = seen.current;
    seen.current = module;
    if (before === undefined || module?.kind !== 'ready' || sameValue(before.module.files, module.module.files)) return;
    if (appStore.getState().commands.length === 0) return;
    const timer = setTimeout(() => void tryWhileTyping(definitionId), restMs);
    return () => clearTimeout(timer);
  }, [definitionId, module]);
};

/** What a change to a decider or policy would do to what is recorded: there once code has changed, for as long as it is true. */
export const EffectLine = ({ definition: { id } }: { definition: DefinitionOf<'decider' | 'policy'> }) => {
  useTryingChanges(id);
  const tried = useAgain((state) => state.tried[id]);
  const isTrue = useApp((state) => isUpToDate(tried, state));
  return (
    <div className={styles.effect} role="status">
      {tried && isTrue && (
        <>
          <span>{[texts.summary(tried.result), texts.stopWords(tried.result)].join(' ').trim()}</span>
          {tried.result.differences > 0 && (
            <Button size="small" onClick={() => openAgain(id)}>
              {texts.list}
            </Button>
          )}
        </>
      )}
    </div>
  );
};
