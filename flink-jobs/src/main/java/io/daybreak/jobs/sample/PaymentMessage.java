package io.daybreak.jobs.sample;

import io.daybreak.jobs.landing.LandingRow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The payment message a wide row carries along: XML in the manner of ISO 20022's customer credit transfer, about 3.7 KB.
 * Tags repeat from row to row, parties, texts and the closing signature do not, so it compresses as real messages do.
 */
final class PaymentMessage {

    private static final String[] WORDS = {
        "invoice",
        "delivery",
        "order",
        "services",
        "according",
        "contract",
        "period",
        "quarter",
        "customer",
        "number",
        "dated",
        "balance",
        "partial",
        "payment",
        "goods",
        "received",
        "project",
        "maintenance",
        "licence",
        "annual",
        "freight",
        "including",
        "discount",
        "terms",
        "thirty",
        "days",
        "net",
        "material",
        "consulting",
        "support",
        "rental",
        "deposit"
    };
    private static final String HEX = "0123456789ABCDEF";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">\n  <CstmrCdtTrfInitn>\n"
            + "    <GrpHdr>\n      <MsgId>";
    private static final int REMITTANCE_LINES = 14;
    private static final int SIGNATURE_DIGITS = 512;

    static void append(Draft draft, long key, LandingRow out) {
        String id = draft.transactionId == null ? "NOTPROVIDED" : draft.transactionId;
        String currency = draft.currency == null ? "XXX" : draft.currency;
        out.append(HEAD).append(id).append("</MsgId>\n      <CreDtTm>");
        instant(draft.bookingMicros, out);
        out.append("</CreDtTm>\n");
        out.append("      <NbOfTxs>1</NbOfTxs>\n      <CtrlSum>");
        amount(draft, out);
        out.append("</CtrlSum>\n    </GrpHdr>\n    <PmtInf>\n      <PmtInfId>P").append(id);
        out.append("</PmtInfId>\n      <PmtMtd>TRF</PmtMtd>\n      <BtchBookg>false</BtchBookg>\n");
        out.append(
                "      <PmtTpInf>\n        <InstrPrty>NORM</InstrPrty>\n        <SvcLvl>\n          <Cd>SEPA</Cd>\n"
                        + "        </SvcLvl>\n        <CtgyPurp>\n          <Cd>SUPP</Cd>\n        </CtgyPurp>\n      </PmtTpInf>\n");
        party("Dbtr", draft.customerId, key, out);
        account("DbtrAcct", draft.accountId, out);
        agent("DbtrAgt", SampleBank.BIC, out);
        out.append("      <ChrgBr>SLEV</ChrgBr>\n      <CdtTrfTxInf>\n        <PmtId>\n          <InstrId>")
                .append(id);
        out.append("</InstrId>\n          <EndToEndId>")
                .append(draft.reference == null ? "NOTPROVIDED" : draft.reference);
        out.append("</EndToEndId>\n        </PmtId>\n        <Amt>\n          <InstdAmt Ccy=\"")
                .append(currency)
                .append("\">");
        amount(draft, out);
        out.append("</InstdAmt>\n        </Amt>\n");
        agent("CdtrAgt", draft.counterpartyBank, out);
        party("Cdtr", draft.counterpartyAccount, ~key, out);
        account("CdtrAcct", draft.counterpartyAccount, out);
        remittance(key, out);
        signature(key, out);
        out.append("      </CdtTrfTxInf>\n    </PmtInf>\n  </CstmrCdtTrfInitn>\n</Document>\n");
    }

    private static void instant(long micros, LandingRow out) {
        long second = Math.floorDiv(micros, 1_000_000L);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, 86_400L));
        long ofDay = Math.floorMod(second, 86_400L);
        out.appendDigits(day.getYear(), 4)
                .append('-')
                .appendDigits(day.getMonthValue(), 2)
                .append('-');
        out.appendDigits(day.getDayOfMonth(), 2)
                .append('T')
                .appendDigits(ofDay / 3_600, 2)
                .append(':');
        out.appendDigits(ofDay / 60 % 60, 2).append(':').appendDigits(ofDay % 60, 2);
        out.append('.').appendDigits(Math.floorMod(micros, 1_000_000L), 6).append('Z');
    }

    private static void amount(Draft draft, LandingRow out) {
        long cents = Math.abs(draft.amountCents);
        out.appendDigits(cents / 100, 1).append('.').appendDigits(cents % 100, 2);
    }

    private static void party(String tag, @Nullable String id, long key, LandingRow out) {
        out.append("      <").append(tag).append(">\n        <Nm>Party ").append(id == null ? "UNKNOWN" : id);
        out.append("</Nm>\n        <PstlAdr>\n          <StrtNm>").append(WORDS[Draw.below(key, 300, WORDS.length)]);
        out.append(" street</StrtNm>\n          <BldgNb>").appendDigits(1 + Draw.below(key, 301, 250), 1);
        out.append("</BldgNb>\n          <PstCd>").appendDigits(10_000 + Draw.below(key, 302, 89_999), 5);
        out.append("</PstCd>\n          <TwnNm>Town ").appendDigits(Draw.below(key, 303, 4_000), 4);
        out.append("</TwnNm>\n          <Ctry>DE</Ctry>\n        </PstlAdr>\n      </")
                .append(tag)
                .append(">\n");
    }

    private static void account(String tag, @Nullable String number, LandingRow out) {
        out.append("      <").append(tag).append(">\n        <Id>\n          <Othr>\n            <Id>");
        out.append(number == null ? "NOTPROVIDED" : number);
        out.append("</Id>\n          </Othr>\n        </Id>\n      </")
                .append(tag)
                .append(">\n");
    }

    private static void agent(String tag, @Nullable String bic, LandingRow out) {
        out.append("      <").append(tag).append(">\n        <FinInstnId>\n          <BICFI>");
        out.append(bic == null ? "NOTPROVIDED" : bic);
        out.append("</BICFI>\n        </FinInstnId>\n      </").append(tag).append(">\n");
    }

    private static void remittance(long key, LandingRow out) {
        out.append("        <RmtInf>\n");
        for (int line = 0; line < REMITTANCE_LINES; line++) {
            long lineKey = Draw.key(key, line);
            out.append("          <Ustrd>");
            for (int word = 0; word < 8; word++) {
                out.append(WORDS[Draw.below(lineKey, word, WORDS.length)]).append(' ');
            }
            out.appendDigits(Draw.below(lineKey, 9, 10_000_000), 7).append("</Ustrd>\n");
        }
        out.append("        </RmtInf>\n");
    }

    private static void signature(long key, LandingRow out) {
        out.append("        <SplmtryData>\n          <Envlp>");
        for (int i = 0; i < SIGNATURE_DIGITS; i += 16) {
            long bits = Draw.bits(key, 400 + i);
            for (int digit = 0; digit < 16; digit++) {
                out.append(HEX.charAt((int) (bits >>> (4 * digit) & 15)));
            }
        }
        out.append("</Envlp>\n        </SplmtryData>\n");
    }

    private PaymentMessage() {}
}
