export { captureOutput } from "./capture-output.ts";
export { chartedMetrics, type MetricShape, shapeOf } from "./charted-metrics.ts";
export { type SegmentDocument, traceHeader, XRayDaemon } from "./x-ray-daemon.ts";
