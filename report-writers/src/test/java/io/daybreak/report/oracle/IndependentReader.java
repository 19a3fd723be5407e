package io.daybreak.report.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.prowidesoftware.swift.model.SwiftMessage;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.check.Findings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import quickfix.DataDictionary;
import quickfix.FieldException;
import quickfix.Message;

/** Reads files with programs that know nothing of the writers: the JDK's parser, commons-csv, QuickFIX/J, Prowide, a JSON schema. */
public final class IndependentReader {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .disable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private IndependentReader() {}

    /** Fails if the file is not what its format's engine promises; with the official schemas at hand, if they refuse it. */
    public static void read(ReportFormat format, Path file) throws Exception {
        Findings findings = format.check(file, SharedFolder.find().flatMap(Optional::of));
        assertThat(findings.kept()).as(file.toString()).isEmpty();
        switch (format.spec().engine()) {
            case "xml", "sdmx", "xbrl" -> parse(file);
            case "delimited" -> delimited(format, file);
            case "fixed" -> fixed(format, file);
            case "json" -> json(file);
            case "fix" -> fix(file);
            case "tag" -> tag(format, file);
            case "xbrl-csv" -> tables(file);
            default ->
                throw new IllegalArgumentException(
                        "no reader for " + format.spec().engine());
        }
    }

    private static void parse(Path file) throws IOException, SAXException, ParserConfigurationException {
        SAXParserFactory.newInstance().newSAXParser().parse(file.toFile(), new DefaultHandler());
    }

    private static void delimited(ReportFormat format, Path file) throws IOException {
        JsonNode options = format.spec().options();
        CSVFormat.Builder builder = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(options.path("delimiter").asText(",").charAt(0));
        if (options.path("quote").asText().equals("never")) {
            builder.setQuote(null);
        }
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, builder.get())) {
            List<Integer> sizes = parser.stream().map(record -> record.size()).toList();
            assertThat(sizes).isNotEmpty();
            if (format.id().equals("hmda.lar")) {
                assertThat(sizes).allMatch(size -> size == 15 || size == 110);
            } else {
                assertThat(sizes.stream().distinct()).hasSize(1);
            }
        }
    }

    private static void fixed(ReportFormat format, Path file) throws IOException {
        int width = format.spec().options().path("width").asInt();
        assertThat(Files.readAllLines(file, StandardCharsets.ISO_8859_1))
                .allSatisfy(line -> assertThat(line).hasSize(width).matches("[ -~\\u00A0-\\u00FF]*"));
    }

    private static void json(Path file) throws IOException {
        JsonNode batch = STRICT.readTree(file.toFile());
        assertThat(batch.get("count").asInt()).isEqualTo(batch.get("data").size());
        Optional<Path> shared = SharedFolder.find();
        if (shared.isPresent()) {
            Path schemas = shared.get().resolve("suade-fire/schemas");
            JsonSchema schema = LoanSchema.of(schemas);
            batch.get("data").forEach(loan -> assertThat(schema.validate(loan)).isEmpty());
        }
    }

    private static final class LoanSchema {
        private static JsonSchema cached;

        static synchronized JsonSchema of(Path schemas) throws IOException {
            if (cached == null) {
                JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V7,
                        builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(
                                "https://raw.githubusercontent.com/SuadeLabs/fire/master/schemas/",
                                schemas.toUri().toString())));
                cached = factory.getSchema(
                        new ObjectMapper().readTree(schemas.resolve("loan.json").toFile()));
            }
            return cached;
        }
    }

    private static final class Fix44 {
        private static final DataDictionary DICTIONARY = load();

        private static DataDictionary load() {
            try {
                return new DataDictionary("FIX44.xml");
            } catch (quickfix.ConfigError e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void fix(Path file) throws Exception {
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
            Message message = new Message(line, Fix44.DICTIONARY, true);
            try {
                Fix44.DICTIONARY.validate(message);
            } catch (FieldException e) {
                throw new AssertionError("QuickFIX/J refuses " + line.replace('\u0001', '|'), e);
            }
        }
    }

    private static void tag(ReportFormat format, Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (format.id().startsWith("swift.")) {
            for (String message : text.split("(?<=-})\n")) {
                SwiftMessage parsed = SwiftMessage.parse(message);
                assertThat(parsed.getUnparsedTexts().size()).as(message).isZero();
                assertThat(parsed.getBlock4().getTags()).as(message).isNotEmpty();
            }
        } else if (format.id().equals("bai2")) {
            assertThat(text.lines()).allMatch(line -> line.matches("(01|02|03|16|49|88|98|99),[^/]*/"));
        }
    }

    private static void tables(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().endsWith(".csv")) {
                    STRICT.readTree(zip.getInputStream(entry));
                    continue;
                }
                Reader reader = new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8);
                try (CSVParser parser = CSVParser.parse(reader, CSVFormat.RFC4180)) {
                    assertThat(parser.stream().map(record -> record.size()).distinct())
                            .as(entry.getName())
                            .hasSize(1);
                }
            }
        }
    }
}
