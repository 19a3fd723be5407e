package io.daybreak.report.tag;

import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.LayoutEngine;
import io.daybreak.report.layout.Dialect;
import io.daybreak.report.spec.Facets;
import io.daybreak.report.spec.FieldType;
import java.util.Map;

/**
 * Tagged text: SWIFT MT, BAI2, Fedwire, and FIX.
 *
 * <p>In {@code tag} a container writes its {@code $open}, its parts and its {@code $close}; a leaf writes its {@code $before}, its text and its
 * {@code $after}; a container with {@code $separator} puts it between its leaves, absent ones included. In {@code fix} a leaf's name is its tag,
 * an outermost container is a message, and BeginString, BodyLength and CheckSum are added.
 */
public final class TagEngine {

    private TagEngine() {}

    /** The engine {@code tag}. */
    public static Engine tag() {
        return new LayoutEngine("tag", spec -> Dialect.plain(), (spec, layout) -> {
            TagTexts texts = new TagTexts(layout);
            return out -> new TagEmitter(out, texts);
        });
    }

    /** The engine {@code fix}; its option {@code begin} is BeginString. */
    public static Engine fix() {
        return new LayoutEngine("fix", spec -> TagEngine::withoutSeparator, (spec, layout) -> {
            String begin = spec.options().path("begin").asText("FIX.4.4");
            FixTags tags = new FixTags(layout);
            return out -> new FixEmitter(out, begin, tags);
        });
    }

    private static FieldType withoutSeparator(String name, FieldType type, Map<String, String> options) {
        Facets facets = type.facets();
        return type.with(facets.withCharacters(facets.characters(), facets.forbidden() + FixEmitter.SEPARATOR));
    }
}
