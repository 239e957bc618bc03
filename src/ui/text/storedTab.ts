/** By itself, as the rest of that pane's texts come with it. */
export const storedTab = 'Stored';
