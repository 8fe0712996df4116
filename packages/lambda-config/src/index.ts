export { type Clock, sleep, systemClock } from "./clock.ts";
export { commaSeparated } from "./comma-separated.ts";
export { ConfigError, type ConfigMistake, mistakeOf } from "./config-error.ts";
export { type Deadline, deadlineIn } from "./deadline.ts";
export { e164Number } from "./e164-number.ts";
export { requirement, shape } from "./requirement.ts";
export { secretArn } from "./secret-arn.ts";
export { tableName } from "./table-name.ts";
export { isTrustworthyUrl } from "./trustworthy-url.ts";
