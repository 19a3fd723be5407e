package io.daybreak.bench.spark;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up what tasks spilled to disk. */
final class SpillCounter extends SparkListener {

    private final AtomicLong bytes = new AtomicLong();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (task.taskMetrics() != null) {
            bytes.addAndGet(task.taskMetrics().diskBytesSpilled());
        }
    }

    long bytes() {
        return bytes.get();
    }
}
