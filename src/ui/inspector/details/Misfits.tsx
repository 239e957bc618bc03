import { useState } from 'react';
import {
  type BoardIntent,
  begunUpcaster,
  type DefinitionOf,
  type StoredMisfit,
  type Upcast,
  upcastForMisfit,
} from '#model';
import { workspace } from '#state';
import { Button } from '../../kit/Button.tsx';
import { problemTexts as texts } from '../../text/inspector.ts';
import { useApp } from '../../useApp.ts';
import { optionalAt } from '../fields/fieldEdits.ts';
import styles from './Details.module.css';

const none: readonly StoredMisfit[] = [];

/** How the stored events of a definition no longer fit its fields. */
export const Misfits = ({ definition }: { definition: DefinitionOf<'event'> }) => {
  const found = useApp(({ misfits }) => misfits[definition.id]?.reasons ?? none);
  return found.map((misfit) => (
    <MisfitNotice key={`${misfit.reason} ${misfit.path}`} definition={definition} misfit={misfit} all={found} />
  ));
};

type MisfitNoticeProps = { definition: DefinitionOf<'event'>; misfit: StoredMisfit; all: readonly StoredMisfit[] };

const MisfitNotice = ({ definition, misfit, all }: MisfitNoticeProps) => {
  const [isListed, setListed] = useState(false);
  const { sentence, reason, path, positions } = misfit;
  const makeOptional = () =>
    workspace.edit(texts.makeOptionalAction(path), [
      { type: 'ChangeFields', definitionId: definition.id, fields: optionalAt(definition.fields, path) },
    ]);
  const storedVersion = useApp(({ events }) => events.at((positions.at(-1) ?? 0) - 1)?.metadata.schemaVersion ?? 1);
  const to = storedVersion + 1;
  const isStepByCode = definition.upcasts?.some((step) => step.to === to && step.code) ?? false;
  const upcast = upcastForMisfit(definition, misfit, all, isStepByCode);
  const write = (intent: BoardIntent) => workspace.edit(texts.writeUpcasterAction(definition.name), [intent]);
  const writeUpcaster = (change: Omit<Upcast, 'to'>) =>
    write({ type: 'AddUpcast', definitionId: definition.id, change, to });
  const writeCode = () => {
    if (!isStepByCode)
      write({ type: 'ChangeUpcast', definitionId: definition.id, step: begunUpcaster(definition, to) });
    workspace.setInspectorTab('versions');
  };
  return (
    <section className={styles.notice}>
      <p>
        {sentence} {positions.length === 1 ? texts.staysAsWritten : texts.stayAsWritten}
      </p>
      <div className={styles.actions}>
        <Button size="small" aria-expanded={isListed} onClick={() => setListed(!isListed)}>
          {isListed ? texts.hideThem : texts.listThem}
        </Button>
        {reason === 'missing' && (
          <Button size="small" onClick={makeOptional}>
            {texts.makeOptional}
          </Button>
        )}
        {upcast && (
          <Button size="small" onClick={() => writeUpcaster(upcast)}>
            {wordsOf(upcast, definition.name)}
          </Button>
        )}
        <Button size="small" onClick={writeCode}>
          {texts.writeCode}
        </Button>
      </div>
      {isListed && <Positions positions={positions} />}
    </section>
  );
};

const wordsOf = ({ formerNames, rename }: Omit<Upcast, 'to'>, name: string): string => {
  const [renamed] = Object.entries(rename ?? {});
  if (formerNames?.[0] !== undefined) return texts.readAs(formerNames[0], name);
  return renamed ? texts.readAs(renamed[0], renamed[1]) : texts.writeUpcaster;
};

const listedAtMost = 100;

/** Each leads to its event in the timeline. */
const Positions = ({ positions }: { positions: readonly number[] }) => (
  <div className={styles.chips}>
    {positions.slice(0, listedAtMost).map((position) => (
      <button key={position} type="button" onClick={() => workspace.seek(position)}>
        {texts.event(position)}
      </button>
    ))}
    {positions.length > listedAtMost && <span>{texts.andMore(positions.length - listedAtMost)}</span>}
  </div>
);
