package io.daybreak.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.jobs.stage.NightSettings;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    /** Every key and its default, pinned: a change here is a change for every operator. */
    private static final Map<String, Object> DEFAULTS = defaults();

    @TempDir
    Path folder;

    private static Map<String, Object> defaults() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("institutionName", "Daybreak Sample Bank");
        defaults.put("institutionLei", "529900DAYBREAKBANK32");
        defaults.put("institutionCountry", "NL");
        defaults.put("institutionBic", "DAYBNL20XXX");
        defaults.put("reportMaker", "demo operator");
        defaults.put("fincenTin", "000000000");
        defaults.put("fincenTransmitterCode", "PDEMO000");
        defaults.put("rssdId", "0000000");
        defaults.put("baseCurrency", "EUR");
        defaults.put("latePostingDays", 5);
        defaults.put("valueDateToleranceDays", 30);
        defaults.put("rejectedShareHold", BigDecimal.ONE);
        defaults.put("monteCarloScenarios", 10_000);
        defaults.put("monteCarloSeed", 20_260_101L);
        defaults.put("historicalDays", 500);
        defaults.put("backtestDays", 250);
        defaults.put("varLimit", new BigDecimal("25000000"));
        defaults.put("alertEvidence", 50);
        defaults.put("columnarPrepare", true);
        defaults.put("columnarFilters", true);
        return defaults;
    }

    @Test
    void an_empty_file_gives_every_key_its_documented_default() throws Exception {
        NightSettings settings = SettingsFile.read(file(""));

        Map<String, Object> read = new LinkedHashMap<>();
        for (RecordComponent key : NightSettings.class.getRecordComponents()) {
            read.put(key.getName(), key.getAccessor().invoke(settings));
        }
        assertThat(read).containsExactlyEntriesOf(DEFAULTS);
    }

    @Test
    void every_key_and_default_is_in_the_documentation() throws IOException {
        String documentation = Files.readString(Path.of("../docs/configuration.md"));

        DEFAULTS.forEach((key, value) ->
                assertThat(documentation).contains("| `" + key + "` |").contains("| `" + value + "` |"));
    }

    @Test
    void every_key_can_be_set() throws IOException {
        NightSettings settings = SettingsFile.read(file("""
                institutionName: "Ceska banka"
                institutionLei: 529900T8BM49AURSDO55
                institutionCountry: CZ
                institutionBic: CEKOCZPPXXX
                reportMaker: reporting desk
                fincenTin: "123456789"
                fincenTransmitterCode: P1234567
                rssdId: "480228"
                baseCurrency: CZK
                latePostingDays: 3
                valueDateToleranceDays: 31
                rejectedShareHold: 0.25
                monteCarloScenarios: 2000
                monteCarloSeed: 9876543210
                historicalDays: 250
                backtestDays: 100
                varLimit: 1000000.25
                alertEvidence: 20
                columnarPrepare: false
                columnarFilters: false
                """));

        assertThat(settings)
                .isEqualTo(new NightSettings(
                        "Ceska banka",
                        "529900T8BM49AURSDO55",
                        "CZ",
                        "CEKOCZPPXXX",
                        "reporting desk",
                        "123456789",
                        "P1234567",
                        "480228",
                        "CZK",
                        3,
                        31,
                        new BigDecimal("0.25"),
                        2000,
                        9_876_543_210L,
                        250,
                        100,
                        new BigDecimal("1000000.25"),
                        20,
                        false,
                        false));
    }

    @Test
    void an_unknown_key_is_answered_with_the_nearest_known_one() throws IOException {
        Path file = file("base_currency: CZK\n");

        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> SettingsFile.read(file));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(failure.what()).contains("'base_currency'").contains("did you mean 'baseCurrency'");
        assertThat(failure.file()).isEqualTo(file.toString());
    }

    @Test
    void a_value_of_the_wrong_type_or_out_of_bounds_is_said_with_its_key() throws IOException {
        assertThat(failure("historicalDays: many\n").what()).contains("historicalDays 'many' is not of type int");
        assertThat(failure("historicalDays: 1.5\n").what()).contains("historicalDays '1.5'");
        assertThat(failure("latePostingDays: -1\n").what()).contains("latePostingDays -1 is not positive");
        assertThat(failure("baseCurrency: koruna\n").what()).contains("baseCurrency 'koruna'");
        assertThat(failure("baseCurrency: [CZK]\n").what()).contains("baseCurrency '[\"CZK\"]' is not a text");
        assertThat(failure("baseCurrency:\n").what()).contains("baseCurrency");
        assertThat(failure("rejectedShareHold: 1.5\n").what()).contains("rejectedShareHold 1.5 is not in (0, 1]");
    }

    @Test
    void what_is_not_a_settings_file_is_refused() throws IOException {
        assertThat(failure("- a\n- b\n").what()).contains("not a list of 'key: value' lines");
        assertThat(failure("baseCurrency: 'CZK\n").what()).contains("not YAML in line");
        assertThat(failure("historicalDays: 1\nhistoricalDays: 2\n").what()).contains("historicalDays");
        NightFailure absent =
                catchThrowableOfType(NightFailure.class, () -> SettingsFile.read(folder.resolve("absent.yaml")));
        assertThat(absent.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    }

    private NightFailure failure(String text) throws IOException {
        Path file = file(text);
        NightFailure failure = catchThrowableOfType(NightFailure.class, () -> SettingsFile.read(file));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        return failure;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), text);
    }
}
