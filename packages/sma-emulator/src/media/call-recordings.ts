import { sampleRate, writeWav } from "@skill-call/phones";
import type { CallRecording, Media } from "../service/media/media.ts";
import { CallRecorder } from "./call-recorder.ts";
import type { LegMediaOptions } from "./create-leg-media.ts";
import { openBucketFolder } from "./store/bucket-folder.ts";

type CallRecordingsOptions = Pick<LegMediaOptions, "clock" | "endpointOf" | "recordingsFolder"> & {
  readonly warn: (message: string) => void;
};

interface Running {
  readonly recorder: CallRecorder;
  /** Writes it, once. */
  finish(): Promise<void>;
}

/** The recordings of calls that are under way, by their legs. */
export function createCallRecordings(options: CallRecordingsOptions): Media["recordCall"] {
  const { clock, endpointOf, recordingsFolder, warn } = options;
  const running = new Map<string, Running>();

  const start = async (callId: string, recording: CallRecording) => {
    if (recordingsFolder === undefined) {
      return warn("There is no recordings folder: the call is not recorded.");
    }
    const endpoint = await endpointOf(callId);
    if (!endpoint) return warn("The call is not recorded: its media do not pass here.");
    const recorder = new CallRecorder({ endpoint, clock, track: recording.track });
    const finish = async () => {
      if (running.get(callId) !== entry) return;
      running.delete(callId);
      const file = writeWav({ sampleRate, ...recorder.finish() });
      const kept = await openBucketFolder(recordingsFolder).write(recording, file);
      if (!kept) warn(`The recording cannot be written below ${recordingsFolder}.`);
    };
    const entry: Running = { recorder, finish };
    await running.get(callId)?.finish();
    running.set(callId, entry);
    void endpoint.closed.then(finish);
  };

  return async (callId, change) => {
    if (change.what === "starts") return start(callId, change.recording);
    const current = running.get(callId);
    if (!current) return warn("There is no recording of the call under way.");
    if (change.what === "stops") return current.finish();
    if (change.what === "pauses") current.recorder.pause();
    else current.recorder.resume();
  };
}
