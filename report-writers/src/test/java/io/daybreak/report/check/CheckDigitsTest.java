package io.daybreak.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

    /** LEIs of Apple Inc. and of the Bundesbank, as GLEIF publishes them. */
    @ParameterizedTest
    @ValueSource(strings = {"HWUPKR0MPOU8FGXBT394", "529900SEOICVR2VM6Y05"})
    void published_leis_are_sound(String lei) {
        assertThat(CheckDigits.isLei(lei)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HWUPKR0MPOU8FGXBT349", "HWUPKR0MPOU8FGXBT39", "hwupkr0mpou8fgxbt394", "HWUPKR0MPOU8FGXBT3A4"})
    void a_swapped_digit_a_missing_one_and_small_letters_are_not(String lei) {
        assertThat(CheckDigits.isLei(lei)).isFalse();
    }

    /** US0378331005 is the worked example of ISO 6166's Luhn; DE0007164600 and GB0002634946 are listed shares. */
    @ParameterizedTest
    @ValueSource(strings = {"US0378331005", "DE0007164600", "GB0002634946"})
    void published_isins_are_sound(String isin) {
        assertThat(CheckDigits.isIsin(isin)).isTrue();
    }

    @Test
    void an_isin_with_another_check_digit_is_not() {
        assertThat(CheckDigits.isIsin("US0378331006")).isFalse();
        assertThat(CheckDigits.isIsin("0S0378331005")).isFalse();
    }

    /** Examples of the SWIFT IBAN registry. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "GB29NWBK60161331926819",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S"
            })
    void registry_ibans_are_sound(String iban) {
        assertThat(CheckDigits.isIban(iban)).isTrue();
        assertThat(CheckDigits.isIban(iban.replace('1', '2'))).isFalse();
    }

    /** Regulation C, appendix C to part 1003: the ULI of its worked example. */
    @Test
    void the_uli_of_appendix_c_is_sound() {
        assertThat(CheckDigits.isUli("10Bx939c5543TqA1144M999143X38".toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(CheckDigits.isUli("10BX939C5543TQA1144M999143X83")).isFalse();
    }

    /** The Federal Reserve Bank of New York's own number. */
    @Test
    void a_routing_number_carries_the_weights_three_seven_one() {
        assertThat(CheckDigits.isRoutingNumber("021001208")).isTrue();
        assertThat(CheckDigits.isRoutingNumber("021001209")).isFalse();
    }
}
