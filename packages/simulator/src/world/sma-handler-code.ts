import { createItemStore } from "@skill-call/call-context";
import { type MeetingRegistry, MeetingsApiError } from "@skill-call/sma-emulator";
import {
  createHandler,
  type Meetings,
  type PickNumber,
  type Ports,
  readConfig,
} from "@skill-call/sma-handler/parts";
import { jsonLog } from "@skill-call/telemetry";
import { type Doubles, same } from "./doubles.ts";
import { destinationServiceFaults, meetingsFaults } from "./faults-of-services.ts";
import { itemsOverNetwork } from "./items-over-network.ts";
import type { Network } from "./network.ts";
import { branchNumber, smaHandlerEnvironment, strangeNumbers, tableName } from "./routes.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Code } from "./simulated-lambda.ts";
import type { ContextTable } from "./table.ts";

export interface Services {
  readonly network: Network;
  readonly table: ContextTable;
  readonly meetings: MeetingRegistry;
}

const config = readConfig(smaHandlerEnvironment);

/** The SMA handler's own code, as a sandbox starts it, with the simulated services behind its ports. */
export function smaHandlerCode(services: Services, doubles: Doubles): (sandbox: Sandbox) => Code {
  const { ports: replaced = same, handler: wrapped = same } = doubles;
  return (sandbox) => {
    const handler = createHandler(config, replaced(portsOf(sandbox, services, doubles)));
    return wrapped((event, context) => handler(event, context));
  };
}

function portsOf(sandbox: Sandbox, services: Services, { items = same }: Doubles): Ports {
  const tell = (text: string) => void sandbox.call.told.push(text);
  return {
    store: createItemStore({
      items: items(itemsOverNetwork({ sandbox, ...services, killed: "handler-killed" })),
      tableName,
      clock: sandbox.clock.now,
      after: sandbox.clock.after,
    }),
    meetings: meetingsOf(sandbox, services),
    pickNumber: pickNumberOf(sandbox, services),
    clock: sandbox.clock,
    log: jsonLog(tell),
    measure: (metric) => tell(JSON.stringify(metric)),
    annotate: (facts) => tell(JSON.stringify(facts)),
  };
}

function meetingsOf(sandbox: Sandbox, { network, meetings }: Services): Meetings {
  const request = <T>(operation: string, signal: AbortSignal, perform: () => T, sent?: object) => {
    sandbox.call.requests.push({ service: "meetings", operation });
    if (sent) sandbox.call.seenOutside.push(JSON.stringify(sent));
    const faults = meetingsFaults(operation);
    return network.request({ sandbox, service: "meetings", signal, perform, faults });
  };
  return {
    createMeeting: ({ token, externalMeetingId, mediaRegion }, signal) => {
      const { call } = sandbox;
      const sent = {
        ClientRequestToken: token,
        ExternalMeetingId: externalMeetingId,
        MediaRegion: mediaRegion as "us-east-1",
      };
      const perform = () => {
        const { meetingId } = meetings.createMeeting(sent);
        call.meetings.add(meetingId);
        return meetingId;
      };
      return request("CreateMeeting", signal, perform, sent);
    },
    createAttendee: ({ meetingId, externalUserId }, signal) => {
      const sent = { ExternalUserId: externalUserId };
      const perform = () => {
        const { attendeeId, joinToken } = meetings.createAttendee(meetingId, sent);
        return { attendeeId, joinToken };
      };
      return request("CreateAttendee", signal, perform, sent);
    },
    deleteMeeting: (meetingId, signal) =>
      request("DeleteMeeting", signal, () => ifThere(() => meetings.deleteMeeting(meetingId))),
    deleteAttendee: ({ meetingId, attendeeId }, signal) =>
      request("DeleteAttendee", signal, () =>
        ifThere(() => meetings.deleteAttendee(meetingId, attendeeId)),
      ),
  };
}

/** What is to go may have gone already; the Lambda's client takes that for an answer. */
function ifThere(remove: () => void): void {
  try {
    remove();
  } catch (error) {
    if (!(error instanceof MeetingsApiError) || error.code !== "NotFoundException") throw error;
  }
}

function pickNumberOf(sandbox: Sandbox, { network }: Services): PickNumber {
  return ({ signal, url, idempotencyKey }) => {
    const { call } = sandbox;
    call.seenOutside.push(url, idempotencyKey);
    call.requests.push({ service: "destination-service", operation: "POST" });
    const perform = () =>
      call.chance.befalls("service-wrong")
        ? call.chance.pick("strange number", strangeNumbers)
        : branchNumber;
    const faults = destinationServiceFaults;
    return network.request({ sandbox, service: "branches", signal, perform, faults });
  };
}
