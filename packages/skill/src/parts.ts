// What lambda.ts puts together, for who runs the skill without AWS.
export { createFetchGivenName, createFetchMobileNumber } from "./alexa/mobile-number.ts";
export type { CallStarter } from "./calls/call-starter.ts";
export { createCallbackStarter } from "./calls/starters/callback.ts";
export { createConnectStarter } from "./calls/starters/connect.ts";
export type { ConnectApi } from "./calls/starters/connect-api.ts";
export { createConnectTaskStarter } from "./calls/starters/connect-task.ts";
export { createSkillCallStarter } from "./calls/starters/skill-call.ts";
export { createSmartPropertiesStarter } from "./calls/starters/smart-properties.ts";
export { loadPhoneNumbers } from "./conversation/load-phone-numbers.ts";
export { HttpFailure } from "./http/http-failure.ts";
export type { HttpAnswer, SendHttp } from "./http/send-http.ts";
export { createEars, type Ears } from "./safety/ears.ts";
export { createSkill, type SkillHandler, type SkillPorts } from "./skill.ts";
