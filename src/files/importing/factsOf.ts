import { EventFileError } from './EventFileError.ts';
import type { EventFileFacts } from './EventImport.ts';
import { guessMapping, guessOfCloudEvents } from './guessMapping.ts';
import { columnsOf } from './paths.ts';
import { firstValues, type Records } from './readRecords.ts';
import { typePrefixOf } from './typePrefix.ts';

/** What is known of a file before anybody has said how to read it, and a guess at that. */
export const factsOf = (
  records: Records,
  { fileName, size, remarks }: Pick<EventFileFacts, 'fileName' | 'size' | 'remarks'>,
): EventFileFacts => {
  const values = firstValues(records);
  if (values.length === 0) throw new EventFileError('none of its lines is a record');
  const columns = columnsOf(values);
  const guess =
    records.format === 'cloud-events' ? guessOfCloudEvents(columns, fileName) : guessMapping(columns, fileName);
  const typePrefix = typePrefixOf(values, guess);
  return {
    fileName,
    size,
    format: records.format,
    unit: records.unit,
    columns,
    guess: { ...guess, dropPrefix: typePrefix },
    typePrefix,
    remarks,
  };
};
