/** Tables from tables: the night. */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs;
