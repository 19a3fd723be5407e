/**
 * The answer to a spot interruption on a node: the notice from the instance's metadata, more on-demand asked for at
 * once, and the node drained in YARN so that nothing new starts on it. Flink ignores YARN's decommissioning and cannot
 * move running tasks; what runs on the node is lost after two minutes and computed again.
 */
@NullMarked
package io.daybreak.emr.spot;

import org.jspecify.annotations.NullMarked;
