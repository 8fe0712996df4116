export { type CommandOptions, type CommandRun, commandRunner } from "./command-runner.ts";
