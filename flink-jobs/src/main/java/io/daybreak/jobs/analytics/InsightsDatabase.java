package io.daybreak.jobs.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The customer insights database, a PostgreSQL. A night fills the load tables, then moves them into the live ones in one
 * transaction, by key: repeating a date changes nothing, and an older date never overwrites a newer one.
 */
public final class InsightsDatabase implements AutoCloseable {

    static final String CUSTOMERS_LOAD = "customer_insights_load";
    static final String RECOMMENDATIONS_LOAD = "recommendations_load";

    private final Connection connection;

    private InsightsDatabase(Connection connection) {
        this.connection = connection;
    }

    /** What one date's load brought. */
    public record Load(long customers, BigDecimal spendBase) {}

    /**
     * All the database knows of a customer.
     *
     * @param insights column names and values, in the table's order
     * @param suggestions items with their scores, best first
     */
    public record Customer(Map<String, String> insights, List<String> suggestions) {
        public Customer {
            suggestions = List.copyOf(suggestions);
        }
    }

    /**
     * Connects and makes sure the tables are there.
     *
     * @param url a {@code jdbc:postgresql:} address, user and password included as far as needed
     * @throws SQLException if the database cannot be reached
     */
    public static InsightsDatabase at(String url) throws SQLException, IOException {
        InsightsDatabase database = new InsightsDatabase(DriverManager.getConnection(url));
        try (Statement statement = database.connection.createStatement()) {
            statement.execute(script("schema.sql"));
        } catch (SQLException | IOException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /** Empties the load tables. */
    void startLoad() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + CUSTOMERS_LOAD + ", " + RECOMMENDATIONS_LOAD);
        }
    }

    /** Moves the load tables into the live ones and records the date, all or nothing. */
    void finishLoad(LocalDate businessDate) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            for (String statement : script("finish_load.sql").split(";\\R")) {
                if (!statement.isBlank()) {
                    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                        for (int i = 1; i <= prepared.getParameterMetaData().getParameterCount(); i++) {
                            prepared.setDate(i, Date.valueOf(businessDate));
                        }
                        prepared.execute();
                    }
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** What the last load of a date brought; nothing if there was none. */
    public Load lastLoad(LocalDate businessDate) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT customers, spend_base FROM insights_loads WHERE business_date = ?")) {
            query.setDate(1, Date.valueOf(businessDate));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new Load(row.getLong(1), row.getBigDecimal(2)) : new Load(0, BigDecimal.ZERO);
            }
        }
    }

    /** Everything about one customer: two look-ups by primary key. */
    public Optional<Customer> customer(String customerId) throws SQLException {
        Map<String, String> insights = new LinkedHashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT * FROM customer_insights WHERE customer_id = ?")) {
            query.setString(1, customerId);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String value = row.getString(i);
                    insights.put(row.getMetaData().getColumnName(i), value == null ? "unknown" : value);
                }
            }
        }
        List<String> suggestions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT item, score FROM recommendations WHERE customer_id = ? ORDER BY place")) {
            query.setString(1, customerId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    suggestions.add(row.getString(1) + " (" + row.getString(2) + ")");
                }
            }
        }
        return Optional.of(new Customer(insights, suggestions));
    }

    private static String script(String name) throws IOException {
        try (InputStream in = InsightsDatabase.class.getResourceAsStream("/insights/" + name)) {
            if (in == null) {
                throw new IOException("no resource /insights/" + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
