package io.daybreak.emr.price;

/** Processor architecture; one cluster keeps to one. */
public enum Architecture {
    X86_64,
    ARM64
}
