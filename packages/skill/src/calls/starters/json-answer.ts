import * as v from "valibot";
import { HttpFailure } from "../../http/http-failure.ts";
import { type HttpAnswer, successful } from "../../http/send-http.ts";

/**
 * Reads the JSON of a successful answer.
 * @throws {HttpFailure} for any other status, or `unavailable` for a body that does not fit
 */
export function jsonAnswer<T>(schema: v.GenericSchema<unknown, T>, answer: HttpAnswer): T {
  const { body, status } = successful(answer);
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), body);
  if (result.success) return result.output;
  // Valibot's issues quote the body: no cause.
  throw new HttpFailure("unavailable", { status });
}
