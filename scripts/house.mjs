// The rooms of the house: what each is, and which others it may use. scripts/wall.test.mjs holds the code to it;
// `node scripts/house.mjs` prints the README's table anew.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * A room is a folder of packages/. A row may stand here before its folder does.
 *
 * - floor: a room uses only rooms of its own floor and of those below.
 * - uses: rooms that its code imports, by package name.
 * - tests: rooms that its tests import besides.
 * - reads: rooms whose files it or its tests read, run or copy by path: built Lambdas, examples.
 * - corners: folders of it that may use less than it does.
 */
export const house = {
  "shared, published: other teams install them": {
    "call-context": {
      floor: 1,
      is: "context model, context IDs, User-to-User codec, the store and its conformance suite",
      tests: ["local-dynamodb", "test-peers"],
    },
    "call-routing": {
      floor: 1,
      is: "the ROUTES document: rules, and destinations in order",
      tests: ["call-context"],
    },
    "call-form": {
      floor: 1,
      is: "what a skill asks and how it says it; models, schema and labels follow from it",
      uses: ["call-context"],
      tests: ["test-peers"],
    },
    "pstn-audio": {
      floor: 1,
      is: "the PSTN Audio service's events, actions and answer checker",
    },
    "contact-flow": {
      floor: 1,
      is: "Amazon Connect's event, answer and flow language: reader, writer, builder, checker",
    },
  },
  "Lambdas, deployed one by one, and what they share": {
    skill: {
      floor: 2,
      is: "the Alexa skill Lambda",
      uses: [
        "aws-request",
        "call-context",
        "call-form",
        "lambda-config",
        "lean-dynamodb",
        "telemetry",
      ],
      tests: ["alexa-emulator", "call-routing", "local-dynamodb", "test-peers"],
      reads: ["call-form", "sma-handler"],
    },
    "sma-handler": {
      floor: 2,
      is: "the SIP media application Lambda",
      uses: [
        "aws-request",
        "call-context",
        "call-routing",
        "lambda-config",
        "lean-dynamodb",
        "live-routes",
        "pstn-audio",
        "telemetry",
      ],
      tests: ["local-dynamodb", "test-peers"],
      reads: ["skill"],
    },
    "connect-handler": {
      floor: 2,
      is: "the Amazon Connect Lambda",
      uses: [
        "call-context",
        "call-form",
        "call-routing",
        "contact-flow",
        "lambda-config",
        "lean-dynamodb",
        "live-routes",
        "telemetry",
      ],
      tests: ["local-dynamodb", "test-peers"],
    },
    "context-api": {
      floor: 2,
      is: "the HTTP Lambda for customer-engagement systems, and the agent's page",
      uses: [
        "page-dom",
        "aws-request",
        "call-context",
        "call-form",
        "lambda-config",
        "lean-dynamodb",
        "telemetry",
      ],
      tests: ["local-dynamodb", "test-peers"],
      corners: { recipes: ["call-context"] },
    },
    "call-events": {
      floor: 2,
      is: "moves contexts on by Connect's contact events, and tells the world of their life",
      uses: ["aws-request", "call-context", "lambda-config", "lean-dynamodb", "telemetry"],
      tests: ["local-dynamodb"],
    },
    telemetry: {
      floor: 1,
      is: "log, metrics and traces of the Lambdas, none of which can hold personal data",
      tests: ["local-dynamodb"],
    },
    "live-routes": {
      floor: 1,
      is: "the ROUTES document of a Lambda: read at start, exchanged while it runs",
      uses: ["aws-request", "call-routing", "lambda-config", "lean-dynamodb", "telemetry"],
    },
    "lambda-config": {
      floor: 1,
      is: "reads and checks what a Lambda is started with, once",
    },
    "lean-dynamodb": {
      floor: 1,
      is: "a DynamoDB client that loads quickly",
      uses: ["aws-request", "call-context"],
      tests: ["local-dynamodb"],
    },
    "aws-request": {
      floor: 1,
      is: "one signed request to a service of AWS",
      tests: ["test-peers"],
    },
  },
  "on a laptop": {
    "alexa-emulator": {
      floor: 3,
      is: "Alexa by text, for any skill: dialogs, sessions, consent, its APIs",
      uses: ["emulation", "lambda-runner", "local-dynamodb", "terminal"],
      tests: ["test-peers"],
    },
    "sma-emulator": {
      floor: 3,
      is: "the PSTN Audio service and meetings, for any SMA Lambda, behind real SIP and media",
      uses: [
        "call-console",
        "emulation",
        "lambda-runner",
        "local-dynamodb",
        "phones",
        "pstn-audio",
        "sip",
        "terminal",
      ],
      tests: ["test-peers"],
    },
    "contact-flow-emulator": {
      floor: 3,
      is: "any contact flow and its Lambdas, and AWS's own test cases",
      uses: ["call-console", "contact-flow", "emulation", "lambda-runner", "phones", "terminal"],
      tests: ["test-peers"],
      reads: ["connect-handler", "lambda-runner"],
    },
    "lambda-runner": {
      floor: 2,
      is: "runs a Lambda as AWS would, in a process of its own or behind HTTP",
      uses: ["emulation"],
      tests: ["test-peers"],
    },
    "local-dynamodb": {
      floor: 1,
      is: "DynamoDB, with every fault injectable",
      tests: ["test-peers"],
    },
    sip: {
      floor: 1,
      is: "a SIP user agent core: messages, transactions, dialogs over UDP, TCP and TLS",
    },
  },
  "for a skill in a repository of its own": {
    "create-skill": {
      floor: 3,
      is: "`npm create @skill-call/skill`: a repository for a skill of a team's own",
      uses: ["alexa-emulator", "call-form", "skill", "terminal"],
      reads: ["alexa-emulator", "published-cli", "skill"],
    },
    "published-cli": {
      floor: 6,
      is: "`skill-call`: the command line as other teams install it, with what it runs",
      uses: ["call-console", "cli", "connect-handler", "context-api", "skill", "sma-handler"],
      reads: ["connect-handler", "context-api", "sma-handler"],
    },
  },
  ours: {
    cli: {
      floor: 5,
      is: "the command line: demo, talk, call, emulator, doctor",
      uses: [
        "alexa-emulator",
        "call-console",
        "call-form",
        "contact-flow-emulator",
        "doctor",
        "emulation",
        "laptop",
        "lambda-runner",
        "sma-emulator",
        "terminal",
      ],
      tests: ["test-peers"],
      reads: ["connect-handler", "context-api", "infra", "skill", "sma-handler"],
    },
    laptop: {
      floor: 4,
      is: "the whole flow on one machine: the Lambdas, the emulators, samples, and every fault",
      uses: [
        "alexa-emulator",
        "call-console",
        "call-context",
        "call-form",
        "call-routing",
        "contact-flow",
        "contact-flow-emulator",
        "emulation",
        "lambda-runner",
        "local-dynamodb",
        "phones",
        "skill",
        "sma-emulator",
      ],
      tests: ["test-peers"],
      reads: ["connect-handler", "context-api", "skill", "sma-handler"],
      // As that team would write it.
      corners: { "src/samples/contact-centre": ["call-context"] },
    },
    "call-console": {
      floor: 2,
      is: "the call console: a page that shows calls as ladders, and the server behind it",
      uses: ["page-dom", "emulation"],
      tests: ["test-peers"],
    },
    doctor: {
      floor: 3,
      is: "the rules that a deployment's configuration is examined by",
      uses: ["call-form", "call-routing", "emulation", "lambda-runner"],
    },
    "page-dom": {
      floor: 1,
      is: "what our pages share in the browser: elements by their ID, or an error",
    },
    phones: {
      floor: 2,
      is: "lines to call and be called by: scripted phones, and real SIP with its media",
      uses: ["emulation", "sip"],
      tests: ["test-peers"],
    },
    terminal: {
      floor: 2,
      is: "what commands print and read: options, boxes, ladders, transcripts",
      uses: ["emulation"],
    },
    emulation: {
      floor: 1,
      is: "clock, fault queue, loopback server, trace: what the emulators stand on",
      tests: ["test-peers"],
    },
    simulator: {
      floor: 4,
      is: "many calls through the Lambdas' own code, in simulated time, with everything going wrong",
      uses: [
        "call-console",
        "call-context",
        "call-events",
        "call-form",
        "call-routing",
        "connect-handler",
        "contact-flow-emulator",
        "emulation",
        "lambda-config",
        "lambda-runner",
        "live-routes",
        "phones",
        "skill",
        "sma-emulator",
        "sma-handler",
        "telemetry",
        "terminal",
      ],
    },
    fuzz: {
      floor: 4,
      is: "hostile input for everything here that reads what others send",
      uses: [
        "alexa-emulator",
        "call-context",
        "call-events",
        "call-form",
        "call-routing",
        "connect-handler",
        "contact-flow",
        "context-api",
        "lambda-config",
        "phones",
        "pstn-audio",
        "sip",
        "skill",
        "sma-handler",
        "telemetry",
        "test-peers",
        "terminal",
      ],
    },
    infra: {
      floor: 3,
      is: "the CDK app: a stack for each team, deployed on its own",
      uses: [
        "aws-request",
        "call-context",
        "call-routing",
        "contact-flow",
        "lambda-config",
        "live-routes",
        "pstn-audio",
        "telemetry",
        "terminal",
      ],
      tests: ["local-dynamodb", "test-peers"],
      reads: ["call-events", "connect-handler", "context-api", "skill", "sma-handler"],
    },
    bench: {
      floor: 5,
      is: "the built Lambdas against what people would use instead, side by side; calls a second over SIP",
      uses: [
        "aws-request",
        "call-context",
        "call-routing",
        "lambda-config",
        "lean-dynamodb",
        "live-routes",
        "local-dynamodb",
        "pstn-audio",
        "sip",
        "sma-emulator",
        "terminal",
      ],
      reads: ["connect-handler", "context-api", "lambda-runner", "skill", "sma-handler"],
    },
    "api-docs": {
      floor: 5,
      is: "the shared packages' API, from their docstrings",
    },
    "package-tests": {
      floor: 5,
      is: "the shared packages as other teams install them",
      tests: [
        "alexa-emulator",
        "call-context",
        "call-form",
        "call-routing",
        "contact-flow",
        "contact-flow-emulator",
        "create-skill",
        "local-dynamodb",
        "skill",
        "sma-emulator",
        "pstn-audio",
        "test-peers",
      ],
      uses: ["call-context", "call-routing", "pstn-audio"],
    },
    "contract-tests": {
      floor: 5,
      is: "the context API as other teams' tools, identity providers and pages take it",
      uses: ["call-context", "local-dynamodb", "test-peers"],
      reads: ["call-events", "context-api"],
    },
    "test-peers": {
      floor: 0,
      is: "programs that tests talk to (sipp, softphones, Chromium, an OpenID provider, a built Lambda), the rule for where they are missing, waiting for them, and any character",
    },
  },
};

const readme = fileURLToPath(new URL("../README.md", import.meta.url));
const packages = fileURLToPath(new URL("../packages/", import.meta.url));
const marked = /(<!-- scripts\/house\.mjs -->\n).*(<!-- \/scripts\/house\.mjs -->)/s;

/** The table of the rooms that stand, in Markdown. */
export function houseTable(stands = (room) => existsSync(`${packages}${room}/package.json`)) {
  return Object.entries(house)
    .map(([group, rooms]) => {
      const lines = Object.entries(rooms)
        .filter(([room]) => stands(room))
        .map(([room, { is, uses = [], tests = [] }]) => {
          const named = (list) => list.filter(stands).join(", ");
          const besides = named(tests.filter((each) => !uses.includes(each)));
          return `| [${room}](packages/${room}) | ${is} | ${named(uses)} | ${besides} |`;
        });
      return [
        `**${group}**`,
        "",
        "| room | what it is | uses | its tests use besides |",
        "| --- | --- | --- | --- |",
        ...lines,
      ].join("\n");
    })
    .join("\n\n");
}

/** The README with the table as it is now. */
export function withHouseTable(text) {
  return text.replace(marked, (_, open, close) => `${open}\n${houseTable()}\n\n${close}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(readme, withHouseTable(readFileSync(readme, "utf8")));
}
