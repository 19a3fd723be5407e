package io.daybreak.jobs.page;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.reconcile.EvidenceChain;
import io.daybreak.jobs.run.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes summary and page into a run's folder and seals them there with the rest of the run's files. */
public final class NightReport {

    /**
     * Writes both, replacing what an earlier end of the same run left.
     *
     * @param copies folders that get both too
     * @return where the page is: in the first of the copies, or in the run's folder if there are none
     * @throws IOException if disk or rights are lacking
     */
    public static Path write(Lake lake, LocalDate businessDate, int attempt, NightSummary summary, List<Path> copies)
            throws IOException {
        Path run = new RunStore(lake).folder(businessDate, attempt);
        byte[] page = NightPage.render(summary).getBytes(StandardCharsets.UTF_8);
        List<Path> folders = new ArrayList<>(copies);
        folders.add(run);
        for (Path folder : folders) {
            SummaryFile.write(folder.resolve(SummaryFile.NAME), summary);
            RunStore.replaceBytes(folder.resolve(NightPage.NAME), page);
        }
        seal(run);
        return folders.get(0).resolve(NightPage.NAME);
    }

    /** Adds every file of the run that the chain does not hold yet; a run that was stopped early has no chain. */
    private static void seal(Path run) throws IOException {
        if (!Files.isRegularFile(run.resolve(EvidenceChain.FILE))) {
            return;
        }
        List<String> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(run)) {
            for (Path path : paths.toList()) {
                String name = path.getFileName().toString();
                if (Files.isRegularFile(path) && !name.startsWith(".") && !name.equals(EvidenceChain.FILE)) {
                    files.add(name);
                }
            }
        }
        files.sort(String::compareTo);
        EvidenceChain.read(run).seal(run, files).write(run);
    }

    private NightReport() {}
}
