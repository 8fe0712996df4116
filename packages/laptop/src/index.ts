export type { CallForm } from "@skill-call/call-form";
export { answersByForm } from "./calls/answers-by-form.ts";
export { type CallPlan, type PlannedContext, skillCallPlan } from "./calls/call-plan.ts";
export type { CallReport, ReachedDestination, TableRequests } from "./calls/call-report.ts";
export { outcomeText } from "./calls/outcome-text.ts";
export { placeCall, prepareContext } from "./calls/place-call.ts";
export { runCall } from "./calls/run-call.ts";
export {
  type CallerScript,
  type CaseReport,
  runCase,
  runScript,
  sampleScript,
} from "./calls/run-case.ts";
export { type Saying, sayingsOf, takeTurn } from "./calls/run-conversation.ts";
export { connectCase } from "./calls/sample-cases.ts";
export { type StepTime, stepTimes } from "./calls/step-times.ts";
export * from "./choices.ts";
export { armOnly } from "./console/armed-faults.ts";
export { type LaptopConsole, startLaptopConsole } from "./console/start-laptop-console.ts";
export { createLaptop, type LaptopOptions } from "./create-laptop.ts";
export { NotBuiltError } from "./errors.ts";
export { findRepository } from "./lambdas/repository.ts";
export type { Laptop } from "./laptop.ts";
export { mobileNumberScope } from "./mobile-number-scope.ts";
export type { CallContext } from "./samples/contact-centre/contact-centre.ts";
export { callerScripts, openingScripts } from "./skill-folder/caller-scripts.ts";
export {
  readOwnForm,
  readSkillFolder,
  reasonsInRoutes,
  type SkillFolder,
} from "./skill-folder/read-skill-folder.ts";
export type { LaptopLane, LaptopTraceEvent } from "./story/laptop-trace.ts";
