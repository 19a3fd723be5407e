/** XBRL 2.1 instances of flat taxonomies: contexts and units once, then the facts as they come. */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.xbrl;
