package io.daybreak.report.catalog;

import io.daybreak.report.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A family of formats, found through {@link java.util.ServiceLoader}: how another jar adds its own.
 *
 * <p>Files are laid out as {@code FAMILY/ID.yaml} with the sample beside it as {@code FAMILY/sample/ID.yaml} and shared types in
 * {@code types/NAME.yaml}.
 */
public interface FormatProvider {

    /** Names of all its files, relative to its folder, in any order. */
    List<String> files() throws IOException;

    /** Opens one of them. */
    InputStream open(String file) throws IOException;

    /** Engines beyond the built-in ones. */
    default List<Engine> engines() {
        return List.of();
    }
}
