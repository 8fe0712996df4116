import { ensure } from "./target.ts";

/** Of a caller in the samples, who is nobody else's example. */
export const personalData = {
  number: "+14165550142",
  name: "Quenby Xylander",
  accountId: "98417723",
  words: "a lost umbrella",
} as const;

const marks = Object.values(personalData);

/** @throws {UnsoundError} when a text that people other than the caller see tells of them */
export function ensureNothingPersonal(text: string, where: string): void {
  for (const mark of marks) ensure(!text.includes(mark), `${where} tells of the caller`);
}

/** Fields of log lines that hold a service's own words: who writes a number there has told it themselves. */
const wordsOfServices = new Set([
  ...["transactionId", "contactId", "requestId", "gatewayRequestId", "serviceError"],
  ...["channel", "initiationMethod"],
  ...["type", "locale", "intent", "reason", "error", "event"],
  // What the issuer of tokens calls itself.
  "said",
]);

/** Looks at each line of a log as it is written. */
export function watchedLog() {
  let lines: string[] = [];
  return {
    write: (line: string) => void lines.push(line),
    /** @throws {UnsoundError} when a line since the last time tells of the caller, or holds more than facts */
    ensureNothingPersonal(): void {
      const written = lines;
      lines = [];
      for (const line of written) {
        const fields = Object.entries(JSON.parse(line) as object);
        ensure(
          fields.every(([, value]) => isFact(value)),
          "a log line holds facts",
        );
        const ours = fields.filter(([name]) => !wordsOfServices.has(name));
        ensureNothingPersonal(JSON.stringify(ours), "a log line");
      }
    },
  };
}

function isFact(value: unknown): boolean {
  return typeof value !== "object" || (Array.isArray(value) && value.every(isFact));
}
