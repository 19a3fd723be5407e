/** Every format by id, found through {@link io.daybreak.report.catalog.FormatProvider}; rendered aside and put in place only when nothing is wrong.
 * Begin with {@link io.daybreak.report.catalog.ReportCatalog#load}. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.catalog;
