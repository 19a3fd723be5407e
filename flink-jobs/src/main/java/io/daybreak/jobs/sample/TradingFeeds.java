package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;

/** Orders and the trades their fills are; a unit is one order. */
final class TradingFeeds {

    record Orders(OrderBook book) implements Feed {

        @Override
        public TableSpec table() {
            return Catalogue.table("orders");
        }

        @Override
        public long units() {
            return book.orders();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            OrderLife order = book.order(unit);
            Instrument instrument = book.instrument(order);
            for (int i = 0; i < order.events.size(); i++) {
                OrderLife.Event event = order.events.get(i);
                out.text("order_id", order.orderId);
                out.number("event_seq", i + 1L);
                out.text("event_type", event.type());
                out.instant("event_time", event.micros());
                out.text("instrument_id", instrument.id());
                out.text("side", order.buy ? "BUY" : "SELL");
                out.text("order_type", order.limit ? "LIMIT" : "MARKET");
                if (order.limit) {
                    out.rate("limit_price", event.price());
                }
                out.units("quantity", event.quantity());
                out.text("trader_id", order.trader);
                out.text("owner_id", order.owner);
                out.text("capacity", order.agent ? "AGENT" : "PRINCIPAL");
                out.text("mic", instrument.mic());
                out.end();
            }
        }
    }

    record Trades(OrderBook book, Counterparties counterparties) implements Feed {

        @Override
        public TableSpec table() {
            return Catalogue.table("trades");
        }

        @Override
        public long units() {
            return book.orders();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            OrderLife order = book.order(unit);
            Instrument instrument = book.instrument(order);
            for (int i = 0; i < order.events.size(); i++) {
                OrderLife.Event event = order.events.get(i);
                if (event.type().equals("FILL")) {
                    trade(order, instrument, i, event, out);
                }
            }
        }

        private void trade(OrderLife order, Instrument instrument, int index, OrderLife.Event event, Cells out)
                throws IOException {
            int bank = counterparties.firstBank() + Draw.below(order.key, 50, counterparties.banks());
            boolean derivative = !instrument.kind().equals("CASH");
            out.text("trade_id", order.tradeId(index));
            out.text("order_id", order.orderId);
            out.instant("trade_time", event.micros());
            out.text("instrument_id", instrument.id());
            out.text("desk", Positions.desk(instrument));
            out.text("book", Positions.book(instrument, order.key));
            out.text("side", order.buy ? "BUY" : "SELL");
            out.units("quantity", event.quantity());
            out.rate("price", event.price());
            out.text("currency", instrument.currency());
            out.text("buyer_id", order.buy ? order.owner : order.otherSide);
            out.text("seller_id", order.buy ? order.otherSide : order.owner);
            out.text("trader_id", order.trader);
            out.text("counterparty_id", instrument.overTheCounter() ? counterparties.id(bank) : null);
            out.text("mic", instrument.mic());
            out.text("uti", derivative ? SampleBank.LEI + order.tradeId(index).replace("-", "E") : null);
            out.end();
        }
    }

    private TradingFeeds() {}
}
