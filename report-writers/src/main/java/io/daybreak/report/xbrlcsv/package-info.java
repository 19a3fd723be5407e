/** xBRL-CSV report packages under the EBA filing rules. Which data points a module holds is declared by its specification. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.xbrlcsv;
