/** The rules of the coach, fetched apart: the first sight of the wall does not need them. */
export const loadCoach = () => import('./advise.ts');
