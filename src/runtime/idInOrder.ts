/** A number as the id of a document: documents are listed by their ids, and these in the order of their numbers. */
export const idInOrder = (number: number): string => String(number).padStart(12, '0');
