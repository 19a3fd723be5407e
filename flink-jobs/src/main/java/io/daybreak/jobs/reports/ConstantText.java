package io.daybreak.jobs.reports;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/** A parameter of the run as a function without arguments, so that a {@code .sql} file is complete as it stands. */
public final class ConstantText extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    private final String value;

    public ConstantText(String value) {
        this.value = value;
    }

    @DataTypeHint("STRING NOT NULL")
    public String eval() {
        return value;
    }
}
