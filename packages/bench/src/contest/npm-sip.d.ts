/** npm's `sip` brings no types; this is what is used of it. */
declare module "sip" {
  export function parse(text: string): object;
  export function stringify(message: object): string;
}
