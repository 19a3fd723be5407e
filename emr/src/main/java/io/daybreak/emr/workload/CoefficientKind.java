package io.daybreak.emr.workload;

/** Where a stage's coefficients come from. */
public enum CoefficientKind {
    /** From a run of this stage. */
    MEASURED,
    /** From runs of something close to it. */
    DERIVED,
    /** From judgement. */
    ASSUMED
}
