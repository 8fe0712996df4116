import type { RunAction, RunningAction } from "../flow/action.ts";
import { type ActionOutcome, failed, next } from "../flow/outcome.ts";
import { millisecondsParameter } from "../flow/parameters.ts";
import { say } from "../flow/say.ts";
import { tell } from "../flow/scene.ts";
import type { Leg } from "../lines/leg.ts";

/** Says something and waits for keys. */
export const getParticipantInput: RunAction = async (running) => {
  const { action, scene } = running;
  const { leg } = scene;
  if (!leg) return failed("there is nobody to ask");
  const said = say(running);
  if (said.type === "error") return said;
  const ms = millisecondsParameter(running, "InputTimeLimitSeconds");
  return action.Parameters.StoreInput === "True"
    ? storeDigits(running, leg, ms)
    : oneDigit(running, leg, ms);
};

async function oneDigit({ scene }: RunningAction, leg: Leg, ms: number): Promise<ActionOutcome> {
  const digit = await leg.nextDigit(ms);
  if (digit === undefined) return failed("no key was pressed in time", "InputTimeLimitExceeded");
  tell(scene, { type: "pressed", digits: digit });
  return { type: "result", value: digit };
}

/** Digits up to `#`, to the most there may be, or until none comes in time. None at all is stored as `Timeout`. */
async function storeDigits(
  { action, scene }: RunningAction,
  leg: Leg,
  ms: number,
): Promise<ActionOutcome> {
  const most = maximumLength(action.Parameters.InputValidation);
  let digits = "";
  while (digits.length < most) {
    const digit = await leg.nextDigit(ms);
    if (digit === undefined || digit === "#") break;
    digits += digit;
  }
  if (digits !== "") tell(scene, { type: "pressed", digits });
  scene.contact.storedInput = digits === "" ? "Timeout" : digits;
  return next;
}

function maximumLength(validation: unknown): number {
  const { CustomValidation } = Object(validation);
  const length = Number(Object(CustomValidation).MaximumLength);
  return Number.isInteger(length) && length > 0 ? length : 20;
}
