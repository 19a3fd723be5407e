/** SDMX-ML 2.1 structure-specific data messages: a data set declared by its dimensions, measures and attributes, written as XML. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.sdmx;
