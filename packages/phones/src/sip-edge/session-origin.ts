import type { Body } from "@skill-call/sip";

/** Who made a session, its version, and where (RFC 4566 §5.2). */
const originLine = /^o=(?<maker>\S+ \S+) (?<version>\d+) (?<place>[^\r\n]+)/m;

interface Session {
  readonly maker: string;
  readonly place: string;
  readonly version: bigint;
  /** The description but for its origin. */
  readonly content: string;
}

/**
 * The session that one far end has with us, whoever its descriptions come from: the origin is that of the first one,
 * and only its version grows, by one with each change (RFC 3264 §8).
 */
export class SessionOrigin {
  #session: Session | undefined;

  /** The same description with our origin; what is not a description stays as it is. */
  next(body: Body): Body {
    // Whatever its letters are: only this line is read.
    const description = body.content.toString("latin1");
    const origin = originLine.exec(description)?.groups;
    if (!origin) return body;
    const { maker = "", version = "", place = "" } = origin;
    const content = description.replace(originLine, "");
    this.#session = following(this.#session, { maker, place, version: BigInt(version), content });
    const line = lineOf(this.#session);
    return {
      ...body,
      content: Buffer.from(
        description.replace(originLine, () => line),
        "latin1",
      ),
    };
  }
}

function following(before: Session | undefined, next: Session): Session {
  if (!before) return next;
  const { content } = next;
  return before.content === content ? before : { ...before, content, version: before.version + 1n };
}

function lineOf({ maker, version, place }: Session): string {
  return `o=${maker} ${version} ${place}`;
}
