/**
 * What is watched: the metrics of the brief's O1 to O3 with names, units and dimensions, the eight alarms of O4 with
 * exactly its thresholds, as CloudWatch alarms and as checks at the end of a night, the dashboard, and two writers
 * (CloudWatch's embedded metric format, StatsD). Nothing here talks to AWS: EMF lines reach CloudWatch through the log
 * agent, StatsD through the agent's port 8125.
 */
@NullMarked
package io.daybreak.emr.watch;

import org.jspecify.annotations.NullMarked;
