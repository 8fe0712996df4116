export interface InjectOptions<Operation> {
  /** Only this operation; every one without it. */
  readonly operation?: Operation;
  /** How many requests it befalls; all without it. */
  readonly times?: number;
}

/** Faults to befall the requests to come. */
export interface Faults<Fault, Operation = never> {
  inject(fault: Fault, options?: InjectOptions<Operation>): void;
  clear(): void;
  /** What is still to come, oldest first. */
  planned(): readonly PlannedFault<Fault, Operation>[];
}

export interface PlannedFault<Fault, Operation> {
  readonly fault: Fault;
  readonly options: InjectOptions<Operation>;
}

interface Plan<Fault, Operation> {
  readonly fault: Fault;
  readonly operation: Operation | undefined;
  left: number;
}

/** The faults still to come, oldest first. */
export class FaultQueue<Fault, Operation = never> implements Faults<Fault, Operation> {
  #plans: Plan<Fault, Operation>[] = [];

  inject(fault: Fault, options: InjectOptions<Operation> = {}): void {
    const left = options.times ?? Number.POSITIVE_INFINITY;
    this.#plans.push({ fault, operation: options.operation, left });
  }

  clear(): void {
    this.#plans = [];
  }

  planned(): readonly PlannedFault<Fault, Operation>[] {
    return this.#plans.map(({ fault, operation, left }) => ({
      fault,
      options: {
        ...(operation !== undefined && { operation }),
        ...(Number.isFinite(left) && { times: left }),
      },
    }));
  }

  /** The fault of this request, if one is due. */
  take(operation?: Operation): Fault | undefined {
    const plan = this.#plans.find(
      (each) => each.operation === undefined || each.operation === operation,
    );
    if (!plan) return undefined;
    plan.left -= 1;
    if (plan.left <= 0) this.#plans.splice(this.#plans.indexOf(plan), 1);
    return plan.fault;
  }
}
