/** The attribute that holds the version of an event's fields, as only our own files give it. */
export const versionAttribute = 'replaygroundversion';
