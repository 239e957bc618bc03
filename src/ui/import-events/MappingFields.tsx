import { type EventImport, type ImportMapping, workspace } from '#state';
import { Checkbox } from '../kit/Checkbox.tsx';
import { TextField } from '../kit/TextField.tsx';
import { importTexts as texts } from '../text/importing.ts';
import { DataFields } from './DataFields.tsx';
import styles from './ImportDialog.module.css';
import { PlaceSelect } from './PlaceSelect.tsx';
import { inStreamId, keyOf, sameForAll, sourceFrom } from './places.ts';

type MappingProps = { facts: EventImport['facts']; mapping: ImportMapping };

/** Which column or place of a record is which part of an event. There is a guess to start from. */
export const MappingFields = ({ facts, mapping }: MappingProps) => {
  const { columns, typePrefix } = facts;
  const change = (changes: Partial<ImportMapping>): void => workspace.changeImport({ ...mapping, ...changes });
  const names = columns.filter(({ holds }) => holds === 'text' || holds === 'number');
  const ids = [
    { key: 'eventId', label: texts.eventId, none: texts.given },
    { key: 'correlationId', label: texts.correlationId, none: texts.none },
    { key: 'causationId', label: texts.causationId, none: texts.none },
  ] as const;
  return (
    <section className={styles.part}>
      <h3>{texts.mapping}</h3>
      <div className={styles.mapping}>
        <PlaceSelect
          label={texts.type}
          columns={names}
          value={keyOf(mapping.type)}
          others={[{ value: sameForAll, label: texts.sameForAll }]}
          onChange={(key) => change({ type: sourceFrom(key) })}
        />
        <PlaceSelect
          label={texts.category}
          columns={names}
          value={keyOf(mapping.category)}
          others={[
            { value: sameForAll, label: texts.sameForAll },
            { value: inStreamId, label: texts.inStreamId },
          ]}
          onChange={(key) =>
            change({ category: key === inStreamId ? { kind: 'in-stream-id' } : sourceFrom(key, 'Stream') })
          }
        />
        <PlaceSelect
          label={texts.streamId}
          columns={names}
          path={mapping.streamId}
          none={texts.oneStream}
          onPath={(streamId) => change({ streamId })}
        />
        <PlaceSelect
          label={texts.time}
          columns={names}
          path={mapping.time}
          none={texts.fileOrder}
          onPath={(time) => change({ time })}
        />
        {ids.map(({ key, label, none }) => (
          <PlaceSelect
            key={key}
            label={label}
            columns={names}
            path={mapping[key]}
            none={none}
            onPath={(path) => change({ [key]: path })}
          />
        ))}
        <DataFields facts={facts} mapping={mapping} onChange={(data) => change({ data })} />
        {mapping.type.kind === 'text' && (
          <TextField
            label={texts.typeOfAll}
            value={mapping.type.text}
            onChange={(text) => change({ type: { kind: 'text', text } })}
          />
        )}
        {mapping.category.kind === 'text' && (
          <TextField
            label={texts.categoryOfAll}
            value={mapping.category.text}
            onChange={(text) => change({ category: { kind: 'text', text } })}
          />
        )}
      </div>
      {typePrefix !== '' && (
        <Checkbox
          label={texts.dropPrefix(typePrefix)}
          isChecked={mapping.dropPrefix !== ''}
          onChange={(isDropped) => change({ dropPrefix: isDropped ? typePrefix : '' })}
        />
      )}
    </section>
  );
};
