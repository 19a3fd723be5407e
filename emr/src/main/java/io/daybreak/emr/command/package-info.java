/**
 * The commands of {@code ./daybreak emr} and the text they print. A command parses, calls one decision and prints; the
 * clock, the environment and the streams are handed in by {@link io.daybreak.emr.Emr}.
 */
@NullMarked
package io.daybreak.emr.command;

import org.jspecify.annotations.NullMarked;
