/**
 * The night's graph for other people's schedulers: an Airflow DAG, a Step Functions definition. Text out, nothing
 * scheduled here; both send the job flow and the steps of {@code launch}.
 */
@NullMarked
package io.daybreak.emr.orchestrate;

import org.jspecify.annotations.NullMarked;
