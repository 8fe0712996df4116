import { textsOf } from "../raw-fields.ts";
import type { PstnAudioEvent } from "./event.ts";

/**
 * The `ArgumentsMap` of CreateSipMediaApplicationCall on NEW_OUTBOUND_CALL, the `Arguments` of
 * UpdateSipMediaApplicationCall on CALL_UPDATE_REQUESTED; empty where there are none.
 */
export function callArguments(event: PstnAudioEvent): Readonly<Record<string, string>> {
  return textsOf(event.action?.parameters.Arguments);
}
