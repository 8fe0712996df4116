import {
  type Clock,
  type OpenParts,
  openTogether,
  slowerClock,
  systemClock,
} from "@skill-call/emulation";
import type { LambdaLogLine } from "@skill-call/lambda-runner";
import type { Media } from "@skill-call/sma-emulator";
import { createPstnAudio, type PstnAudio, serviceLimits } from "@skill-call/sma-emulator";
import {
  type Answered,
  type Callees,
  createCallees,
  type ReadScreen,
} from "./answering/callees.ts";
import { openMeetingDesk } from "./answering/meeting-desk.ts";
import { phoneScreen } from "./answering/phone-screen.ts";
import { type OpenConnect, openConnect } from "./connect/open-connect.ts";
import { LambdaCannotStartError } from "./errors.ts";
import type {
  AwsEndpoints,
  LaptopCallStarter,
  SmaSettings,
} from "./lambdas/lambda-environments.ts";
import { createLambdas, type LaptopLambdas } from "./lambdas/laptop-lambdas.ts";
import type { Laptop } from "./laptop.ts";
import { type LaptopServices, startServices } from "./laptop-services.ts";
import { interactionModels, openAlexa } from "./open-alexa.ts";
import * as sample from "./samples/sample-numbers.ts";
import { sampleRoutes } from "./samples/sample-routes.ts";
import { readOwnForm, type SkillFolder } from "./skill-folder/read-skill-folder.ts";
import { shownFields } from "./skill-folder/shown-fields.ts";
import type { LaptopTrace, LaptopTraceEvent } from "./story/laptop-trace.ts";
import { Occurrences } from "./story/occurrences.ts";

export interface LaptopOptions extends Partial<SmaSettings> {
  /** How the skill starts calls; `skill-call` without it. */
  readonly callStarter?: LaptopCallStarter;
  readonly clock?: Clock;
  /** How many times longer than in AWS a Lambda may take, and everything that it waits for: for a busy machine. */
  readonly timesSlower?: number;
  /** Hears of each step of the story at once. */
  readonly onStep?: (event: LaptopTraceEvent) => void;
  /** Folder to keep the call contexts in; in memory without it. */
  readonly dataDir?: string;
  /** Milliseconds that it rings before somebody answers; a moment without it. */
  readonly ringMs?: number;
  /** Resolves when who is called has read the screen: they do not answer before. */
  readonly readScreen?: ReadScreen;
  /** Another skill than the repository's own, and where its calls go. */
  readonly skillFolder?: SkillFolder;
  /** Another SMA Lambda than the repository's own: path of a built file. */
  readonly smaHandlerFile?: string;
}

/** Long enough to be seen in a story, short enough that nobody waits for it. */
const usualRingMs = 150;

/** What is said into a call is part of its story; nobody waits until it would have been said. */
const briskMedia: Media = {
  speak: async () => {},
  play: async () => true,
  ringBack: async () => {},
  record: async () => true,
  recordCall: async () => {},
  dial: async () => true,
};

/**
 * Starts the whole flow on free ports of the loopback interface, with the built Lambdas.
 * @throws {NotBuiltError} when a Lambda is not built
 * @throws {LambdaCannotStartError} when an SMA Lambda or routes of the user's own do not start
 * @example const laptop = await createLaptop();
 */
export function createLaptop(options: LaptopOptions = {}): Promise<Laptop> {
  return openTogether((parts) => compose(options, parts));
}

async function compose(options: LaptopOptions, parts: OpenParts): Promise<Laptop> {
  const { clock = systemClock, onStep = () => {}, ringMs = usualRingMs, readScreen } = options;
  const { skillFolder, timesSlower = 1 } = options;
  const patient = slowerClock(clock, timesSlower);
  const story = new Occurrences<LaptopTraceEvent>(({ transactionId }) => transactionId);
  const answers = new Occurrences<Answered>(({ transactionId }) => transactionId);
  const lambdaLog = new Occurrences<LambdaLogLine>();
  const trace: LaptopTrace = (event) => {
    const step = { at: clock.now(), ...event };
    story.add(step);
    onStep(step);
  };
  const onAnswered = (answered: Answered) => answers.add(answered);

  const services = await startServices({ ...options, clock, trace, timesSlower }, parts);
  const callees = createCallees({
    clock,
    trace,
    ringMs,
    readScreen,
    onAnswered,
    contactCentreScreen: ({ headers }) => services.contactCentre.screenOfCall(headers),
    phoneScreen: async (request) => phoneScreen(request, services.destinationService),
  });
  const connect = parts.keep(
    await openConnect({
      clock: patient,
      timesSlower,
      trace,
      ringMs,
      readScreen,
      onAnswered,
      carrier: callees.carrier,
      contactCentre: services.contactCentre,
      dynamoDbEndpoint: services.dynamoDb.endpoint,
      placed: services.callbacks.created,
      routes: skillFolder?.routes,
      formFile: skillFolder?.formFile,
      log: (line) => lambdaLog.add(line),
    }),
  );
  const endpoints = endpointsOf(services, connect);
  const lambdas = createLambdas(
    {
      ...options,
      endpoints,
      timesSlower,
      callStarter: options.callStarter ?? "skill-call",
      sma: { routes: skillFolder?.routes ?? sampleRoutesFor(services), ...options },
      formFile: skillFolder?.formFile,
      log: (line) => lambdaLog.add(line),
    },
    parts,
  );
  await startOwn(options, lambdas);
  parts.keep(openMeetingDesk({ ...services, onAnswered, trace, clock, ringMs, readScreen }));
  const pstnAudio = parts.keep(
    openPstnAudio({ clock, timesSlower, trace, services, lambdas, callees }),
  );
  services.callbacks.connect(pstnAudio);
  const modelOf = interactionModels(skillFolder?.models);
  const getReady = whileTheCallerTalks(lambdas, connect, options);
  return {
    clock,
    limitsClock: patient,
    fields: shownFields(skillFolder?.form ?? readOwnForm()),
    endpoints,
    pstnAudio,
    connect,
    openAlexa: async (owner) => {
      getReady();
      const ports = { skill: lambdas.skill, modelOf, pstnAudio, clock: patient, trace };
      return parts.keep(await openAlexa(owner, ports));
    },
    contactCentre: services.contactCentre,
    deskOfThePast: services.deskOfThePast,
    callbacks: services.callbacks.created,
    story,
    answers,
    lambdaLog,
    faults: {
      dynamoDb: services.dynamoDb.faults,
      meetings: services.meetings.faults,
      destinationService: services.destinationService.faults,
      delivery: pstnAudio.faults,
      skill: lambdas.skill.faults,
      smaHandler: lambdas.smaHandler.faults,
      voiceApi: services.voiceApi.faults,
      callees: callees.faults,
      connectApi: connect.faults,
      connectHandler: connect.handlerFaults,
    },
    meetings: () => services.meetings.size(),
    close: () => parts.close(),
  };
}

/** What is the user's own is tried before anything is called: a refused call would look like one of Alexa's. */
async function startOwn(
  { smaHandlerFile, routes }: Pick<LaptopOptions, "smaHandlerFile" | "routes">,
  { smaHandler }: LaptopLambdas,
): Promise<void> {
  if (smaHandlerFile === undefined && routes === undefined) return;
  const error = await smaHandler.warm();
  if (error) throw new LambdaCannotStartError(smaHandlerFile ?? "The SMA handler", error);
}

/** Starts the skill, and after it whatever answers its calls, once; what stands in their way is told when they are asked. */
function whileTheCallerTalks(
  { skill, smaHandler }: LaptopLambdas,
  connect: OpenConnect,
  { callStarter }: LaptopOptions,
): () => void {
  let started = false;
  const answersCalls = callStarter === "connect" ? connect : smaHandler;
  return () => {
    if (started) return;
    started = true;
    void skill.warm().then(() => answersCalls.warm());
  };
}

function endpointsOf(
  { dynamoDb, meetings, voiceApi }: LaptopServices,
  connect: OpenConnect,
): AwsEndpoints {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: meetings.endpoint,
    AWS_ENDPOINT_URL_CHIME_SDK_VOICE: voiceApi.endpoint,
    AWS_ENDPOINT_URL_CONNECT: connect.endpoint,
  };
}

function sampleRoutesFor({ destinationService }: LaptopServices): unknown {
  return sampleRoutes({ destinationServiceUrl: destinationService.url });
}

interface PstnAudioParts {
  readonly clock: Clock;
  readonly timesSlower: number;
  readonly trace: LaptopTrace;
  readonly services: LaptopServices;
  readonly lambdas: LaptopLambdas;
  readonly callees: Callees;
}

function openPstnAudio(parts: PstnAudioParts): PstnAudio {
  const { clock, timesSlower, trace, services, lambdas, callees } = parts;
  const { smaNumber, sipRuleId, sipMediaApplicationId, awsRegion, awsAccountId } = sample;
  return createPstnAudio({
    awsAccountId,
    numbers: [
      { number: smaNumber, productType: "SipMediaApplicationDialIn" },
      { number: sample.callerIdNumber, productType: "SipMediaApplicationDialIn" },
    ],
    sipRules: [
      {
        id: sipRuleId,
        toPhoneNumber: smaNumber,
        targets: [{ sipMediaApplicationId, priority: 1 }],
      },
    ],
    sipMediaApplications: [
      {
        id: sipMediaApplicationId,
        awsRegion,
        lambda: lambdas.smaHandler,
        allowedSkills: [sample.skillClientId],
      },
    ],
    carrier: callees.carrier,
    voiceConnectors: callees.voiceConnectors,
    meetings: services.meetings,
    media: briskMedia,
    limits: { answerMs: serviceLimits.answerMs * timesSlower },
    clock,
    trace,
  });
}
