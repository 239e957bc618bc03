/** Reading and writing files is needed rarely: it comes when it is. */
export const filesRoom = () => import('#files');
