/** A program that a test talks to and that nobody here wrote. */
export interface Peer {
  readonly name: string;
  /** The command that brings it, such as `apt-get install sip-tester`. */
  readonly installedBy: string;
  isInstalled(): boolean;
}

/** What to do about a missing peer. */
export function adviceFor({ name, installedBy }: Peer): string {
  return `${name} is missing: ${installedBy}`;
}
