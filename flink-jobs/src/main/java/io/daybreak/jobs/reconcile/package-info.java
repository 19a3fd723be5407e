/**
 * The last stage of the night: the totals of all stages are chained and compared with what readers see, lineage is
 * written down, and the run's records are sealed in a chain of hashes. {@link
 * io.daybreak.jobs.reconcile.ReconcileStage} is the entry point, {@link io.daybreak.jobs.reconcile.EvidenceChain} is
 * what an auditor checks with. Computes nothing of the business.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.reconcile;
