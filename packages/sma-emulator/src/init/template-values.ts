import { listOf, mapOf, type RawMap, type Resource, type Template } from "./read-template.ts";

/** What the values of a template need to know of the rest of the world. */
export interface TemplateWorld {
  readonly awsRegion: string;
  readonly awsAccountId: string;
  /** Name that a resource has here, as its `Ref` gives it. */
  readonly nameOf: (logicalId: string, resource: Resource) => string;
  /** An attribute of a resource; undefined where nobody knows it. */
  readonly attributeOf: (logicalId: string, attribute: string) => string | undefined;
  /** What another template exports. */
  readonly exported: (name: string) => unknown;
  /** What a parent stack hands to this one; undefined where it hands nothing. */
  readonly parameterOf: (name: string) => unknown;
}

/** Stands in the place of a value that only a deployment would know. */
const unknown = Symbol("unknown");

/** The values of a template, with its functions carried out as far as that is possible without a deployment. */
export class TemplateValues {
  readonly #template: Template;
  readonly #world: TemplateWorld;
  readonly #conditions = new Set<string>();

  constructor(template: Template, world: TemplateWorld) {
    this.#template = template;
    this.#world = world;
  }

  /** Undefined when a part of it is not known, or is not there. */
  text(value: unknown): string | undefined {
    const known = this.#of(value);
    return ["string", "number", "boolean"].includes(typeof known) ? String(known) : undefined;
  }

  /** A list or map with everything in it; what is not known is left out. */
  whole(value: unknown): unknown {
    const known = this.#of(value);
    if (known === unknown) return undefined;
    if (Array.isArray(known)) return known.map((each) => this.whole(each));
    if (typeof known !== "object" || known === null) return known;
    return Object.fromEntries(
      Object.entries(known).map(([key, each]) => [key, this.whole(each)] as const),
    );
  }

  #of(value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const [entry, ...others] = Object.entries(value);
    if (!entry || others.length > 0) return value;
    const [name, argument] = entry;
    const known = Object.hasOwn(this.#functions, name) && this.#functions[name];
    if (known) return known(argument);
    return name.startsWith("Fn::") ? unknown : value;
  }

  readonly #functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (id) => this.#ref(String(id)),
    "Fn::GetAtt": (argument) => {
      const [id = "", attribute = ""] = Array.isArray(argument)
        ? argument.map(String)
        : String(argument).split(/\.(.*)/s);
      return this.#world.attributeOf(id, attribute) ?? unknown;
    },
    "Fn::Sub": (argument) => {
      const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
      return this.#substituted(String(text), mapOf(variables));
    },
    "Fn::Join": (argument) => {
      const [between, parts] = listOf(argument);
      const texts = listOf(this.#of(parts)).map((part) => this.text(part));
      return texts.includes(undefined) ? unknown : texts.join(String(between));
    },
    "Fn::Select": (argument) => {
      const [index, list] = listOf(argument);
      return this.#of(listOf(this.#of(list))[Number(this.text(index))] ?? unknown);
    },
    "Fn::Split": (argument) => {
      const [between, text] = listOf(argument);
      return this.text(text)?.split(String(between)) ?? unknown;
    },
    "Fn::FindInMap": (argument) => {
      const [map, ...keys] = listOf(argument).map((each) => this.text(each) ?? "");
      const found = keys.reduce<unknown>(
        (inside, key) => mapOf(inside)[key],
        this.#template.mappings[map ?? ""],
      );
      return this.#of(found ?? unknown);
    },
    "Fn::If": (argument) => {
      const [condition, then, otherwise] = listOf(argument);
      const holds = this.#holds({ Condition: condition });
      return holds === undefined ? unknown : this.#of(holds ? then : otherwise);
    },
    "Fn::ImportValue": (argument) => this.#world.exported(this.text(argument) ?? "") ?? unknown,
    "Fn::ToJsonString": (argument) => JSON.stringify(this.whole(argument)),
  };

  #ref(id: string): unknown {
    const pseudo = this.#pseudo(id);
    if (pseudo !== undefined) return pseudo;
    const resource = this.#template.resources[id];
    if (resource) return this.#world.nameOf(id, resource);
    const handed = this.#world.parameterOf(id);
    if (handed !== undefined) return handed;
    const { Default, Type } = this.#template.parameters[id] ?? {};
    // The default is the name of a parameter in the Systems Manager, not its value.
    if (/^AWS::SSM::Parameter::Value/.test(String(Type))) return unknown;
    return Default ?? unknown;
  }

  #pseudo(id: string): unknown {
    const { awsRegion, awsAccountId } = this.#world;
    const values: Readonly<Record<string, unknown>> = {
      "AWS::Region": awsRegion,
      "AWS::AccountId": awsAccountId,
      "AWS::Partition": "aws",
      "AWS::URLSuffix": "amazonaws.com",
      "AWS::StackName": "local",
      "AWS::StackId": `arn:aws:cloudformation:${awsRegion}:${awsAccountId}:stack/local/local`,
      "AWS::NoValue": unknown,
    };
    return values[id];
  }

  #substituted(text: string, variables: RawMap): unknown {
    let complete = true;
    const done = text.replaceAll(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
      const value = Object.hasOwn(variables, name)
        ? this.text(variables[name])
        : this.text(name.includes(".") ? { "Fn::GetAtt": name } : { Ref: name });
      complete &&= value !== undefined;
      return value ?? "";
    });
    return complete ? done.replaceAll("${!", "${") : unknown;
  }

  /** Undefined when it depends on what is not known. */
  #holds(condition: unknown): boolean | undefined {
    const [entry] = Object.entries(mapOf(condition));
    if (!entry) return undefined;
    const [name, argument] = entry;
    const all = listOf(argument);
    switch (name) {
      case "Condition":
        return this.#named(String(argument));
      case "Fn::Equals": {
        const [left, right] = all.map((each) => this.text(each));
        return left === undefined || right === undefined ? undefined : left === right;
      }
      case "Fn::Not": {
        const holds = this.#holds(all[0]);
        return holds === undefined ? undefined : !holds;
      }
      case "Fn::And":
        return every(all.map((each) => this.#holds(each)));
      case "Fn::Or": {
        const none = every(all.map((each) => this.#holds({ "Fn::Not": [each] })));
        return none === undefined ? undefined : !none;
      }
      default:
        return undefined;
    }
  }

  #named(name: string): boolean | undefined {
    if (this.#conditions.has(name)) return undefined;
    this.#conditions.add(name);
    const holds = this.#holds(this.#template.conditions[name]);
    this.#conditions.delete(name);
    return holds;
  }
}

function every(conditions: readonly (boolean | undefined)[]): boolean | undefined {
  if (conditions.includes(false)) return false;
  return conditions.includes(undefined) ? undefined : true;
}
