import { createItemStore } from "@skill-call/call-context";
import type { CallForm } from "@skill-call/call-form";
import { createRoutingTable } from "@skill-call/call-routing";
import { createHandler } from "@skill-call/connect-handler/parts";
import { fixedRoutes } from "@skill-call/live-routes";
import { jsonLog } from "@skill-call/telemetry";
import { contactRoutes, fallbackQueueArn } from "./contact-routes.ts";
import { type Doubles, same } from "./doubles.ts";
import { itemsOverNetwork } from "./items-over-network.ts";
import { tableName } from "./routes.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Code } from "./simulated-lambda.ts";
import type { Services } from "./sma-handler-code.ts";

export interface ConnectWorld extends Services {
  readonly form: CallForm;
}

/** The Connect handler's own code, as a sandbox starts it. */
export function connectHandlerCode(
  { form, ...services }: ConnectWorld,
  { items = same, contactHandler: wrapped = same }: Doubles,
): (sandbox: Sandbox) => Code {
  const routes = fixedRoutes({ table: createRoutingTable(contactRoutes), name: "contacts" });
  const config = { callContextTable: tableName, fallbackQueueArn, form, routes };
  return (sandbox) => {
    const tell = (text: string) => void sandbox.call.told.push(text);
    const handler = createHandler(config, {
      store: createItemStore({
        items: items(itemsOverNetwork({ sandbox, ...services, killed: "handler-killed" })),
        tableName,
        clock: sandbox.clock.now,
        after: sandbox.clock.after,
      }),
      clock: sandbox.clock,
      log: jsonLog(tell),
      measure: (metric) => tell(JSON.stringify(metric)),
      annotate: (facts) => tell(JSON.stringify(facts)),
    });
    return wrapped((event, context) => handler(event, context));
  };
}
