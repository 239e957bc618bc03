import { tidied as tidiedByModel } from '#model';

/** In a file of its own, so that it is fetched by itself. */
export const tidied = tidiedByModel;
