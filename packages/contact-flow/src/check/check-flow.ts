import { type FlowType, flowLanguageVersion, flowTypes } from "../flow/flow.ts";
import { isRawObject, objectOrEmpty, type RawObject, textOf } from "../raw-fields.ts";
import { mistake } from "../rules/finding.ts";
import { branchesOf } from "./branches-of.ts";
import { checkAction } from "./check-action.ts";
import { checkIdentifiers } from "./check-identifiers.ts";
import type { FlowProblem } from "./flow-problem.ts";

/** CreateContactFlow takes no more (flow language reference, "Quotas"). */
const maxActions = 250;
const maxCharacters = 256_000;

export interface CheckFlowOptions {
  /** What kind of flow it is. Without it, the flow's own Metadata says so, or the rules of flow types are left out. */
  readonly type?: FlowType;
}

/**
 * What publishing would refuse in a flow, and what would not do what was meant. It takes any value: an object, or the
 * text of an export.
 *
 * @example
 * for (const { place, message } of checkFlow(exported)) console.log(place, message);
 */
export function checkFlow(flow: unknown, options: CheckFlowOptions = {}): readonly FlowProblem[] {
  const read = typeof flow === "string" ? parsed(flow) : flow;
  if (!isRawObject(read)) return [whole("is not a flow: not a JSON object")];
  if (Array.isArray(read.modules)) {
    return [whole("is an older export of the designer: export it again, in the flow language")];
  }
  if (!Array.isArray(read.Actions)) return [whole("has no list of Actions")];
  const characters = charactersOf(read);
  if (characters === undefined) {
    return [whole("cannot be written as JSON: nested too deep, or in a circle")];
  }
  return [
    ...checkWhole(read, read.Actions),
    ...(characters > maxCharacters ? [size(`has more than ${maxCharacters} characters`)] : []),
    ...checkActions(read, read.Actions, options),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function whole(message: string): FlowProblem {
  return { severity: "error", rule: "format", place: "flow", message };
}

function size(message: string): FlowProblem {
  return { ...whole(message), rule: "size" };
}

function checkWhole(flow: RawObject, actions: readonly unknown[]): readonly FlowProblem[] {
  const known = actions.some(
    (action) => objectOrEmpty(action).Identifier === (flow.StartAction ?? NaN),
  );
  return [
    ...(flow.Version === flowLanguageVersion
      ? []
      : [{ ...whole(`is not "${flowLanguageVersion}"`), place: "Version" }]),
    ...(known ? [] : [{ ...whole("names no action of the flow"), place: "StartAction" }]),
    ...(actions.length > maxActions ? [size(`has more than ${maxActions} actions`)] : []),
  ];
}

/** Its length as JSON, where it can be written as such. */
function charactersOf(flow: RawObject): number | undefined {
  try {
    return JSON.stringify(flow).length;
  } catch {
    return undefined;
  }
}

function checkActions(
  flow: RawObject,
  actions: readonly unknown[],
  options: CheckFlowOptions,
): readonly FlowProblem[] {
  const type = options.type ?? typeOf(flow);
  const identifiers = new Set(actions.map((action) => objectOrEmpty(action).Identifier));
  const findings = actions.flatMap((action, index) => {
    const found = isRawObject(action)
      ? checkAction(action, { identifiers, type })
      : [mistake("format", "", "is not an object")];
    const identifier = textOf(objectOrEmpty(action).Identifier);
    return found.map(({ at, ...rest }) => ({
      ...rest,
      place: at === "" ? `Actions[${index}]` : `Actions[${index}].${at}`,
      ...(identifier !== undefined && { action: identifier }),
    }));
  });
  return [...findings, ...checkIdentifiers(actions), ...checkReachable(flow.StartAction, actions)];
}

/** The designer's exports name their type in lower camel case; only a module has Settings. */
function typeOf(flow: RawObject): FlowType | undefined {
  if (isRawObject(flow.Settings)) return "MODULE";
  const said = textOf(objectOrEmpty(flow.Metadata).type);
  const written = said?.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();
  return flowTypes.find((type) => type === written);
}

/** Warns of actions that no way leads to. */
function checkReachable(start: unknown, actions: readonly unknown[]): readonly FlowProblem[] {
  const byIdentifier = new Map<unknown, RawObject>(
    actions.map(objectOrEmpty).map((action) => [action.Identifier, action] as const),
  );
  if (!byIdentifier.has(start)) return [];
  const reached = new Set<unknown>();
  const ahead = [start];
  while (ahead.length > 0) {
    const identifier = ahead.pop();
    const action = byIdentifier.get(identifier);
    if (action === undefined || reached.has(identifier)) continue;
    reached.add(identifier);
    ahead.push(...branchesOf(action).map(({ target }) => target));
  }
  return actions.flatMap((action, index) => {
    const { Identifier } = objectOrEmpty(action);
    if (typeof Identifier !== "string" || reached.has(Identifier)) return [];
    return [
      {
        severity: "warning" as const,
        rule: "unreachable" as const,
        place: `Actions[${index}]`,
        action: Identifier,
        message: "is never reached from StartAction",
      },
    ];
  });
}
