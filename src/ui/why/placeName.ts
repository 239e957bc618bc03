import { pathText } from '#model';
import type { AppState, ValuePlace } from '#state';

/** What a value stands in: `ShoppingCart-cart-1`, `CartDetails cart-1`. */
export const subjectName = ({ board }: Pick<AppState, 'board'>, { subject }: ValuePlace): string =>
  subject.kind === 'state'
    ? subject.stream
    : `${board.definitions[subject.moduleId]?.name ?? subject.moduleId} ${subject.documentId}`;

/** The same with the path of the value. */
export const placeName = (state: Pick<AppState, 'board'>, place: ValuePlace): string =>
  [subjectName(state, place), pathText(place.path)].filter((part) => part !== '').join(' · ');
