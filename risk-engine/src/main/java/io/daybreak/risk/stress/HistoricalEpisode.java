package io.daybreak.risk.stress;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** A stretch of market history with a name; its moves come from the data. */
public record HistoricalEpisode(String name, LocalDate first, LocalDate last) implements Serializable {
    public HistoricalEpisode {
        Refuse.blank("episode name", name);
        if (!last.isAfter(first)) {
            throw new RefusedInputException(
                    "episode " + name + " ends on " + last + ", not after its first day " + first);
        }
    }

    /** Five episodes of 2008 to 2022; the days are those between which markets moved most, chosen by us. */
    public static List<HistoricalEpisode> standard() {
        return List.of(
                new HistoricalEpisode("lehman-2008", LocalDate.of(2008, 9, 12), LocalDate.of(2008, 11, 20)),
                new HistoricalEpisode("euro-debt-2011", LocalDate.of(2011, 7, 22), LocalDate.of(2011, 10, 3)),
                new HistoricalEpisode("china-oil-2015", LocalDate.of(2015, 8, 10), LocalDate.of(2015, 8, 25)),
                new HistoricalEpisode("covid-2020", LocalDate.of(2020, 2, 19), LocalDate.of(2020, 3, 23)),
                new HistoricalEpisode("rates-2022", LocalDate.of(2022, 1, 3), LocalDate.of(2022, 10, 21)));
    }
}
