package io.daybreak.jobs.risk;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.objects.LakePath;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.StageContext;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Names the market data and the scenarios of a night: equal requests give equal digits wherever they are answered.
 *
 * @param folders landing folder of each feed that is read whole
 */
record MarketRequest(
        LocalDate businessDate,
        Map<String, String> folders,
        String baseCurrency,
        int historicalDays,
        int backtestDays,
        int monteCarloScenarios,
        long monteCarloSeed)
        implements Serializable {

    /** Feeds every task reads whole. */
    static final List<String> FEEDS = List.of("instruments", "risk_factors", "market_history", "fx_rates");

    MarketRequest {
        folders = Map.copyOf(folders);
    }

    static MarketRequest of(StageContext context) {
        Map<String, String> folders = new HashMap<>();
        for (String feed : FEEDS) {
            folders.put(
                    feed, context.lake().landing(context.businessDate(), feed).toString());
        }
        NightSettings settings = context.settings();
        return new MarketRequest(
                context.businessDate(),
                folders,
                settings.baseCurrency(),
                settings.historicalDays(),
                settings.backtestDays(),
                settings.monteCarloScenarios(),
                settings.monteCarloSeed());
    }

    Path folder(TableSpec table) {
        return LakePath.of(
                Objects.requireNonNull(folders.get(Catalogue.table(table.name()).name())));
    }
}
