package io.daybreak.jobs.landing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the sender vouches for: a feed's rows, amounts and files on one business date. The first link of the chain of
 * control totals.
 *
 * @param feed table of the contract
 * @param businessDate day of the feed
 * @param rows rows over all files
 * @param amounts sum of the table's amount column by currency; {@code "-"} for rows without a currency; every currency
 *     that occurs has an entry, a row without an amount adds nothing; empty where the table holds no one amount
 * @param files every data file, by name
 */
public record Trailer(
        String feed, LocalDate businessDate, long rows, Map<String, BigDecimal> amounts, List<FileEntry> files) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /**
     * One data file.
     *
     * @param name within the feed's directory
     * @param bytes size
     * @param rows rows
     * @param sha256 of its bytes, lower-case hexadecimal
     */
    @JsonPropertyOrder({"name", "bytes", "rows", "sha256"})
    public record FileEntry(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "bytes", required = true) long bytes,
            @JsonProperty(value = "rows", required = true) long rows,
            @JsonProperty(value = "sha256", required = true) String sha256) {

        public FileEntry {
            if (name.isBlank() || name.contains("/") || name.contains("\\")) {
                throw new IllegalArgumentException("file name '" + name + "' is not a plain name");
            }
            if (bytes < 0 || rows < 0) {
                throw new IllegalArgumentException("file " + name + " has " + bytes + " bytes and " + rows + " rows");
            }
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("file " + name + ": sha256 '" + sha256 + "' is not 64 hex digits");
            }
        }
    }

    public Trailer {
        if (feed.isBlank()) {
            throw new IllegalArgumentException("a trailer names its feed");
        }
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        List<FileEntry> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(FileEntry::name));
        files = List.copyOf(sorted);
        Set<String> names = new HashSet<>();
        long fileRows = 0;
        for (FileEntry file : files) {
            if (!names.add(file.name())) {
                throw new IllegalArgumentException("trailer of " + feed + " lists " + file.name() + " twice");
            }
            fileRows = Math.addExact(fileRows, file.rows());
        }
        if (fileRows != rows) {
            throw new IllegalArgumentException(
                    "trailer of " + feed + " says " + rows + " rows, its files say " + fileRows);
        }
    }

    /** The trailer of these files. */
    public static Trailer of(String feed, LocalDate businessDate, List<LandedFile> landed) {
        long rows = 0;
        SortedMap<String, BigDecimal> amounts = new TreeMap<>();
        List<FileEntry> files = new ArrayList<>();
        for (LandedFile file : landed) {
            rows += file.entry().rows();
            files.add(file.entry());
            file.amounts().forEach((currency, amount) -> amounts.merge(currency, amount, BigDecimal::add));
        }
        return new Trailer(feed, businessDate, rows, amounts, files);
    }

    /**
     * Reads {@code _trailer.json} of a feed's directory.
     *
     * @throws IOException if it is missing, is not JSON, lacks a field or contradicts itself; the message names the file
     */
    public static Trailer read(Path directory) throws IOException {
        Path path = directory.resolve(LandingPaths.TRAILER);
        return parse(Files.readAllBytes(path), path.toString());
    }

    /**
     * Reads the content of a trailer.
     *
     * @param where it was found, for messages
     * @throws IOException if it is not JSON, lacks a field or contradicts itself
     */
    public static Trailer parse(byte[] json, String where) throws IOException {
        try {
            return JSON.readValue(json, Wire.class).toTrailer();
        } catch (JsonProcessingException e) {
            throw new IOException("trailer " + where + " is not readable: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            throw new IOException("trailer " + where + " contradicts itself: " + e.getMessage(), e);
        }
    }

    /** Writes {@code _trailer.json} into a feed's directory. */
    public void write(Path directory) throws IOException {
        byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(Wire.of(this));
        Files.write(directory.resolve(LandingPaths.TRAILER), json);
    }

    /** The JSON, with amounts as plain decimal text. */
    @JsonPropertyOrder({"feed", "business_date", "rows", "amounts", "files"})
    private record Wire(
            @JsonProperty(value = "feed", required = true) String feed,

            @JsonProperty(value = "business_date", required = true)
            String businessDate,

            @JsonProperty(value = "rows", required = true) long rows,

            @JsonProperty(value = "amounts", required = true)
            Map<String, String> amounts,

            @JsonProperty(value = "files", required = true) List<FileEntry> files) {

        private static Wire of(Trailer trailer) {
            SortedMap<String, String> amounts = new TreeMap<>();
            trailer.amounts.forEach((currency, amount) -> amounts.put(currency, amount.toPlainString()));
            return new Wire(trailer.feed, trailer.businessDate.toString(), trailer.rows, amounts, trailer.files);
        }

        private Trailer toTrailer() {
            if (feed == null || businessDate == null || amounts == null || files == null) {
                throw new IllegalArgumentException("feed, business_date, amounts and files must not be null");
            }
            SortedMap<String, BigDecimal> parsed = new TreeMap<>();
            amounts.forEach((currency, amount) -> parsed.put(currency, new BigDecimal(amount)));
            return new Trailer(feed, LocalDate.parse(businessDate), rows, parsed, files);
        }
    }
}
