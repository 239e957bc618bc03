/** Stands in the metadata of an event that could not be upcast, with the reason: code is told it in place of the event. */
export const unreadKey = '#unread';
