import { AlarmClock, BedDouble, type LucideIcon, Package, ReceiptText, ShoppingCart, StickyNote } from 'lucide-react';
import { type Sample, workspace } from '#state';
import { fileTexts as texts } from '../text/files.ts';
import styles from './SampleCard.module.css';

const icons: { [sampleId: string]: LucideIcon } = {
  'shopping-cart': ShoppingCart,
  'group-checkout': BedDouble,
  'group-checkout-process': AlarmClock,
  'cash-register': ReceiptText,
  'orders-and-shipping': Package,
};

/** A sample; a click opens a copy of it. */
export const SampleCard = ({ sample }: { sample: Sample }) => {
  const Icon = icons[sample.id] ?? StickyNote;
  return (
    <li>
      <button
        type="button"
        className={styles.card}
        aria-label={texts.openSample(sample.name)}
        onClick={() => void workspace.openSample(sample.id)}
      >
        <span className={styles.sticker} data-sample={sample.id}>
          <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
        </span>
        <span>
          <span className={styles.name}>{sample.name}</span>
          <span className={styles.description}>{sample.description}</span>
        </span>
      </button>
    </li>
  );
};
