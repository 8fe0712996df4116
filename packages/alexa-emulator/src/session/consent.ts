import type { Language } from "../languages/language.ts";
import { type Utterance, wordKey } from "../nlu/utterance.ts";
import type { YesOrNo } from "../nlu/yes-or-no.ts";
import type { StartConnection } from "../response/directive.ts";
import { plainSpeech, type Speech } from "../response/speech.ts";
import type { ConsentStatus, SkillRequest } from "./request-envelope.ts";

export function scopesOf({ input }: StartConnection): string[] {
  return input.permissionScopes.map(({ permissionScope }) => permissionScope);
}

/** Alexa's own question: the skill has no say in its words. */
export function consentQuestion(
  directive: StartConnection,
  skillName: string,
  { sentences }: Language,
): Speech {
  const names = scopesOf(directive).map((scope) => sentences.scopes.get(scope) ?? scope);
  return plainSpeech("alexa", sentences.consentQuestion(skillName, names.join(", ")));
}

export function consentReply(status: ConsentStatus, { sentences }: Language): Speech | undefined {
  if (status === "NOT_ANSWERED") return undefined;
  const text = status === "ACCEPTED" ? sentences.consentGiven : sentences.consentDenied;
  return plainSpeech("alexa", text);
}

/** What the caller's words mean as an answer to the question; undefined where that is not clear. */
export function consentStatus(
  said: Utterance,
  language: Language,
  yesOrNo: YesOrNo,
): ConsentStatus | undefined {
  const isApproval = language.approval.some((phrase) => wordKey(phrase) === wordKey(said));
  if (isApproval || yesOrNo(said) === "yes") return "ACCEPTED";
  return yesOrNo(said) === "no" ? "DENIED" : undefined;
}

/** Gives the skill its session back: "Voice-Forward Consent API Reference". */
export function sessionResumed({ token }: StartConnection, status: ConsentStatus): SkillRequest {
  return {
    type: "SessionResumedRequest",
    cause: {
      type: "ConnectionCompleted",
      ...(typeof token === "string" && { token }),
      status: { code: "200", message: "OK" },
      result: { status },
    },
  };
}
