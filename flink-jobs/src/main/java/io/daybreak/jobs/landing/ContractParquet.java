package io.daybreak.jobs.landing;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * The contract's types as Parquet has them: decimals of at most 18 digits as INT64 and larger ones as the shortest
 * FIXED_LEN_BYTE_ARRAY, timestamps as INT64 microseconds without a zone (the contract's are UTC), lists in the standard
 * three levels with elements that are never missing.
 */
public final class ContractParquet {

    /** The schema of a table's files; columns in the table's order. */
    public static MessageType schema(TableSpec table) {
        List<Type> fields = new ArrayList<>();
        for (Column column : table.columns()) {
            Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
            fields.add(field(column.type(), repetition, column.name()));
        }
        return new MessageType(table.name(), fields);
    }

    /** Digits behind the point of a decimal type. */
    static int scale(ColumnType type) {
        return switch (type) {
            case MONEY, TOTAL -> 2;
            case RATE, FIGURE -> 8;
            case QUANTITY -> 6;
            case STRING, BOOLEAN, INT, BIGINT, DOUBLE, DATE, TIMESTAMP, STRINGS, INTS, BIGINTS ->
                throw new IllegalArgumentException(type + " is not a decimal");
        };
    }

    private static Type field(ColumnType type, Repetition repetition, String name) {
        return switch (type) {
            case STRING ->
                Types.primitive(BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
            case BOOLEAN -> Types.primitive(BOOLEAN, repetition).named(name);
            case INT -> Types.primitive(INT32, repetition).named(name);
            case BIGINT -> Types.primitive(INT64, repetition).named(name);
            case DOUBLE -> Types.primitive(DOUBLE, repetition).named(name);
            case DATE ->
                Types.primitive(INT32, repetition)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(name);
            case TIMESTAMP ->
                Types.primitive(INT64, repetition)
                        .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS))
                        .named(name);
            case MONEY -> decimal(INT64, repetition, 18, 2, name);
            case RATE -> decimal(INT64, repetition, 18, 8, name);
            case QUANTITY -> decimal(FIXED_LEN_BYTE_ARRAY, repetition, 24, 6, name);
            case TOTAL -> decimal(FIXED_LEN_BYTE_ARRAY, repetition, 38, 2, name);
            case FIGURE -> decimal(FIXED_LEN_BYTE_ARRAY, repetition, 38, 8, name);
            case STRINGS -> list(ColumnType.STRING, repetition, name);
            case INTS -> list(ColumnType.INT, repetition, name);
            case BIGINTS -> list(ColumnType.BIGINT, repetition, name);
        };
    }

    private static Type decimal(
            PrimitiveTypeName primitive, Repetition repetition, int precision, int scale, String name) {
        LogicalTypeAnnotation annotation = LogicalTypeAnnotation.decimalType(scale, precision);
        if (primitive == INT64) {
            return Types.primitive(INT64, repetition).as(annotation).named(name);
        }
        return Types.primitive(FIXED_LEN_BYTE_ARRAY, repetition)
                .length(bytesOfDigits(precision))
                .as(annotation)
                .named(name);
    }

    private static Type list(ColumnType element, Repetition repetition, String name) {
        return Types.list(repetition)
                .element(field(element, Repetition.REQUIRED, "element"))
                .named(name);
    }

    /** Bytes of the shortest two's complement number that holds every integer of that many digits. */
    private static int bytesOfDigits(int digits) {
        return java.math.BigInteger.TEN.pow(digits).bitLength() / 8 + 1;
    }

    private ContractParquet() {}
}
