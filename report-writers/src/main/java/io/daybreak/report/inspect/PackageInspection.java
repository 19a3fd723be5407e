package io.daybreak.report.inspect;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The structure of an xBRL-CSV report package. */
final class PackageInspection {

    private static final List<String> REQUIRED = List.of(
            "META-INF/reportPackage.json",
            "reports/report.json",
            "reports/parameters.csv",
            "reports/FilingIndicators.csv");

    private PackageInspection() {}

    static void inspect(Path file, Findings findings) throws IOException {
        String folder = file.getFileName().toString().replaceFirst("\\.zip$", "") + "/";
        Set<String> names = new TreeSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .forEach(names::add);
        } catch (ZipException e) {
            findings.add(Finding.error("CSV-001", "package", "zip", "", "a ZIP archive: " + e.getMessage()));
            return;
        }
        for (String name : names) {
            if (!name.startsWith(folder)) {
                findings.add(Finding.error("EBA-NAME-071", "package", "entry", name, "the folder " + folder));
            } else if (!REQUIRED.contains(name.substring(folder.length()))
                    && !name.matches(".*/reports/[a-z0-9_.]+\\.csv")) {
                findings.add(Finding.error(
                        "CSV-005", "package", "entry", name, "no file besides tables and the four of the package"));
            }
        }
        for (String required : REQUIRED) {
            if (!names.contains(folder + required)) {
                findings.add(Finding.error("CSV-002", "package", "entry", "", folder + required));
            }
        }
    }
}
