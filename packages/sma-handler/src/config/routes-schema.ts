import { shape } from "@skill-call/lambda-config";
import * as v from "valibot";
import type { Routes } from "../routing/routes.ts";
import { destinationSchema } from "./destination-schema.ts";
import { whenSchema } from "./when-schema.ts";

const aDestination = '[{"type":"pstn","number":"+12045550100"}]';
const aRule = `[{"when":{"reason":"billing"},"to":${aDestination}}]`;

const destinations = v.pipe(
  v.array(destinationSchema, `must be a list of destinations; example: ${aDestination}`),
  v.nonEmpty(`must not be empty; example: ${aDestination}`),
);

const rule = v.strictObject(
  { when: whenSchema, to: destinations },
  shape({ when: '{"reason":"billing"}', to: aDestination }),
);

/** The ROUTES document, parsed from JSON. */
export const routesSchema: v.GenericSchema<unknown, Routes> = v.strictObject(
  { rules: v.array(rule, `must be a list of rules; example: ${aRule}`), otherwise: destinations },
  shape({ rules: aRule, otherwise: aDestination }),
);
