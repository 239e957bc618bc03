import type { LeftOutEvent } from '#state';
import { Button } from '../kit/Button.tsx';
import { lifeCycleTexts as texts } from '../text/lifeCycle.ts';
import { controlConsumer } from './consumerAtHand.ts';
import styles from './ReadModelStanding.module.css';

/** More are not read one by one. */
const mostListed = 8;

type LeftOutProps = { consumerId: string; leftOut: LeftOutEvent[] };

/** What a read model or policy went past, and the way back for what was parked. */
export const LeftOut = ({ consumerId, leftOut }: LeftOutProps) => (
  <ul className={styles.leftOut} aria-label={texts.leftOut}>
    {leftOut.slice(0, mostListed).map((one) => (
      <li key={[one.position, ...(one.messageIds ?? [])].join(' ')} title={one.error?.message}>
        <span>
          {texts.leftOut}: {texts.leftOutEvent(one)}
        </span>
        {one.how === 'parked' && (
          <Button
            size="small"
            onClick={() => controlConsumer(consumerId, { kind: 'replay-parked', position: one.position })}
          >
            {texts.replayLabel(one.position)}
          </Button>
        )}
      </li>
    ))}
    {leftOut.length > mostListed && <li>{texts.andMore(leftOut.length - mostListed)}</li>}
  </ul>
);
