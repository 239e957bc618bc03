import { fieldTexts } from '../../text/inspector.ts';
import { fieldKinds } from './fieldEdits.ts';

export const kindOptions = fieldKinds.map((kind) => ({ value: kind, label: fieldTexts.kinds[kind] }));
