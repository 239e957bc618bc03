/** Made by `replayPagePlugin`: the script of the page, and its hash as a policy names it. */
declare module 'virtual:replay-page' {
  export const script: string;
  export const scriptHash: string;
}
