/** Counted once for each round of canary calls that all came through. No business metric: nobody called. */
export const canaryArrived = "CanaryArrived";

/** Dimension `service` of it. */
export const canaryService = "canary";
