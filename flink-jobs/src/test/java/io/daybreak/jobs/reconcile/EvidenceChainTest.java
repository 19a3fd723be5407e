package io.daybreak.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceChainTest {

    @TempDir
    Path run;

    private EvidenceChain chain = EvidenceChain.after(EvidenceChain.NOTHING_BEFORE);

    @BeforeEach
    void seal() throws Exception {
        Files.writeString(run.resolve("stage-intake.json"), "{\"rows\": 1}");
        Files.writeString(run.resolve("stage-prepare.json"), "{\"rows\": 2}");
        chain = chain.seal(run, List.of("stage-intake.json", "stage-prepare.json"));
    }

    @Test
    void what_was_not_touched_fits() throws Exception {
        chain.write(run);

        assertThat(EvidenceChain.read(run)).isEqualTo(chain);
        assertThat(EvidenceChain.read(run).findings(run)).isEmpty();
    }

    @Test
    void a_changed_file_is_found() throws Exception {
        Files.writeString(run.resolve("stage-prepare.json"), "{\"rows\": 3}");

        assertThat(chain.findings(run)).singleElement().asString().startsWith("stage-prepare.json was changed");
    }

    @Test
    void a_file_that_is_gone_is_found() throws Exception {
        Files.delete(run.resolve("stage-intake.json"));

        assertThat(chain.findings(run)).containsExactly("stage-intake.json is gone");
    }

    @Test
    void an_entry_edited_to_match_a_changed_file_does_not_fit_its_link() throws Exception {
        Files.writeString(run.resolve("stage-intake.json"), "{\"rows\": 9}");
        EvidenceChain.Entry forged = EvidenceChain.after(EvidenceChain.NOTHING_BEFORE)
                .seal(run, List.of("stage-intake.json"))
                .entries()
                .get(0);
        EvidenceChain edited = new EvidenceChain(
                chain.follows(), List.of(forged, chain.entries().get(1)));

        assertThat(edited.findings(run))
                .singleElement()
                .asString()
                .startsWith("the link of stage-prepare.json does not fit");
    }

    @Test
    void a_file_written_anew_by_the_run_is_sealed_again_and_the_last_seal_counts() throws Exception {
        Files.writeString(run.resolve("stage-prepare.json"), "{\"rows\": 2, \"state\": \"PUBLISHED\"}");

        EvidenceChain resealed = chain.seal(run, List.of("stage-intake.json", "stage-prepare.json"));

        assertThat(resealed.entries()).hasSize(3);
        assertThat(resealed.findings(run)).isEmpty();
        assertThat(resealed.head()).isNotEqualTo(chain.head());
    }
}
