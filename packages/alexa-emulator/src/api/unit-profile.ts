import { type ApiAnswer, errorAnswer } from "./api-answer.ts";

/** A unit of Alexa Smart Properties: a room with a device and a telephone system behind it. */
export interface SmartProperty {
  readonly unitId: string;
  readonly persistentUnitId: string;
  /** The unit's communication profile. */
  readonly profileId: string;
  /** Login with Amazon token of the organisation: what this API takes instead of the skill's token. */
  readonly lwaAccessToken: string;
}

/** `GET /v1/communications/profile?entity.type=UNIT&entity.id=…`; the answer's shape is that of Amazon's sample. */
export function unitProfile(
  query: Readonly<Record<string, string>>,
  property: SmartProperty | undefined,
): ApiAnswer {
  const api = "communications-profile";
  if (query["entity.type"] !== "UNIT")
    return errorAnswer(api, 400, `entity.type "${query["entity.type"]}" is not UNIT`);
  if (!property || query["entity.id"] !== property.persistentUnitId)
    return errorAnswer(api, 404, "There is no such unit.");
  const { profileId, persistentUnitId } = property;
  return {
    status: 200,
    body: { profileId: { profileId }, entity: { type: "UNIT", id: persistentUnitId } },
  };
}
