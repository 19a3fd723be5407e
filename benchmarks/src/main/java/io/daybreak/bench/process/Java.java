package io.daybreak.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of virtual machines like this one. */
public final class Java {

    /** A main class on this process's class path, with the night's flags. */
    public static List<String> night(String mainClass, String... arguments) {
        return command(Flags.NIGHT, System.getProperty("java.class.path"), mainClass, arguments);
    }

    /** A main class with flags and class path of its own. */
    public static List<String> command(List<String> flags, String classPath, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-cp");
        command.add(classPath);
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return command;
    }

    private Java() {}
}
