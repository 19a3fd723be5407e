package io.daybreak.bench.process;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one process cost, whole.
 *
 * @param wallSeconds from its start to its end
 * @param engineSeconds of them, from when its engine stood to when the work was done
 * @param startSeconds of them, until its engine stood
 * @param cpuSeconds processor time, user and system, of the process and its own children
 * @param peakRssMib most resident memory at any time
 * @param readMib what it read by system calls, class files included
 * @param writtenMib what it wrote by system calls
 * @param told figures of its own, by name
 */
public record Figures(
        double wallSeconds,
        double engineSeconds,
        double startSeconds,
        double cpuSeconds,
        double peakRssMib,
        double readMib,
        double writtenMib,
        Map<String, String> told) {

    public Figures {
        told = java.util.Collections.unmodifiableMap(new TreeMap<>(told));
    }
}
