import { laptopCallStarters } from "@skill-call/laptop/choices";
import { Option } from "commander";

/** How the skill starts calls (CALL_STARTER). */
export function starterOption(): Option {
  return new Option("--starter <name>", "how the skill starts calls")
    .choices(laptopCallStarters)
    .default("skill-call");
}
