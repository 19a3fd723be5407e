/**
 * The command line. {@link io.daybreak.jobs.cli.Daybreak} is the main class; every other class is one command: it parses,
 * builds what it needs, runs it and turns the outcome into an exit code. The only package that asks for the time or the
 * environment.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.cli;
