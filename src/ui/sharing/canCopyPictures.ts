/** Not on insecure addresses, nor in browsers without it. */
export const canCopyPictures = typeof ClipboardItem === 'function' && navigator.clipboard?.write !== undefined;
