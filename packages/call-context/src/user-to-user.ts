import { isContextId } from "./context-id.ts";
import { InvalidContextError } from "./errors.ts";
import { parseUserToUser, type UserToUserHeader } from "./user-to-user-header.ts";

/** The key under which Alexa puts a clientSessionId (developer guide, "Alexa skill calling"). */
const key = "csi=";

export interface ContextIdFromUserToUserOptions {
  /** Also take a value that is an ID without `csi=`; one with `csi=` goes first. */
  readonly bare?: boolean;
}

/**
 * The context ID that a User-to-User header carries, or `undefined` where it carries none.
 * @example contextIdFromUserToUser("6373693d64623739323233332d386466;encoding=hex") // "db792233-8df"
 */
export function contextIdFromUserToUser(
  header: UserToUserHeader,
  { bare = false }: ContextIdFromUserToUserOptions = {},
): string | undefined {
  const texts = parseUserToUser(header).flatMap(({ text }) => text ?? []);
  const keyed = texts.filter((text) => text.startsWith(key)).map((text) => text.slice(key.length));
  return [...keyed, ...(bare ? texts : [])].find(isContextId);
}

/**
 * A User-to-User header value that carries a context ID, as Alexa writes it.
 * @throws {InvalidContextError} when it is no context ID
 * @example encodeContextId("db792233-8df") // "6373693d64623739323233332d386466;encoding=hex"
 */
export function encodeContextId(contextId: string): string {
  if (!isContextId(contextId)) throw new InvalidContextError("contextId", "is no context ID");
  return `${Buffer.from(key + contextId).toString("hex")};encoding=hex`;
}
