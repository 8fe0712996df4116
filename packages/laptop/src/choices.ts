// What a command line can be told of the laptop, without the laptop: whoever asks for help need not wait until all of it is loaded.
export { type CaseNumber, caseNumbers, type Locale, locales } from "./calls/sample-cases.ts";
export { LaptopError } from "./errors.ts";
export { faultsOfCalls, faultsOfConversations } from "./faults/catalogue.ts";
export type { NamedFault } from "./faults/named-fault.ts";
export { type LaptopCallStarter, laptopCallStarters } from "./lambdas/lambda-environments.ts";
export { smaNumber } from "./samples/sample-numbers.ts";
