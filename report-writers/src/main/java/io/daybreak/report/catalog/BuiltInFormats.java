package io.daybreak.report.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The formats of this jar. */
public final class BuiltInFormats implements FormatProvider {

    private static final ResourceFolder FOLDER =
            new ResourceFolder(BuiltInFormats.class, "/io/daybreak/report/formats/README.md");

    /** For {@link java.util.ServiceLoader}. */
    public BuiltInFormats() {}

    @Override
    public List<String> files() throws IOException {
        return FOLDER.files();
    }

    @Override
    public InputStream open(String file) throws IOException {
        return FOLDER.open(file);
    }
}
