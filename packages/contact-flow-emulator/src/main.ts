import { runCommand } from "@skill-call/terminal";
import { contactFlowCommand } from "./command/contact-flow-command.ts";

await runCommand({ moduleUrl: import.meta.url, command: contactFlowCommand });
