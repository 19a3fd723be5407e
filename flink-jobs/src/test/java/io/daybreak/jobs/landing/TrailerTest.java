package io.daybreak.jobs.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailerTest {

    private static final String HASH = "ab".repeat(32);
    private static final LocalDate DAY = LocalDate.of(2025, 11, 25);

    @TempDir
    Path directory;

    @Test
    void a_trailer_reads_back_as_it_was_written_with_files_by_name_and_plain_amounts() throws Exception {
        LandedFile second = new LandedFile(
                new Trailer.FileEntry("part-00001.parquet", 10, 2, HASH), Map.of("EUR", new BigDecimal("1.20")));
        LandedFile first = new LandedFile(
                new Trailer.FileEntry("part-00000.parquet", 20, 3, HASH),
                Map.of("EUR", new BigDecimal("1000000000.05"), "-", new BigDecimal("-3.00")));

        Trailer trailer = Trailer.of("transactions", DAY, List.of(second, first));
        trailer.write(directory);

        assertThat(Trailer.read(directory)).isEqualTo(trailer);
        assertThat(trailer.rows()).isEqualTo(5);
        assertThat(trailer.files())
                .extracting(Trailer.FileEntry::name)
                .containsExactly("part-00000.parquet", "part-00001.parquet");
        assertThat(Files.readString(directory.resolve(LandingPaths.TRAILER)))
                .contains("\"business_date\" : \"2025-11-25\"", "\"EUR\" : \"1000000001.25\"", "\"-\" : \"-3.00\"");
    }

    @Test
    void a_trailer_that_contradicts_itself_is_refused() {
        List<Trailer.FileEntry> files = List.of(new Trailer.FileEntry("a", 1, 2, HASH));

        assertThatThrownBy(() -> new Trailer("f", DAY, 3, Map.of(), files))
                .hasMessageContaining("says 3 rows, its files say 2");
        assertThatThrownBy(() -> new Trailer("f", DAY, 4, Map.of(), List.of(files.get(0), files.get(0))))
                .hasMessageContaining("lists a twice");
        assertThatThrownBy(() -> new Trailer.FileEntry("../a", 1, 2, HASH)).hasMessageContaining("not a plain name");
        assertThatThrownBy(() -> new Trailer.FileEntry("a", 1, 2, "xyz")).hasMessageContaining("64 hex digits");
    }

    @Test
    void a_damaged_trailer_file_is_an_error_that_names_it() throws Exception {
        Path path = directory.resolve(LandingPaths.TRAILER);

        for (String damaged : List.of(
                "{\"feed\":\"x\"",
                "{\"feed\":\"x\"}",
                "{\"feed\":\"x\",\"business_date\":\"2025-13-01\",\"rows\":0,\"amounts\":{},\"files\":[]}",
                "{\"feed\":\"x\",\"business_date\":\"2025-12-01\",\"rows\":1,\"amounts\":{},\"files\":[]}",
                "{\"feed\":\"x\",\"business_date\":\"2025-12-01\",\"rows\":0,\"amounts\":{\"EUR\":\"1,2\"},\"files\":[]}",
                "{\"feed\":\"x\",\"business_date\":\"2025-12-01\",\"rows\":0,\"amounts\":{},\"files\":[],\"more\":1}")) {
            Files.writeString(path, damaged);

            assertThatThrownBy(() -> Trailer.read(directory))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(path.toString());
        }
    }
}
