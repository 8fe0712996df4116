import * as v from "valibot";
import type { CustomerAccount } from "../customer-account.ts";
import { type AlexaApi, type ApiAnswer, errorAnswer } from "./api-answer.ts";
import type { ApiRequest } from "./customer-apis.ts";

const reminder = v.looseObject({
  trigger: v.looseObject({ type: v.picklist(["SCHEDULED_ABSOLUTE", "SCHEDULED_RELATIVE"]) }),
  alertInfo: v.looseObject({
    spokenInfo: v.looseObject({
      content: v.pipe(v.array(v.looseObject({ locale: v.string() })), v.minLength(1)),
    }),
  }),
});

const timer = v.looseObject({
  duration: v.pipe(
    v.string(),
    v.regex(/^P(?=.)(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/, "is not a duration"),
  ),
  timerLabel: v.nullish(v.string()),
});

export interface AlertPorts {
  readonly customer: Pick<CustomerAccount, "hasGranted">;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** One route of an API, with what it does. */
export interface ApiRoute {
  readonly api: AlexaApi;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly carry: (body: unknown, request: ApiRequest) => ApiAnswer;
}

type Alert = Readonly<Record<string, unknown>>;

/** "Alexa Reminders API Reference" and "Alexa Timers API Reference": what is set is kept, and never rings. */
export function alertRoutes(ports: AlertPorts): readonly ApiRoute[] {
  const reminders = new Shelf("reminders", "alexa::alerts:reminders:skill:readwrite", ports);
  const timers = new Shelf("timers", "alexa::alerts:timers:skill:readwrite", ports);
  const at = () => new Date(ports.now()).toISOString();

  const newReminder = (body: unknown) =>
    reminders.put(v.safeParse(reminder, body), 201, (fields, id) => ({
      alertToken: id,
      createdTime: at(),
      updatedTime: at(),
      status: "ON",
      version: "1",
      href: `/v1/alerts/reminders/${id}`,
      ...fields,
    }));
  const newTimer = (body: unknown) =>
    timers.put(v.safeParse(timer, body), 200, (fields, id) => ({
      id,
      status: "ON",
      createdTime: at(),
      updatedTime: at(),
      remainingTimeWhenPaused: null,
      ...fields,
    }));

  return [
    ...reminders.routes("alerts"),
    { api: "reminders", method: "POST", path: "/v1/alerts/reminders", carry: newReminder },
    {
      api: "reminders",
      method: "PUT",
      path: "/v1/alerts/reminders/:id",
      carry: (body, { params }) =>
        reminders.change(params.id ?? "", { ...(body as Alert), updatedTime: at() }),
    },
    ...timers.routes("timers"),
    { api: "timers", method: "POST", path: "/v1/alerts/timers", carry: newTimer },
    ...(["pause", "resume"] as const).map(
      (verb): ApiRoute => ({
        api: "timers",
        method: "POST",
        path: `/v1/alerts/timers/:id/${verb}`,
        carry: (_, { params }) =>
          timers.change(params.id ?? "", { status: verb === "pause" ? "PAUSED" : "ON" }),
      }),
    ),
  ];
}

/** Alerts of one kind, once the customer has allowed them. */
class Shelf {
  readonly #api: "reminders" | "timers";
  readonly #scope: string;
  readonly #ports: AlertPorts;
  readonly #alerts = new Map<string, Alert>();

  constructor(api: "reminders" | "timers", scope: string, ports: AlertPorts) {
    this.#api = api;
    this.#scope = scope;
    this.#ports = ports;
  }

  /** Reads and deletes; `list` is what the alerts are called in the answer. */
  routes(list: string): ApiRoute[] {
    const path = `/v1/alerts/${this.#api}`;
    const route = (
      method: ApiRoute["method"],
      below: string,
      carry: ApiRoute["carry"],
    ): ApiRoute => ({ api: this.#api, method, path: `${path}${below}`, carry });
    return [
      route("GET", "", () =>
        this.#allowed(() => {
          const alerts = [...this.#alerts.values()];
          return { status: 200, body: { totalCount: String(alerts.length), [list]: alerts } };
        }),
      ),
      route("DELETE", "", () =>
        this.#allowed(() => {
          this.#alerts.clear();
          return { status: 200, body: {} };
        }),
      ),
      route("GET", "/:id", (_, { params }) =>
        this.#one(params.id ?? "", (alert) => ({ status: 200, body: alert })),
      ),
      route("DELETE", "/:id", (_, { params: { id = "" } }) =>
        this.#one(id, () => {
          this.#alerts.delete(id);
          return { status: 200, body: {} };
        }),
      ),
    ];
  }

  put(
    parsed: v.SafeParseResult<v.GenericSchema<unknown, Alert>>,
    status: number,
    alertOf: (fields: Alert, id: string) => Alert,
  ): ApiAnswer {
    return this.#allowed(() => {
      if (!parsed.success) {
        const [issue] = parsed.issues;
        const problem = `${v.getDotPath(issue) ?? "the body"}: ${issue.message}`;
        return errorAnswer(this.#api, 400, problem);
      }
      const id = this.#ports.newId();
      const alert = alertOf(parsed.output, id);
      this.#alerts.set(id, alert);
      return { status, body: alert };
    });
  }

  change(id: string, fields: Alert): ApiAnswer {
    return this.#one(id, (alert) => {
      const changed = { ...alert, ...fields };
      this.#alerts.set(id, changed);
      return { status: 200, body: changed };
    });
  }

  #one(id: string, then: (alert: Alert) => ApiAnswer): ApiAnswer {
    return this.#allowed(() => {
      const alert = this.#alerts.get(id);
      return alert ? then(alert) : errorAnswer(this.#api, 404, "There is no such alert.");
    });
  }

  #allowed(then: () => ApiAnswer): ApiAnswer {
    return this.#ports.customer.hasGranted(this.#scope)
      ? then()
      : errorAnswer(this.#api, 401, "The customer has not allowed this.");
  }
}
