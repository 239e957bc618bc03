import { Megaphone } from 'lucide-react';
import {
  arrowsOf,
  type DefinitionOf,
  type Note,
  ownersOf,
  publicFormsOf,
  standingOf,
  translationSkeletonOf,
} from '#model';
import { appStore, workspace } from '#state';
import { markContext, publish } from '../../contexts/publish.ts';
import { Button } from '../../kit/Button.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { contextTexts as texts } from '../../text/contexts.ts';
import { useApp } from '../../useApp.ts';
import styles from './Details.module.css';

/** Whether a frame is a bounded context, which keeps its events to itself. */
export const FrameDetails = ({ definition }: { definition: DefinitionOf<'frame'> }) => (
  <section className={styles.section}>
    <Checkbox
      label={texts.isContext}
      isChecked={definition.isContext ?? false}
      onChange={(isContext) => markContext(definition, isContext)}
    />
    <p className={styles.hint}>{texts.contextHint}</p>
  </section>
);

/** Who hears an event; nothing where no context is drawn around it. */
export const Privacy = ({ event, note }: { event: DefinitionOf<'event'>; note: Note }) => {
  const standing = useApp(({ board }) => standingOf(board, event));
  const owners = useApp(({ board }) => ownersOf(board, event.id));
  const published = useApp(({ board }) =>
    publicFormsOf(arrowsOf(board), event.id)
      .map(({ name }) => name)
      .join(', '),
  );
  if (standing === 'public') return <p className={styles.hint}>{texts.publicHint}</p>;
  if (standing !== 'private') return null;
  if (published) return <p className={styles.hint}>{texts.publishedHint(owners, published)}</p>;
  return (
    <section className={styles.section} aria-label={texts.privacy}>
      <p className={styles.hint}>{texts.privateHint(owners)}</p>
      <div>
        <Button size="small" icon={Megaphone} onClick={() => publish(note.id)}>
          {texts.publish}
        </Button>
      </div>
    </section>
  );
};

/** A policy of which nobody has written any code yet may become a translation. */
export const Translate = ({ definition }: { definition: DefinitionOf<'policy'> }) => {
  const translate = () => {
    const code = translationSkeletonOf(appStore.getState().board, definition);
    workspace.edit(texts.makeTranslation(definition.name), [{ type: 'ChangeCode', definitionId: definition.id, code }]);
    workspace.setInspectorTab('code');
  };
  return (
    <>
      <div>
        <Button size="small" icon={Megaphone} onClick={translate}>
          {texts.translate}
        </Button>
      </div>
      <p className={styles.hint}>{texts.translateHint}</p>
    </>
  );
};
