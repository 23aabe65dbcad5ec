package io.callscope.transcribe.recognize;

/**
 * What a voice sounds like over one phrase. It serves to tell the voices of one call apart and lives no longer than
 * that; it is never stored.
 *
 * @param values 128 numbers; only their direction counts
 * @param frames how much speech it stands on, frames of 10 ms
 */
public record SpeakerVector(float[] values, int frames) {}
