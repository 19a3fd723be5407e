package io.daybreak.jobs.reconcile;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.table.api.Table;

/**
 * From which columns of which tables each column of a query is computed, as the SQL planner itself sees it: Calcite's
 * column origins over the query's relational tree, views resolved. Only what flows into the value counts, not what a
 * row is filtered, joined or grouped by. Some operators have no answer; their columns are left out, not guessed.
 *
 * <p>Flink loads its planner apart from everything else, so the tree is walked by reflection over Calcite's public
 * methods.
 */
final class ColumnLineage {

    private static final Comparator<Origin> ORDER =
            Comparator.comparing(Origin::table).thenComparing(Origin::column);

    /** One column a value comes from. */
    record Origin(String table, String column) {}

    /**
     * Origins over all queries that fill one table: a column has an answer if it has one in every query.
     *
     * @throws IllegalStateException if the planner is not the one these methods are of
     */
    static Map<String, List<Origin>> of(List<Table> queries) {
        Map<String, Set<Origin>> all = new TreeMap<>();
        Set<String> answered = new TreeSet<>();
        for (int i = 0; i < queries.size(); i++) {
            Map<String, List<Origin>> each = of(queries.get(i));
            if (i == 0) {
                answered.addAll(each.keySet());
            } else {
                answered.retainAll(each.keySet());
            }
            each.forEach((column, origins) -> all.computeIfAbsent(
                            column, key -> new TreeSet<>(ORDER))
                    .addAll(origins));
        }
        Map<String, List<Origin>> result = new TreeMap<>();
        answered.forEach(column -> result.put(column, List.copyOf(all.getOrDefault(column, Set.of()))));
        return result;
    }

    /**
     * Origins by column, tables by the last part of their name in the session; columns without an answer are absent.
     *
     * @throws IllegalStateException if the planner is not the one these methods are of
     */
    static Map<String, List<Origin>> of(Table query) {
        Map<String, List<Origin>> origins = new TreeMap<>();
        try {
            Object tree = call(query.getQueryOperation(), "getCalciteTree");
            Object metadata = call(call(tree, "getCluster"), "getMetadataQuery");
            Method columnOrigins = metadata.getClass()
                    .getMethod(
                            "getColumnOrigins",
                            Class.forName(
                                    "org.apache.calcite.rel.RelNode",
                                    false,
                                    tree.getClass().getClassLoader()),
                            int.class);
            List<String> columns = query.getResolvedSchema().getColumnNames();
            for (int i = 0; i < columns.size(); i++) {
                Object found = columnOrigins.invoke(metadata, tree, i);
                if (found instanceof Set<?> set) {
                    origins.put(columns.get(i), origins(set));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the planner does not tell column origins: " + e, e);
        }
        return origins;
    }

    private static List<Origin> origins(Set<?> found) throws ReflectiveOperationException {
        List<Origin> origins = new ArrayList<>();
        for (Object each : found) {
            Object table = call(each, "getOriginTable");
            List<?> name = (List<?>) call(table, "getQualifiedName");
            int ordinal = (Integer) call(each, "getOriginColumnOrdinal");
            List<?> fields = (List<?>) call(call(table, "getRowType"), "getFieldNames");
            origins.add(new Origin((String) name.get(name.size() - 1), (String) fields.get(ordinal)));
        }
        origins.sort(ORDER);
        return origins;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        Method found = target.getClass().getMethod(method);
        found.setAccessible(true);
        try {
            return found.invoke(target);
        } catch (InvocationTargetException e) {
            throw new ReflectiveOperationException(method + ": " + e.getCause(), e);
        }
    }

    private ColumnLineage() {}
}
