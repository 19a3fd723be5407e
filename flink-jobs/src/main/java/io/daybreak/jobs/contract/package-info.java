/**
 * The contract: every table of the night, its columns, types, keys, units and meaning, in one place. {@link
 * io.daybreak.jobs.contract.Catalogue} is the entry point; {@code docs/contract.md} is printed from it. Nothing here
 * reads or writes data.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.contract;
