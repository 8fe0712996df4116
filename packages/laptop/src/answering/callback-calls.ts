import type {
  CallService,
  CreateCallRequest,
  CreatedCall,
  UpdateCallRequest,
} from "@skill-call/sma-emulator";
import type { PlacedCall } from "../calls/run-call.ts";
import { Occurrences } from "../story/occurrences.ts";

/** The calls that somebody had placed over the voice API, and the way from that API to the service. */
export class CallbackCalls implements CallService {
  readonly created = new Occurrences<PlacedCall>();
  #service: CallService | undefined;

  /** The API's address goes into the Lambdas' environment before there is a service that runs them. */
  connect(service: CallService): void {
    this.#service = service;
  }

  createCall(request: CreateCallRequest): CreatedCall {
    const call = this.#connected.createCall(request);
    const { transactionId, over } = call;
    this.created.add({ transactionId, over, contextId: request.argumentsMap?.contextId });
    return call;
  }

  updateCall(request: UpdateCallRequest): void {
    this.#connected.updateCall(request);
  }

  get #connected(): CallService {
    if (!this.#service) throw new Error("The voice API was asked before the service was there");
    return this.#service;
  }
}
