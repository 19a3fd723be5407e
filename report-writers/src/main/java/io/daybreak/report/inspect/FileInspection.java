package io.daybreak.report.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.spec.FormatSpec;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Checks a file against what its format says of it, in one pass and without holding it in memory. */
public final class FileInspection {

    private FileInspection() {}

    /**
     * Everything wrong with a file.
     *
     * @param spec the file's format
     * @param file the file
     * @param schemas the folder of official schemas, laid out as the formats' oracles name them; empty checks form only
     * @throws IOException if the file or the schema cannot be read
     */
    public static Findings inspect(FormatSpec spec, Path file, Optional<Path> schemas) throws IOException {
        Findings findings = new Findings();
        switch (spec.engine()) {
            case "xml", "sdmx", "xbrl" -> XmlInspection.inspect(spec, file, schemas, findings);
            case "xbrl-csv", "xbrl-csv-tables" -> PackageInspection.inspect(file, findings);
            case "fixed" -> fixed(spec, file, findings);
            case "json" -> json(file, findings);
            default -> characters(file, findings);
        }
        return findings;
    }

    private static void fixed(FormatSpec spec, Path file, Findings findings) throws IOException {
        int width = spec.options().path("width").asInt();
        int block = spec.options().path("block").asInt(1);
        int end = switch (spec.options().path("line").asText("lf")) {
            case "none" -> 0;
            case "crlf" -> 2;
            default -> 1;
        };
        long records = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] record = in.readNBytes(width + end);
            while (record.length > 0) {
                records++;
                boolean complete = record.length >= width
                        && (end == 0 || record.length < width + end || record[width + end - 1] == '\n');
                if (!complete || contains(record, width, '\n')) {
                    findings.add(Finding.error(
                            "width",
                            "record " + records,
                            "record",
                            "",
                            width + " characters and " + end + " of line end"));
                    return;
                }
                record = in.readNBytes(width + end);
            }
        }
        if (records == 0 || records % block != 0) {
            findings.add(Finding.error("block", "file", "records", Long.toString(records), "a multiple of " + block));
        }
    }

    private static boolean contains(byte[] record, int width, char wanted) {
        for (int i = 0; i < Math.min(width, record.length); i++) {
            if (record[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    private static void json(Path file, Findings findings) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        } catch (JsonProcessingException e) {
            findings.add(Finding.error(
                    "json",
                    "line " + e.getLocation().getLineNr(),
                    "document",
                    "",
                    String.valueOf(e.getOriginalMessage())));
        }
    }

    private static void characters(Path file, Findings findings) throws IOException {
        long position = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                position++;
                if (b < ' ' && b != '\n' && b != '\r' && b != 1) {
                    findings.add(Finding.error(
                            "character", "byte " + position, "file", Integer.toHexString(b), "no control characters"));
                    return;
                }
            }
        }
        if (position == 0) {
            findings.add(Finding.error("required", "file", "content", "", "at least one record"));
        }
    }
}
