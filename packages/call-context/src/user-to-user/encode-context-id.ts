import { InvalidContextError } from "../errors.ts";
import { isContextId } from "../is-context-id.ts";

/** How the receiver of the call wants the value of User-to-User to be written. */
export interface UserToUserForm {
  /**
   * The protocol discriminator, hex of an octet in front of the data, where one is expected; systems that take the
   * first octet off without looking need one too.
   */
  readonly discriminator?: "00" | "04";
  readonly encoding: "hex";
  /** Whether `;encoding=hex` is written behind the data. */
  readonly parameter: boolean;
  /** `;purpose=isdn-uui` (RFC 7434), where it is asked for. */
  readonly purpose?: "isdn-uui";
}

/** As Alexa writes it. */
const alexasForm: UserToUserForm = { encoding: "hex", parameter: true };

/**
 * A User-to-User header value that carries a context ID, as Alexa writes it or in the form that is asked for.
 * @throws {InvalidContextError} when it is not a context ID
 * @example encodeContextId("db792233-8df") // "6373693d64623739323233332d386466;encoding=hex"
 * @example encodeContextId("d", { discriminator: "04", encoding: "hex", parameter: false }) // "046373693d64"
 */
export function encodeContextId(
  contextId: string,
  { discriminator, parameter, purpose }: UserToUserForm = alexasForm,
): string {
  if (!isContextId(contextId)) throw new InvalidContextError("contextId", "is no context ID");
  const data = (discriminator ?? "") + hexOf(`csi=${contextId}`);
  return [data, parameter && "encoding=hex", purpose && `purpose=${purpose}`]
    .filter(Boolean)
    .join(";");
}

/** No character of an ID is beyond ASCII, and none takes a single digit. */
function hexOf(text: string): string {
  let hex = "";
  for (let at = 0; at < text.length; at += 1) hex += text.charCodeAt(at).toString(16);
  return hex;
}
