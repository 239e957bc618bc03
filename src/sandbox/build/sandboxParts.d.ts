/** Made by `sandboxPlugin`: the text of the worker's harness and the page of the frame. */
declare module 'virtual:sandbox-parts' {
  export const frameHtml: string;
  export const harness: string;
}
