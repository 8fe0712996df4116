/** A program that a test talks to and that nobody here wrote. */
export interface Peer {
  readonly name: string;
  /** Debian's package that has it. */
  readonly debianPackage: string;
  isInstalled(): boolean;
}

/** What to do about a missing peer. */
export function adviceFor({ name, debianPackage }: Peer): string {
  return `${name} is missing: apt-get install ${debianPackage}`;
}
