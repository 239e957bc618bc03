import type { MomentDocuments } from '#state';

type Documents = Pick<MomentDocuments, 'documents' | 'changed'>;

/** Of many documents the first ones and all that this step changed, in their order, and how many are left out. */
export const someDocuments = (
  { documents, changed, left = 0 }: Documents & { left?: MomentDocuments['left'] },
  atMost: number,
): Documents & { left: number } => {
  const further = left === 'not counted' ? 0 : left;
  if (documents.length <= atMost) return { documents, changed, left: further };
  const touched = new Set(changed.map(({ documentId }) => documentId));
  const some = documents.filter(({ documentId }, index) => index < atMost || touched.has(documentId));
  return { documents: some, changed, left: further + documents.length - some.length };
};
