// Stands beside the Lambda: most of it is Amazon Connect's SDK, which only the agent workspace asks for.
export { default as workspacePage } from "./browser/agent.page.html?script=workspace.ts";
