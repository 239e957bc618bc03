import { FlaskConical } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type DefinitionOf, type Delivery, deliveries } from '#model';
import { type Experiment, workspace } from '#state';
import { Button } from '../../kit/Button.tsx';
import { experimentTexts as texts } from '../../text/experiments.ts';
import { useApp } from '../../useApp.ts';
import styles from './Details.module.css';

/** What only an experiment can show: whether a read model stands events that come twice, or in another order. */
export const Experiments = ({ definition: { id } }: { definition: DefinitionOf<'read-model'> }) => {
  const experiments = useApp((state) => state.experiments);
  const outcome = useMemo(() => experiments.findLast(({ readModelId }) => readModelId === id), [experiments, id]);
  const [isRunning, setRunning] = useState(false);
  const hasEvents = useApp(({ events }) => events.length > 0);
  const run = async (delivery: Delivery) => {
    setRunning(true);
    await workspace.tryDelivery(id, delivery);
    setRunning(false);
  };
  return (
    <section className={styles.section}>
      <h3>{texts.experiments}</h3>
      <div className={styles.chips}>
        {deliveries.map((delivery) => (
          <Button
            key={delivery}
            size="small"
            icon={FlaskConical}
            disabled={isRunning || !hasEvents}
            onClick={() => void run(delivery)}
          >
            {texts.names[delivery]}
          </Button>
        ))}
      </div>
      <p className={styles.hint}>{hasEvents ? texts.hint : texts.noEvents}</p>
      <div role="status">{outcome && <Result outcome={outcome} />}</div>
    </section>
  );
};

const shownDocuments = 5;

const Result = ({ outcome: { delivery, result } }: { outcome: Experiment }) => {
  switch (result.kind) {
    case 'same':
      return <p>{texts.same(delivery, result.documents)}</p>;
    case 'broken':
      return <p>{texts.broken(result.message)}</p>;
    case 'different':
      return (
        <>
          <p>{texts.different(delivery, result.documents.length)}</p>
          <ul className={styles.hint}>
            {result.documents.slice(0, shownDocuments).map(({ documentId, differences: [first] }) => (
              <li key={documentId}>{texts.difference(documentId, first)}</li>
            ))}
          </ul>
        </>
      );
  }
};
