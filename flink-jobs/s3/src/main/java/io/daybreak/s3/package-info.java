/**
 * What a lake in a bucket needs besides flink-jobs: the libraries in this module's pom, and a count of the requests they
 * make. The lake itself is {@code io.daybreak.jobs.lake.Lake}, its bucket {@code io.daybreak.jobs.objects}.
 */
@NullMarked
package io.daybreak.s3;

import org.jspecify.annotations.NullMarked;
