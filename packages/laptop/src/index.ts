export { type CallPlan, type PlannedContext, skillCallPlan } from "./call-plan.ts";
export type { CallReport, ReachedDestination, TableRequests } from "./call-report.ts";
export { startLaptopConsole } from "./console/start-laptop-console.ts";
export { createLaptop, type LaptopOptions } from "./create-laptop.ts";
export { LaptopError, NotBuiltError } from "./errors.ts";
export { faultsOfCalls, faultsOfConversations } from "./faults/catalogue.ts";
export type { NamedFault } from "./faults/named-fault.ts";
export { type LaptopCallStarter, laptopCallStarters } from "./lambda-environments.ts";
export type { Laptop } from "./laptop.ts";
export type { LaptopLane, LaptopTraceEvent } from "./laptop-trace.ts";
export { outcomeText } from "./outcome-text.ts";
export { placeCall, prepareContext } from "./place-call.ts";
export { findRepository } from "./repository.ts";
export { runCall } from "./run-call.ts";
export { type CaseReport, runCase } from "./run-case.ts";
export { type Saying, sayingsOf, takeTurn } from "./run-conversation.ts";
export {
  type CaseNumber,
  caseNumbers,
  connectCase,
  type Locale,
  locales,
  sampleCase,
} from "./sample-cases.ts";
export { smaNumber } from "./sample-numbers.ts";
export type { CallContext } from "./samples/contact-centre/contact-centre.ts";
export { type StepTime, stepTimes } from "./step-times.ts";
