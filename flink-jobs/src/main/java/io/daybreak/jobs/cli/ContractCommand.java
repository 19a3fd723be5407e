package io.daybreak.jobs.cli;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.ContractDocument;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.night.Nearest;
import io.daybreak.jobs.stage.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code daybreak contract}: every table, its columns, types, keys, units and meaning. */
@Command(name = "contract", mixinStandardHelpOptions = true, description = "Prints the contract: every table, or one.")
final class ContractCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "One table; all if left out.")
    String table = "";

    @Override
    public Integer call() {
        if (table.isEmpty()) {
            System.out.print(ContractDocument.markdown());
            return ExitCode.GOOD.code();
        }
        if (!Catalogue.has(table)) {
            List<String> names = Catalogue.all().stream().map(TableSpec::name).toList();
            System.err.println("daybreak: there is no table '" + table + "'; did you mean '" + Nearest.to(table, names)
                    + "'? ./daybreak contract lists them");
            return ExitCode.USAGE.code();
        }
        System.out.print(ContractDocument.markdown(Catalogue.table(table)));
        return ExitCode.GOOD.code();
    }
}
