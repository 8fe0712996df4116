import type { Body } from "@skill-call/sip";

/** Where a session description wants its media: connection addresses and ports (RFC 4566 §5.7, §5.14). */
function mediaAddress({ content }: Body): string {
  const lines = content.toString().split(/\r?\n/);
  return lines.flatMap((line) => /^(?:c=.*|m=\S+ \S+)/.exec(line)?.[0] ?? []).join("\n");
}

/** Whether media for the one arrives at the other. */
export function haveSameAddress(a: Body | undefined, b: Body | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && mediaAddress(a) === mediaAddress(b));
}
