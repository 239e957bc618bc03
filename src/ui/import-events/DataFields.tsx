import type { EventImport, ImportMapping } from '#state';
import { Checkbox } from '../kit/Checkbox.tsx';
import { importTexts as texts } from '../text/importing.ts';
import styles from './ImportDialog.module.css';
import { PlaceSelect } from './PlaceSelect.tsx';
import { keyOfPath, pathOfKey } from './places.ts';

type Data = ImportMapping['data'];
type DataFieldsProps = { facts: EventImport['facts']; mapping: ImportMapping; onChange: (data: Data) => void };

const chosen = 'chosen';

/** What happened: one place of the record, or some of its fields. */
export const DataFields = ({ facts: { columns, guess }, mapping: { data }, onChange }: DataFieldsProps) => {
  const fields = columns.filter(({ path }) => path.length === 1).map(({ path }) => path[0] ?? '');
  const start = guess.data.kind === 'fields' ? guess.data.names : fields;
  return (
    <>
      <PlaceSelect
        label={texts.data}
        columns={columns.filter(({ holds }) => holds === 'object' || holds === 'mixed')}
        value={data.kind === 'at' ? keyOfPath(data.path) : chosen}
        others={[{ value: chosen, label: texts.chosenFields }]}
        onChange={(key) =>
          onChange(key === chosen ? { kind: 'fields', names: start } : { kind: 'at', path: pathOfKey(key) })
        }
      />
      {data.kind === 'fields' && (
        <fieldset className={styles.chosen}>
          <legend>{texts.fieldsOfData}</legend>
          {fields.map((name) => (
            <Checkbox
              key={name}
              label={name}
              isChecked={data.names.includes(name)}
              onChange={(isChosen) =>
                onChange({
                  kind: 'fields',
                  names: fields.filter((one) => (one === name ? isChosen : data.names.includes(one))),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </>
  );
};
