package io.daybreak.emr.forecast;

import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * The volume of a past business day, as its manifest counted it.
 *
 * @param rows transactions, at least 1
 * @param bytes landed bytes, at least 1
 */
public record DayVolume(LocalDate date, long rows, long bytes) {

    public DayVolume {
        if (rows < 1 || bytes < 1) {
            throw Refusal.configuration(
                    "volume of " + date + " needs at least 1 row and 1 byte, got " + rows + " and " + bytes);
        }
    }

    /**
     * Reads lines of {@code date,rows,bytes}; a first line that begins with {@code date} is a header.
     *
     * @throws Refusal (configuration) naming file and line for anything else
     */
    public static List<DayVolume> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new Refusal(ExitCode.CONFIGURATION, "cannot read volumes from " + file + ": " + e.getMessage(), e);
        }
        List<DayVolume> days = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            if (line.isEmpty() || (i == 0 && line.startsWith("date"))) {
                continue;
            }
            String[] parts = line.split(",", -1);
            try {
                days.add(new DayVolume(
                        LocalDate.parse(parts[0].trim()),
                        Long.parseLong(parts[1].trim()),
                        Long.parseLong(parts[2].trim())));
            } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new Refusal(
                        ExitCode.CONFIGURATION,
                        file + " line " + (i + 1) + ": '" + line + "' is not date,rows,bytes",
                        e);
            }
        }
        return List.copyOf(days);
    }
}
