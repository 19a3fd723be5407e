package io.daybreak.jobs.feeds;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What came of one feed: kept beside its files as {@value #FILE}.
 *
 * @param feed table of the contract
 * @param businessDate of the landing
 * @param rows landed
 * @param mappings what it was made by; none for a feed declared empty
 */
@JsonPropertyOrder({"feed", "business_date", "rows", "mappings"})
public record LandedFeed(
        String feed, @JsonProperty("business_date") String businessDate, long rows, List<Mapped> mappings) {

    /** Beside a feed's files: where it came from. */
    public static final String FILE = "_mapping.json";

    /** Beside a feed's files: the source rows that did not read, one JSON object a line. */
    public static final String UNPARSED = "_unparsed.jsonl";

    public LandedFeed {
        mappings = List.copyOf(mappings);
    }

    /** Source rows kept aside because they did not read. */
    public long unparsed() {
        return mappings.stream()
                .flatMap(mapping -> mapping.sources().stream())
                .mapToLong(Read::unparsed)
                .sum();
    }

    /**
     * What one mapping gave.
     *
     * @param mapping its name
     * @param rows it gave
     */
    @JsonPropertyOrder({"mapping", "rows", "sources"})
    public record Mapped(String mapping, long rows, List<Read> sources) {

        public Mapped {
            sources = List.copyOf(sources);
        }
    }

    /**
     * What became of one source's rows: {@code rows = used + outside + unparsed}.
     *
     * @param rows counted from the bytes of its files
     * @param used seen by the SELECT
     * @param outside left out by the source's condition
     * @param unparsed kept aside
     */
    @JsonPropertyOrder({"source", "rows", "used", "outside", "unparsed", "files"})
    public record Read(String source, long rows, long used, long outside, long unparsed, List<FileSeen> files) {

        public Read {
            files = List.copyOf(files);
        }
    }

    /** One file of a source. */
    @JsonPropertyOrder({"path", "bytes", "records", "sha256"})
    public record FileSeen(String path, long bytes, long records, String sha256) {}
}
