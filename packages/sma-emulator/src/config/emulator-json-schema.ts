import { toJsonSchema } from "@valibot/to-json-schema";
import { emulatorSchema } from "./emulator-schema.ts";

/** What editors check `emulator.json` with: published as emulator.schema.json. */
export function emulatorJsonSchema(): object {
  return {
    ...toJsonSchema(emulatorSchema, { typeMode: "input" }),
    title: "emulator.json: a SIP media application on one machine",
  };
}
