/** The log moved on at each attempt: somebody else was always faster. Nothing was stored; it may be sent again. */
export class Overtaken extends Error {
  override name = 'Overtaken';

  constructor(command: string, attempts: number) {
    super(`${command} was overtaken ${attempts} times: send it again.`);
  }
}
