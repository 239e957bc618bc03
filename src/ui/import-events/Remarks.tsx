import type { EventImport, ImportSummary } from '#state';
import { importTexts as texts } from '../text/importing.ts';
import styles from './ImportDialog.module.css';

/** What could not be read, where and why, and what else somebody should know before they say yes. */
export const Remarks = ({ summary: { unread }, facts }: { summary: ImportSummary; facts: EventImport['facts'] }) => {
  if (unread.count === 0 && facts.remarks.length === 0) return null;
  const more = unread.count - unread.first.length;
  return (
    <section className={styles.remarks}>
      <h3>{unread.count > 0 ? texts.unread(unread.count, facts.unit) : texts.remarks}</h3>
      <ul>
        {facts.remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
        {unread.first.map(({ line, reason }) => (
          <li key={`${line} ${reason}`}>{texts.unreadAt(facts.unit, line, reason)}</li>
        ))}
        {more > 0 && <li>{texts.unreadMore(more)}</li>}
      </ul>
    </section>
  );
};
