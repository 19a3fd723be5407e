/**
 * Published validation rules over report cells, evaluated before any file exists: equalities and bounds between cells of one or several templates.
 * The rules are the authority's and are loaded from its own list; only the language is here. Begin with {@link io.daybreak.report.rules.RuleBook}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.rules;
