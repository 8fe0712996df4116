import { createApp } from "./app.ts";
import { readConfig } from "./config/config.ts";
import { createPorts } from "./create-ports.ts";
import { createHandler } from "./http/lambda-handler.ts";
import { lambdaPace } from "./live/snapshots.ts";

const config = readConfig(process.env);

export const handler = createHandler(
  createApp(
    config,
    createPorts(config, { pace: lambdaPace, write: (line) => process.stdout.write(line) }),
  ),
);
