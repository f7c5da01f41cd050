/** So many buttons fit on a screen that is handed over. */
export const mostShown = 12;
