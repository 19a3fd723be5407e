package io.daybreak.jobs.reconcile;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** A table's name is catalog, database, table, and perhaps what was pushed into its source. */
    private static final int TABLE_PART = 2;

    private static final Comparator<Origin> ORDER =
            Comparator.comparing(Origin::table).thenComparing(Origin::column);

    /** One column a value comes from. */
    record Origin(String table, String column) {}

    /**
     * Origins by column, tables by their name without catalog and database; columns without an answer are absent.
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
            origins.add(new Origin((String) name.get(TABLE_PART), (String) fields.get(ordinal)));
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
