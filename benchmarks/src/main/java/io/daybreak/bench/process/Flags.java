package io.daybreak.bench.process;

import java.util.ArrayList;
import java.util.List;

/** Flags of the measured virtual machines. */
public final class Flags {

    /** What the launcher gives a night ({@code ./daybreak}): a test compares them. */
    public static final List<String> NIGHT_MEMORY =
            List.of("-XX:+UseParallelGC", "-Xmn700m", "-Xms1g", "-Xmx1500m", "-XX:MaxMetaspaceSize=512m");

    /** What the launcher asks of the compilers for a night: the second one only for what is hot on a large day too. */
    public static final List<String> NIGHT_COMPILERS = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private static final List<String> OPEN = List.of(
            "java.base/java.lang",
            "java.base/java.net",
            "java.base/java.io",
            "java.base/java.nio",
            "java.base/java.lang.reflect",
            "java.base/java.text",
            "java.base/java.time",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/java.util.concurrent.locks",
            "java.base/sun.nio.ch");

    /** Flink's own list for Java 17, as in the pom. */
    private static final List<String> FLINK_EXPORTS = List.of(
            "--add-exports=java.base/sun.net.util=ALL-UNNAMED",
            "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
            "--add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED");

    private static final List<String> SYSTEM =
            List.of("-Duser.timezone=UTC", "-Dlog4j2.configurationFile=daybreak-log4j2.properties");

    static final List<String> NIGHT = join(NIGHT_MEMORY, NIGHT_COMPILERS, opens(OPEN), FLINK_EXPORTS, SYSTEM);

    static final List<String> FLINK_SQL =
            join(List.of("-XX:+UseParallelGC", "-Xms1g", "-Xmx4g"), opens(OPEN), FLINK_EXPORTS, SYSTEM);

    /** Spark's own list for Java 17 ({@code JavaModuleOptions}), its default collector, the heap of the baseline. */
    static final List<String> SPARK = join(
            List.of("-XX:+UseG1GC", "-Xmx6g", "-Duser.timezone=UTC", "-Djdk.reflect.useDirectMethodHandle=false"),
            opens(OPEN),
            opens(List.of(
                    "java.base/java.lang.invoke",
                    "java.base/jdk.internal.ref",
                    "java.base/sun.nio.cs",
                    "java.base/sun.security.action",
                    "java.base/sun.util.calendar",
                    "java.security.jgss/sun.security.krb5")));

    private static List<String> opens(List<String> packages) {
        return packages.stream()
                .map(name -> "--add-opens=" + name + "=ALL-UNNAMED")
                .toList();
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    private Flags() {}
}
