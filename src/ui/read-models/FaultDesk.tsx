import { useState } from 'react';
import { type FaultKind, type FaultPlan, faultKinds } from '#model';
import type { Faults } from '#state';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { faultTexts as texts } from '../text/faults.ts';
import { useApp } from '../useApp.ts';
import { ConsumerTrouble } from './ConsumerTrouble.tsx';
import { controlConsumer, faultsOf, isPolicy } from './consumerAtHand.ts';
import styles from './FaultDesk.module.css';

const usualPlan: FaultPlan = { seed: 1, kinds: ['duplicate', 'reorder'], oneIn: 3, isWithinStreams: false };

type PlanProps = { plan: FaultPlan; onChange: (plan: FaultPlan) => void };

const Kinds = ({ plan, onChange }: PlanProps) => {
  const choose = (kind: FaultKind, isChosen: boolean): void => {
    const kinds = faultKinds.filter((one) => (one === kind ? isChosen : plan.kinds.includes(one)));
    onChange({ ...plan, kinds });
  };
  return (
    <fieldset className={styles.kinds} aria-label={texts.faults}>
      {faultKinds.map((kind) => (
        <Checkbox
          key={kind}
          label={texts.kinds[kind]}
          isChecked={plan.kinds.includes(kind)}
          onChange={(isChosen) => choose(kind, isChosen)}
        />
      ))}
    </fieldset>
  );
};

const Plan = ({ plan, onChange }: PlanProps) => (
  <div className={styles.plan}>
    <Kinds plan={plan} onChange={onChange} />
    <div className={styles.numbers}>
      <NumberField
        label={texts.seed}
        hint={texts.seedHint}
        value={plan.seed}
        onChange={(seed) => onChange({ ...plan, seed: seed ?? 1 })}
      />
      <NumberField
        label={texts.oneIn}
        value={plan.oneIn}
        onChange={(oneIn) => onChange({ ...plan, oneIn: oneIn ?? 1 })}
      />
      <Checkbox
        label={texts.withinStreams}
        isChecked={plan.isWithinStreams}
        onChange={(isWithinStreams) => onChange({ ...plan, isWithinStreams })}
      />
    </div>
  </div>
);

/** In the order in which they were delivered, with those that went well between the faults. */
const Happened = ({ faults: { handovers, held, handedOver } }: { faults: Faults }) => (
  <section className={styles.happened} aria-label={texts.happened}>
    <h3>{texts.happened}</h3>
    {handedOver === 0 && <p>{texts.nothingYet}</p>}
    <ol start={handedOver - handovers.length + 1}>
      {handovers.map((handover, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: deliveries have no identity but their place
        <li key={index} data-fault={handover.fault || handover.isAgain || undefined}>
          {texts.handover(handover)}
        </li>
      ))}
    </ol>
    {held.length > 0 && <p>{texts.held(held)}</p>}
  </section>
);

type FaultDeskProps = { consumerId: string; name: string; onClose: () => void };

/** Faults on the way of events to one read model or policy: chosen, listed as they happen, and made to happen again. */
export const FaultDesk = ({ consumerId, name, onClose }: FaultDeskProps) => {
  const faults = useApp((state) => faultsOf(state, consumerId));
  const isForPolicy = useApp((state) => isPolicy(state, consumerId));
  const [plan, setPlan] = useState(faults?.plan ?? usualPlan);
  const isSame = faults !== undefined && JSON.stringify(faults.plan) === JSON.stringify(plan);
  const start = (): void => controlConsumer(consumerId, { kind: 'inject-faults', plan });
  return (
    <Dialog
      title={texts.desk(name)}
      description={isForPolicy ? texts.policyDescription : texts.description}
      onClose={onClose}
      footer={
        <>
          {faults && (
            <Button onClick={() => controlConsumer(consumerId, { kind: 'stop-faults' })}>{texts.switchOff}</Button>
          )}
          <Button variant="primary" disabled={plan.kinds.length === 0} onClick={start}>
            {!faults ? texts.switchOn : isSame ? texts.again : texts.change}
          </Button>
        </>
      }
    >
      <Plan plan={plan} onChange={setPlan} />
      <ConsumerTrouble consumerId={consumerId} name={name} />
      {faults && <Happened faults={faults} />}
    </Dialog>
  );
};
