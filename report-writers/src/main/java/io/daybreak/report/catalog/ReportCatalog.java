package io.daybreak.report.catalog;

import io.daybreak.report.engine.Engine;
import io.daybreak.report.spec.FormatSpec;
import io.daybreak.report.spec.SpecException;
import io.daybreak.report.spec.SpecReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every format there is, by id. The entry point of this module. */
public final class ReportCatalog {

    private final TreeMap<String, ReportFormat> formats;

    private ReportCatalog(TreeMap<String, ReportFormat> formats) {
        this.formats = formats;
    }

    /**
     * Loads the formats of all providers on the class path.
     *
     * @throws SpecException if a specification does not read, two share an id, or one asks for an engine there is not
     */
    public static ReportCatalog load() {
        return load(ServiceLoader.load(FormatProvider.class, ReportCatalog.class.getClassLoader()));
    }

    /** Loads the formats of given providers. */
    public static ReportCatalog load(Iterable<FormatProvider> providers) {
        Map<String, Engine> engines = new HashMap<>();
        BuiltInEngines.all().forEach(engine -> engines.put(engine.name(), engine));
        TreeMap<String, ReportFormat> formats = new TreeMap<>();
        for (FormatProvider provider : providers) {
            provider.engines().forEach(engine -> engines.put(engine.name(), engine));
            try {
                for (String file : provider.files()) {
                    if (isSpecification(file)) {
                        add(formats, read(provider, file, engines), file);
                    }
                }
            } catch (IOException e) {
                throw new SpecException(provider.getClass().getName() + ": " + e.getMessage(), e);
            }
        }
        return new ReportCatalog(formats);
    }

    private static boolean isSpecification(String file) {
        String[] steps = file.split("/");
        return steps.length == 2 && !steps[0].equals("types") && steps[1].endsWith(".yaml");
    }

    private static void add(TreeMap<String, ReportFormat> formats, ReportFormat format, String file) {
        if (formats.putIfAbsent(format.id(), format) != null) {
            throw new SpecException(file + ": a format '" + format.id() + "' is declared already");
        }
    }

    private static ReportFormat read(FormatProvider provider, String file, Map<String, Engine> engines)
            throws IOException {
        FormatSpec spec;
        try (InputStream content = provider.open(file)) {
            spec = SpecReader.read(file, content, provider::open);
        }
        Engine engine = engines.get(spec.engine());
        if (engine == null) {
            throw new SpecException(file + ": no engine '" + spec.engine() + "'; there are "
                    + engines.keySet().stream().sorted().toList());
        }
        int slash = file.indexOf('/');
        String sample = file.substring(0, slash) + "/sample" + file.substring(slash);
        try {
            return new ReportFormat(
                    file.substring(0, slash),
                    spec,
                    engine.compile(spec),
                    new SampleReader(sample, () -> provider.open(sample)));
        } catch (SpecException | IllegalArgumentException e) {
            throw new SpecException(file + ": " + e.getMessage(), e);
        }
    }

    /** All formats in the order of their ids. */
    public Collection<ReportFormat> formats() {
        return List.copyOf(formats.values());
    }

    /** A format, if there is one of that id. */
    public Optional<ReportFormat> find(String id) {
        return Optional.ofNullable(formats.get(id));
    }

    /**
     * A format.
     *
     * @throws IllegalArgumentException if there is none, naming the nearest id
     */
    public ReportFormat format(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                "no format '" + id + "'; the nearest is '" + NearestName.of(id, formats.keySet()) + "'"));
    }

    /** The formats whose file names look like this one, most specific first. */
    public List<ReportFormat> matching(String fileName) {
        return formats.values().stream()
                .filter(format -> fileName.matches(namePattern(format)))
                .sorted(Comparator.comparingInt((ReportFormat format) -> -literalLength(format)))
                .toList();
    }

    private static String namePattern(ReportFormat format) {
        StringBuilder pattern = new StringBuilder();
        for (String literal : format.spec().naming().split("\\{[^}]*}", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".+").append(Pattern.quote(literal));
        }
        return pattern.toString();
    }

    private static int literalLength(ReportFormat format) {
        return format.spec().naming().replaceAll("\\{[^}]*}", "").length();
    }
}
