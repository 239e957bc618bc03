import { ChevronRight, CopyPlus, Ellipsis, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { Specification } from '#model';
import { newUuid, workspace } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { Menu } from '../kit/Menu.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { useApp } from '../useApp.ts';
import { SpecificationForm } from './SpecificationForm.tsx';
import styles from './Specifications.module.css';
import type { MessageTypes } from './specificationEdits.ts';
import { VerdictDetails, VerdictIcon } from './Verdict.tsx';

type SpecificationItemProps = {
  specification: Specification;
  types: MessageTypes;
  isOpen: boolean;
  /** Just made: it comes into sight, and its name waits to be typed. */
  isNew: boolean;
  onToggle: () => void;
};

/** One case: its verdict and its name, and below them the form when it is open. */
export const SpecificationItem = ({ specification, isOpen, isNew, onToggle, types }: SpecificationItemProps) => {
  const { id, name } = specification;
  const verdict = useApp((state) => state.verdicts[id]);
  const formId = useId();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isNew) return;
    item.current?.scrollIntoView({ block: 'start' });
    item.current?.querySelector('input')?.select();
  }, [isNew]);
  const duplicate = () =>
    workspace.edit(texts.duplicateAction(name), [
      { type: 'AddSpecification', specification: { ...specification, id: newUuid(), name: texts.copyOf(name) } },
    ]);
  const remove = () => workspace.edit(texts.removeAction(name), [{ type: 'RemoveSpecification', specificationId: id }]);
  return (
    <li ref={item} className={styles.item} data-open={isOpen || undefined}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? formId : undefined}
          onClick={onToggle}
        >
          <ChevronRight className={styles.chevron} size={14} aria-hidden="true" />
          <VerdictIcon verdict={verdict} />
          <span>{name}</span>
        </button>
        <Menu
          label={texts.options(name)}
          align="end"
          trigger={<IconButton size="small" icon={Ellipsis} label={texts.options(name)} />}
          entries={[
            { label: texts.duplicate, icon: CopyPlus, run: duplicate },
            { label: texts.remove, icon: Trash2, isDanger: true, run: remove },
          ]}
        />
      </div>
      <VerdictDetails verdict={verdict} specification={specification} />
      {isOpen && (
        <div id={formId} className={styles.form}>
          <SpecificationForm specification={specification} types={types} />
        </div>
      )}
    </li>
  );
};
