/** Sound of one channel. */
export interface PcmAudio {
  /** Samples a second. */
  readonly sampleRate: number;
  /** 16-bit linear. */
  readonly samples: Int16Array;
}
