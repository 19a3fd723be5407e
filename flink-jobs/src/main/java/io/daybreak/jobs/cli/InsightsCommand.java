package io.daybreak.jobs.cli;

import io.daybreak.jobs.analytics.EmbeddedInsights;
import io.daybreak.jobs.analytics.InsightsDatabase;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.stage.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code daybreak insights}: everything the insights database knows of one customer. */
@Command(
        name = "insights",
        mixinStandardHelpOptions = true,
        description = "Prints everything the customer insights database knows of one customer.")
final class InsightsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CUSTOMER_ID", description = "The customer.")
    String customerId = "";

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            defaultValue = "lake",
            description = "The lake whose embedded database is asked. Default: ${DEFAULT-VALUE}.")
    Path lake = Path.of("lake");

    @Option(
            names = "--insights",
            paramLabel = "URL",
            description = "A jdbc:postgresql: address instead of the lake's own database.")
    String url = "";

    @Override
    public Integer call() throws Exception {
        if (!url.isEmpty()) {
            return print(url, System.out);
        }
        if (!Files.isDirectory(lake.resolve("insights"))) {
            System.err.println("daybreak: lake " + lake + " has no insights database yet. Next: ./daybreak night --date"
                    + " DATE --lake " + lake);
            return ExitCode.INPUT_MISSING.code();
        }
        try (EmbeddedInsights server = EmbeddedInsights.start(new Lake(lake))) {
            return print(server.url(), System.out);
        }
    }

    private int print(String address, PrintStream out) throws SQLException, IOException {
        try (InsightsDatabase database = InsightsDatabase.at(address)) {
            Optional<InsightsDatabase.Customer> customer = database.customer(customerId);
            if (customer.isEmpty()) {
                System.err.println("daybreak: the insights database knows no customer '" + customerId + "'");
                return ExitCode.INPUT_MISSING.code();
            }
            customer.get().insights().forEach((name, value) -> out.printf("%-20s %s%n", name, value));
            customer.get().suggestions().forEach(item -> out.printf("%-20s %s%n", "suggestion", item));
            return ExitCode.GOOD.code();
        }
    }
}
