/**
 * Parquet files read and written a column at a time: batches of vectors in, batches of vectors out, texts kept as
 * dictionary numbers or as byte ranges of the page they came from. {@link io.daybreak.jobs.columnar.ColumnFileReader}
 * and {@link io.daybreak.jobs.columnar.ColumnFileWriter} are the two ends; page layout and encodings are the Parquet
 * format's, footers and statistics are parquet-java's. Every type of the contract is read; what is written are flat
 * columns and lists of texts, as a day of transactions has them, and other tables go through Iceberg's own writers.
 */
@NullMarked
package io.daybreak.jobs.columnar;

import org.jspecify.annotations.NullMarked;
