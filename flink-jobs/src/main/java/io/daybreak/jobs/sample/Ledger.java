package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The general ledger's lines for capital and liquidity, sized to the exposures so that ratios come out like a sound
 * bank's: CET1 about 14 %, LCR about 140 %, NSFR about 115 %. Balances are before any regulatory factor; deductions are
 * negative. The risk weights in here are rough averages that only size the capital.
 */
final class Ledger implements Feed {

    private record Line(String area, String item, double amount, int year) {}

    private static final double CET1_TARGET = 0.14;
    private static final double LCR_TARGET = 1.40;
    private static final double NSFR_TARGET = 1.15;
    private static final double BALANCE_SHEET_PER_LOAN = 1.35;

    private final List<Line> lines = new ArrayList<>();

    Ledger(Lending lending, int lastYear) {
        double loans = 0;
        double undrawn = 0;
        double weighted = 0;
        for (int i = 0; i < lending.count(); i++) {
            Lending.Exposure exposure = lending.at(i);
            double net = (exposure.drawn() - exposure.provision()) / 100.0;
            loans += net;
            undrawn += exposure.undrawn() / 100.0;
            weighted += (net + 0.4 * exposure.undrawn() / 100.0) * weight(exposure);
        }
        double assets = loans * BALANCE_SHEET_PER_LOAN;
        double indicator = 0.025 * assets;
        double riskWeighted = weighted * 1.04 + 1.5 * indicator;
        ownFunds(riskWeighted);
        liquidity(assets, undrawn);
        stableFunding(assets, riskWeighted, undrawn);
        leverage(assets, undrawn);
        for (int year = lastYear - 2; year <= lastYear; year++) {
            businessIndicator(year, assets * (1 - 0.03 * (lastYear - year)));
        }
    }

    private static double weight(Lending.Exposure exposure) {
        return switch (exposure.exposureClass()) {
            case "SOVEREIGN", "MDB" -> 0.08;
            case "PSE" -> 0.2;
            case "BANK" -> 0.4;
            case "CORPORATE" -> 0.8;
            case "CORPORATE_SME" -> 0.85;
            case "RETAIL" -> 0.75;
            case "RESIDENTIAL_REAL_ESTATE" -> 0.3;
            case "COMMERCIAL_REAL_ESTATE" -> 0.75;
            case "EQUITY" -> 2.5;
            case "DEFAULTED" -> 1.3;
            default -> 1;
        };
    }

    private void ownFunds(double riskWeighted) {
        double cet1 = CET1_TARGET * riskWeighted;
        add("OWN_FUNDS", "CET1_SHARE_CAPITAL", 0.30 * cet1);
        add("OWN_FUNDS", "CET1_SHARE_PREMIUM", 0.15 * cet1);
        add("OWN_FUNDS", "CET1_RETAINED_EARNINGS", 0.55 * cet1);
        add("OWN_FUNDS", "CET1_OTHER_RESERVES", 0.08 * cet1);
        add("OWN_FUNDS", "CET1_DEDUCTION_GOODWILL", -0.03 * cet1);
        add("OWN_FUNDS", "CET1_DEDUCTION_INTANGIBLES", -0.03 * cet1);
        add("OWN_FUNDS", "CET1_DEDUCTION_DEFERRED_TAX", -0.02 * cet1);
        add("OWN_FUNDS", "AT1_INSTRUMENTS", 0.12 * cet1);
        add("OWN_FUNDS", "T2_SUBORDINATED_DEBT", 0.14 * cet1);
        add("OWN_FUNDS", "T2_GENERAL_PROVISIONS", 0.03 * cet1);
    }

    /** Liquid assets are sized so that they cover the stressed net outflow of the lines below by the target. */
    private void liquidity(double assets, double undrawn) {
        add("OUTFLOW", "RETAIL_STABLE_DEPOSITS", 0.300 * assets);
        add("OUTFLOW", "RETAIL_LESS_STABLE_DEPOSITS", 0.180 * assets);
        add("OUTFLOW", "OPERATIONAL_DEPOSITS", 0.080 * assets);
        add("OUTFLOW", "NON_OPERATIONAL_CORPORATE_DEPOSITS", 0.140 * assets);
        add("OUTFLOW", "UNSECURED_FINANCIAL_FUNDING", 0.035 * assets);
        add("OUTFLOW", "COMMITTED_CREDIT_RETAIL", 0.3 * undrawn);
        add("OUTFLOW", "COMMITTED_CREDIT_CORPORATE", 0.7 * undrawn);
        add("OUTFLOW", "DERIVATIVE_OUTFLOWS", 0.004 * assets);
        add("INFLOW", "RETAIL_LOANS", 0.010 * assets);
        add("INFLOW", "CORPORATE_LOANS", 0.030 * assets);
        add("INFLOW", "FINANCIAL_LOANS", 0.030 * assets);
        double outflow = assets * (0.3 * 0.05 + 0.18 * 0.10 + 0.08 * 0.25 + 0.14 * 0.40 + 0.035 + 0.004)
                + undrawn * (0.3 * 0.05 + 0.7 * 0.10);
        double inflow = assets * (0.010 * 0.5 + 0.030 * 0.5 + 0.030);
        double liquid = LCR_TARGET * (outflow - inflow);
        add("HQLA", "LEVEL1_CASH", 0.07 * liquid);
        add("HQLA", "LEVEL1_CENTRAL_BANK_RESERVES", 0.40 * liquid);
        add("HQLA", "LEVEL1_GOVERNMENT_BONDS", 0.38 * liquid);
        add("HQLA", "LEVEL2A_COVERED_BONDS", 0.12 * liquid / 0.85);
        add("HQLA", "LEVEL2B_CORPORATE_BONDS", 0.03 * liquid / 0.5);
    }

    /** Funding beyond a year is what is missing for the target. */
    private void stableFunding(double assets, double riskWeighted, double undrawn) {
        add("RSF", "CASH_AND_RESERVES", 0.070 * assets);
        add("RSF", "LEVEL1_SECURITIES", 0.055 * assets);
        add("RSF", "LEVEL2A_SECURITIES", 0.020 * assets);
        add("RSF", "LEVEL2B_SECURITIES", 0.010 * assets);
        add("RSF", "FINANCIAL_LOANS_UNDER_SIX_MONTHS", 0.080 * assets);
        add("RSF", "OTHER_LOANS_UNDER_ONE_YEAR", 0.150 * assets);
        add("RSF", "RESIDENTIAL_MORTGAGES_OVER_ONE_YEAR", 0.250 * assets);
        add("RSF", "OTHER_LOANS_OVER_ONE_YEAR", 0.310 * assets);
        add("RSF", "OTHER_ASSETS", 0.055 * assets);
        add("RSF", "UNDRAWN_COMMITMENTS", undrawn);
        double required = assets
                        * (0.055 * 0.05
                                + 0.02 * 0.15
                                + 0.01 * 0.5
                                + 0.08 * 0.15
                                + 0.15 * 0.5
                                + 0.25 * 0.65
                                + 0.31 * 0.85
                                + 0.055)
                + 0.05 * undrawn;
        double capital = CET1_TARGET * 1.29 * riskWeighted;
        double deposits = assets * (0.30 * 0.95 + 0.18 * 0.90 + 0.14 * 0.5 + 0.08 * 0.5 + 0.02 * 0.5);
        add("ASF", "REGULATORY_CAPITAL", capital);
        add("ASF", "RETAIL_STABLE_DEPOSITS", 0.300 * assets);
        add("ASF", "RETAIL_LESS_STABLE_DEPOSITS", 0.180 * assets);
        add("ASF", "FUNDING_OVER_ONE_YEAR", Math.max(0, NSFR_TARGET * required - capital - deposits));
        add("ASF", "CORPORATE_DEPOSITS_UNDER_ONE_YEAR", 0.140 * assets);
        add("ASF", "OPERATIONAL_DEPOSITS", 0.080 * assets);
        add("ASF", "FINANCIAL_FUNDING_SIX_TO_TWELVE_MONTHS", 0.020 * assets);
        add("ASF", "OTHER_LIABILITIES", 0.060 * assets);
    }

    private void leverage(double assets, double undrawn) {
        add("LEVERAGE", "ON_BALANCE_SHEET_ASSETS", assets);
        add("LEVERAGE", "DERIVATIVES_REPLACEMENT_COST", 0.006 * assets);
        add("LEVERAGE", "DERIVATIVES_POTENTIAL_FUTURE_EXPOSURE", 0.009 * assets);
        add("LEVERAGE", "SECURITIES_FINANCING", 0.015 * assets);
        add("LEVERAGE", "OFF_BALANCE_SHEET_ITEMS", undrawn);
    }

    private void businessIndicator(int year, double assets) {
        lines.add(new Line("BUSINESS_INDICATOR", "INTEREST_INCOME", 0.034 * assets, year));
        lines.add(new Line("BUSINESS_INDICATOR", "INTEREST_EXPENSE", 0.019 * assets, year));
        lines.add(new Line("BUSINESS_INDICATOR", "INTEREST_EARNING_ASSETS", 0.9 * assets, year));
        lines.add(new Line("BUSINESS_INDICATOR", "DIVIDEND_INCOME", 0.0003 * assets, year));
        lines.add(new Line("BUSINESS_INDICATOR", "FEE_INCOME", 0.0075 * assets, year));
        lines.add(new Line("BUSINESS_INDICATOR", "FEE_EXPENSE", 0.0025 * assets, year));
        lines.add(new Line("BUSINESS_INDICATOR", "OTHER_OPERATING_INCOME", 0.0006 * assets, year));
        lines.add(new Line("BUSINESS_INDICATOR", "OTHER_OPERATING_EXPENSE", 0.0005 * assets, year));
        lines.add(new Line("BUSINESS_INDICATOR", "TRADING_BOOK_PROFIT", 0.0012 * assets, year));
        lines.add(new Line("BUSINESS_INDICATOR", "BANKING_BOOK_PROFIT", -0.0004 * assets, year));
    }

    private void add(String area, String item, double amount) {
        lines.add(new Line(area, item, amount, 0));
    }

    @Override
    public TableSpec table() {
        return Catalogue.table("ledger");
    }

    @Override
    public long units() {
        return lines.size();
    }

    @Override
    public void write(long unit, Cells out) throws IOException {
        Line line = lines.get((int) unit);
        out.text("ledger_id", Identifiers.numbered('L', unit + 1, 5));
        out.text("area", line.area());
        out.text("item", line.item());
        out.text("currency", "EUR");
        out.money("amount", Math.round(line.amount()) * 100);
        if (line.year() > 0) {
            out.number("financial_year", line.year());
        }
        out.end();
    }
}
