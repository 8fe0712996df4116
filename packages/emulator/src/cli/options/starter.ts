import { Option } from "commander";
import { laptopCallStarters } from "../../laptop/lambda-environments.ts";

/** How the skill starts calls (CALL_STARTER). */
export function starterOption(): Option {
  return new Option("--starter <name>", "how the skill starts calls")
    .choices(laptopCallStarters)
    .default("skill-call");
}
