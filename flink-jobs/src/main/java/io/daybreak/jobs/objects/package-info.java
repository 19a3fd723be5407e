/**
 * A bucket as a {@code java.nio} file system, on Flink's own S3 client, so that what keeps records in a lake need not
 * know whether the lake is a disk or a bucket. Begin with {@link io.daybreak.jobs.objects.LakePath}. It has what an
 * object store has: whole objects are put and read, prefixes are listed; there is no rename, no append and no folder.
 * Tables are not here but in Iceberg, see {@code io.daybreak.jobs.lake}.
 */
@NullMarked
package io.daybreak.jobs.objects;

import org.jspecify.annotations.NullMarked;
