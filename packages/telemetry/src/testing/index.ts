export { captureOutput } from "./capture-output.ts";
export { chartedMetrics, shapeOf } from "./charted-metrics.ts";
export { traceHeader, XRayDaemon } from "./x-ray-daemon.ts";
